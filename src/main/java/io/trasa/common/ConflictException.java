package io.trasa.common;

/** A wish that contradicts the present state: an illegal step, or a change made meanwhile. */
public final class ConflictException extends RuntimeException {

  /** A short stable code for programs, such as {@code illegal-step}. */
  private final String code;

  /**
   * @param reason what stands against it, with the values
   * @param hint what to do; starts with "Maybe" where we can only guess
   */
  public ConflictException(String code, String reason, String hint) {
    super(reason + " " + hint);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
