package io.trasa.common;

import org.jspecify.annotations.Nullable;

/** A value that cannot be taken: says which field, which value, why, and what to do. */
public final class InvalidInputException extends RuntimeException {

  private final String field;
  private final @Nullable Object value;
  private final String reason;
  private final String hint;

  /**
   * @param field the field's path as the sender wrote it, such as {@code windows[0].end}
   * @param reason completes the sentence "field value …", such as "is before the start"
   * @param hint what to do; starts with "Maybe" where we can only guess
   */
  public InvalidInputException(String field, @Nullable Object value, String reason, String hint) {
    super("%s %s %s. %s".formatted(field, value, reason, hint));
    this.field = field;
    this.value = value;
    this.reason = reason;
    this.hint = hint;
  }

  public String field() {
    return field;
  }

  public @Nullable Object value() {
    return value;
  }

  public String reason() {
    return reason;
  }

  public String hint() {
    return hint;
  }
}
