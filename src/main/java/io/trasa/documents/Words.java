package io.trasa.documents;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of papers and mails in one language: those of all, and those of one kind, from {@code
 * <folder>/<name>_<language>.properties} in UTF-8.
 */
public final class Words {

  /** The languages papers are written in; anything else is written in English. */
  public static final Set<String> LANGUAGES = Set.of("en", "pl", "bg", "es");

  private final Map<String, String> words;
  private final Locale locale;
  private final String source;

  private Words(Map<String, String> words, Locale locale, String source) {
    this.words = words;
    this.locale = locale;
    this.source = source;
  }

  /** The language that papers for somebody are written in. */
  public static String spoken(String language) {
    return LANGUAGES.contains(language) ? language : "en";
  }

  /** Later names win over earlier ones. */
  public static Words of(String folder, String language, String... names) {
    Map<String, String> words = new HashMap<>();
    for (String name : names) {
      read(folder + "/" + name + "_" + language + ".properties")
          .forEach((key, word) -> words.put((String) key, (String) word));
    }
    return new Words(
        words,
        Locale.of(language),
        "%s/%s_%s".formatted(folder, String.join(",", names), language));
  }

  /**
   * The words of a key, with the values put in as {@link MessageFormat} does.
   *
   * @throws IllegalArgumentException if there are none, since a paper must not be printed with
   *     holes
   */
  public String get(String key, @Nullable Object... values) {
    var word = words.get(key);
    if (word == null) {
      throw new IllegalArgumentException("There are no words for %s in %s.".formatted(key, source));
    }
    return values.length == 0 ? word : new MessageFormat(word, locale).format(values);
  }

  Set<String> keys() {
    return words.keySet();
  }

  private static Properties read(String path) {
    var words = new Properties();
    try (var file = Words.class.getClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("There is no file of words " + path);
      }
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
