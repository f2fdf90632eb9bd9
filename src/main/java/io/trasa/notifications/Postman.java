package io.trasa.notifications;

import io.trasa.documents.DocumentToSend;
import io.trasa.documents.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries papers from the outbox to the mail server: at once when somebody sends one, and again
 * after growing pauses when it did not work. Each is taken by one node only; no transaction is open
 * while the mail server is spoken to.
 */
@Component
class Postman {

  private static final Logger log = LoggerFactory.getLogger(Postman.class);

  /** Longer than any try takes, see the timeouts of {@code spring.mail}. */
  static final Duration LEASE = Duration.ofMinutes(10);

  static final Duration WAIT_FOR_SERVER = Duration.ofMinutes(1);

  /** After the first failure, the second, …; about two days in all. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private final Outbox outbox;
  private final DocumentMail mails;
  private final MessageSender sender;
  private final Clock clock;

  Postman(Outbox outbox, DocumentMail mails, MessageSender sender, Clock clock) {
    this.outbox = outbox;
    this.mails = mails;
    this.sender = sender;
    this.clock = clock;
  }

  /** The outbox remembers what is to be sent; the event only saves the wait. */
  @Async
  @TransactionalEventListener
  void on(DocumentToSend wish) {
    deliverDue();
  }

  @Scheduled(fixedDelayString = "${trasa.mail.poll}")
  void deliverDue() {
    for (var next = outbox.take(LEASE); next.isPresent(); next = outbox.take(LEASE)) {
      deliver(next.get());
    }
  }

  private void deliver(Outbox.Outgoing outgoing) {
    if (!sender.isReady()) {
      outbox.putBack(
          outgoing.id(),
          "No mail server is configured (spring.mail.host).",
          clock.instant().plus(WAIT_FOR_SERVER));
      return;
    }
    try {
      sender.send(mails.write(outgoing));
      outbox.sent(outgoing.id(), clock.instant());
    } catch (NotSentException e) {
      log.warn("Document {} was not sent: {}", outgoing.documentId(), e.getMessage());
      failed(outgoing, String.valueOf(e.getMessage()), e.isForGood());
    } catch (RuntimeException e) {
      log.error("Document {} was not sent", outgoing.documentId(), e);
      failed(outgoing, "Something failed on our side and was written to the log.", false);
    }
  }

  private void failed(Outbox.Outgoing outgoing, String error, boolean forGood) {
    var pause = forGood ? Optional.<Duration>empty() : pauseAfter(outgoing.tries());
    outbox.failed(
        outgoing.id(), error, pause.map(length -> clock.instant().plus(length)).orElse(null));
  }

  /** Empty when it is time to give up. */
  static Optional<Duration> pauseAfter(int tries) {
    return tries > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(tries - 1));
  }
}
