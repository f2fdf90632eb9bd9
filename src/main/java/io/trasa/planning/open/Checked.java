package io.trasa.planning.open;

import io.trasa.common.InvalidInputException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes values that somebody sent, or says what is wrong with them. */
final class Checked {

  private Checked() {}

  static <T> T there(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidInputException(field, null, "is missing", "It has no default.");
    }
    return value;
  }

  static String id(String field, @Nullable String sent, Map<String, Integer> taken) {
    String value = there(field, sent);
    if (value.isBlank() || value.length() > 100) {
      throw new InvalidInputException(
          field, value, "is blank or longer than 100 characters", "Choose another id.");
    }
    if (taken.containsKey(value)) {
      throw new InvalidInputException(field, value, "is there twice", "Each id is used once.");
    }
    return value;
  }

  static int index(String field, String id, Map<String, Integer> known) {
    Integer index = known.get(id);
    if (index == null) {
      throw new InvalidInputException(
          field, id, "is not known", "Maybe it is misspelt, or is missing from the problem.");
    }
    return index;
  }

  static int within(String field, @Nullable Integer value, int least, int most, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value < least || value > most) {
      throw new InvalidInputException(
          field,
          value,
          "is not between %,d and %,d".formatted(least, most),
          "Correct it, or leave it out.");
    }
    return value;
  }

  static void atMost(String field, int size, int most, String hint) {
    if (size > most) {
      throw new InvalidInputException(field, size, "are more than %,d".formatted(most), hint);
    }
  }

  static <T> Collection<T> orEmpty(@Nullable Collection<T> values) {
    return values == null ? List.of() : values;
  }

  static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> values) {
    return values == null ? Map.of() : values;
  }
}
