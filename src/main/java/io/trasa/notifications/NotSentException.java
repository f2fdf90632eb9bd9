package io.trasa.notifications;

/** A message was not taken. */
final class NotSentException extends Exception {

  private final boolean forGood;

  /**
   * @param forGood whether trying again is in vain, as with an address that does not exist
   */
  NotSentException(String reason, boolean forGood, Throwable cause) {
    super(reason, cause);
    this.forGood = forGood;
  }

  boolean isForGood() {
    return forGood;
  }
}
