package io.trasa.common;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** Search as people type it: every word must occur somewhere, whatever its case and accents. */
public final class TextSearch {

  private static final int MAX_LENGTH = 100;
  private static final int MAX_WORDS = 8;

  private TextSearch() {}

  /**
   * @param attribute the attribute whose column holds the text folded by {@code text_fold}
   * @param search what was typed; everything matches when it is empty
   * @throws InvalidInputException if it is longer than {@value #MAX_LENGTH} characters
   */
  public static <T> Specification<T> allWords(String attribute, @Nullable String search) {
    if (search == null || search.isBlank()) {
      return Specification.unrestricted();
    }
    if (search.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "search",
          search,
          "is longer than %d characters".formatted(MAX_LENGTH),
          "A few words are enough.");
    }
    var words = search.replaceAll("\\p{Cntrl}", " ").strip().split("\\s+", -1);
    return Specification.allOf(
        Arrays.stream(words)
            .limit(MAX_WORDS)
            .map(word -> TextSearch.<T>contains(attribute, word))
            .toList());
  }

  private static <T> Specification<T> contains(String attribute, String word) {
    var literally = word.replaceAll("[\\\\%_]", "\\\\$0");
    return (row, query, build) ->
        build.like(
            row.get(attribute),
            build.function("text_fold", String.class, build.literal("%" + literally + "%")),
            '\\');
  }
}
