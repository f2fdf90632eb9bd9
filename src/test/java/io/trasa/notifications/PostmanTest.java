package io.trasa.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.trasa.documents.DocumentKind;
import io.trasa.documents.Outbox;
import io.trasa.documents.Words;
import io.trasa.testkit.SettableClock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmanTest {

  private final Outbox outbox = mock();
  private final MessageSender sender = mock();
  private final DocumentMail mails = mock();
  private final SettableClock clock = new SettableClock();
  private final Postman postman = new Postman(outbox, mails, sender, clock);
  private final UUID id = UUID.randomUUID();

  @Test
  void saysSoWhenThereIsNoMailServer() throws NotSentException {
    take(1);
    when(sender.isReady()).thenReturn(false);
    postman.deliverDue();
    verify(outbox)
        .putBack(
            eq(id),
            contains("No mail server is configured"),
            eq(clock.instant().plus(Postman.WAIT_FOR_SERVER)));
    verify(sender, never()).send(any());
    verify(outbox, never()).sent(any(), any());
  }

  @Test
  void givesUpOnAnAddressThatDoesNotExist() throws NotSentException {
    take(1);
    fail(true);
    postman.deliverDue();
    verify(outbox).failed(eq(id), eq("no"), isNull());
  }

  @Test
  void waitsLongerFromTryToTryAndThenGivesUp() throws NotSentException {
    fail(false);
    for (int tries = 1; tries <= Postman.PAUSES.size(); tries++) {
      take(tries);
      postman.deliverDue();
      verify(outbox).failed(id, "no", clock.instant().plus(Postman.PAUSES.get(tries - 1)));
    }
    assertThat(Postman.PAUSES).isSorted();
    take(Postman.PAUSES.size() + 1);
    postman.deliverDue();
    verify(outbox).failed(eq(id), eq("no"), isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pl", "bg", "es"})
  void hasWordsForEveryPaper(String language) {
    var words = Words.of("mails", language, "mail");
    for (var kind : DocumentKind.values()) {
      assertThat(words.get("mail." + kind + ".subject", "26-1", "Wärme")).contains("26-1", "Wärme");
      assertThat(words.get("mail." + kind + ".text", "26-1")).contains("26-1");
    }
  }

  private void fail(boolean forGood) throws NotSentException {
    when(sender.isReady()).thenReturn(true);
    doThrow(new NotSentException("no", forGood, new IllegalStateException()))
        .when(sender)
        .send(any());
  }

  private void take(int tries) {
    var now = clock.instant();
    var outgoing =
        new Outbox.Outgoing(
            id,
            id,
            "a@b.example",
            "en",
            "",
            Outbox.Status.QUEUED,
            tries,
            "",
            now,
            null,
            now,
            "anna");
    when(outbox.take(any())).thenReturn(Optional.of(outgoing), Optional.empty());
  }
}
