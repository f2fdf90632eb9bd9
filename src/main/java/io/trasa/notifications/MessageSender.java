package io.trasa.notifications;

/** Brings a message to its address: by SMTP, or (in tests) not at all. */
interface MessageSender {

  /** Whether there is anything to send with; if not, messages wait. */
  boolean isReady();

  /**
   * Hands the message over; returns once the other side has taken it.
   *
   * @throws NotSentException if it did not work
   */
  void send(Message message) throws NotSentException;
}
