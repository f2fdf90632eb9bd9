package io.trasa.common;

/** Something needed is not there at the moment: not ready yet, switched off, or not answering. */
public final class UnavailableException extends RuntimeException {

  private final String code;

  /**
   * @param code a stable word for programs, such as {@code places-preparing}
   * @param message whole sentences: what is missing, and what to do
   */
  public UnavailableException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
