package io.trasa.routing.geocoding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the many ways of writing a name to one: case and accents go, {@code ü}, {@code ue} and
 * {@code u} are the same (as in the Snowball stemmer "German2"), Cyrillic becomes Latin, and
 * letters that transliterations mix up ({@code y, j, i} and {@code w, v}) are one. Only for
 * comparing: what comes out is nothing to read.
 */
final class Folding {

  private static final Map<Character, String> LETTERS = letters();

  /** Not after a vowel or q: in "neue" and "Quelle" it is no umlaut. */
  private static final Pattern WRITTEN_UMLAUT = Pattern.compile("([ao])e|(?<![aeiouq])(u)e");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBER_AND_LETTER = Pattern.compile("(\\d) ([a-z])(?= |$)");
  private static final String STREET = "strasse";
  private static final String STREET_ABBREVIATED = "str";
  private static final String STREET_FROM_CYRILLIC = "shtrasse";

  private Folding() {}

  /** The words of a text as they are compared. A letter after a house number belongs to it. */
  static List<String> words(String text) {
    String folded = BETWEEN_WORDS.matcher(letters(text)).replaceAll(" ").strip();
    folded = NUMBER_AND_LETTER.matcher(folded).replaceAll("$1$2");
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
  }

  /** The name as one word, to know it again as a whole. */
  static String whole(String name) {
    return String.join("", words(name).stream().map(Folding::writtenOut).toList());
  }

  /** "turmstr" is "turmstrasse", as is what "Турмштрассе" became; everything else stays. */
  static String writtenOut(String word) {
    for (String other : List.of(STREET_ABBREVIATED, STREET_FROM_CYRILLIC)) {
      if (word.endsWith(other)) {
        return word.substring(0, word.length() - other.length()) + STREET;
      }
    }
    return word;
  }

  /** All words under which a name is looked up; streets also with "strasse" apart and joined. */
  static Set<String> indexed(String name) {
    Set<String> indexed = new LinkedHashSet<>();
    List<String> written = new ArrayList<>();
    for (String word : words(name)) {
      written.add(writtenOut(word));
    }
    for (int i = 0; i < written.size(); i++) {
      String word = written.get(i);
      indexed.add(word);
      if (word.equals(STREET) && i > 0) {
        indexed.add(written.get(i - 1) + STREET);
      } else if (word.endsWith(STREET) && word.length() > STREET.length()) {
        indexed.add(word.substring(0, word.length() - STREET.length()));
        indexed.add(STREET);
      }
    }
    return indexed;
  }

  private static String letters(String text) {
    var latin = new StringBuilder();
    String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      String other = LETTERS.get(letter);
      if (other == null) {
        latin.append(letter);
      } else {
        latin.append(other);
      }
    }
    String plain = MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    return WRITTEN_UMLAUT
        .matcher(plain)
        .replaceAll("$1$2")
        .replace('y', 'i')
        .replace('j', 'i')
        .replace('w', 'v');
  }

  /** Letters that normalizing leaves: Cyrillic as Bulgarian law writes it, and a few Latin ones. */
  private static Map<Character, String> letters() {
    String pairs =
        "а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h"
            + " ц ts ч ch ш sh щ sht ъ a ь - ы i э e ю iu я ia ё e"
            + " і i ї i є e ґ g ј i љ l њ n џ dz ћ c ђ d ѓ g ќ k ѕ dz"
            + " ß ss ł l ø o æ a œ o đ d ð d þ th ı i";
    Map<Character, String> letters = new HashMap<>();
    String[] parts = pairs.split(" ", -1);
    for (int i = 0; i < parts.length; i += 2) {
      letters.put(parts[i].charAt(0), parts[i + 1].replace("-", ""));
    }
    return Map.copyOf(letters);
  }
}
