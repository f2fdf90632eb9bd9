package io.trasa.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.NewDocument;
import io.trasa.documents.Outbox;
import io.trasa.documents.SamplePaper;
import io.trasa.testkit.MailServer;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrasaIT
class MailIT {

  @Autowired private DocumentService documents;
  @Autowired private Outbox outbox;
  @Autowired private SamplePaper sample;
  @Autowired private Postman postman;
  @Autowired private SettableClock clock;

  @Test
  void bringsThePaperInTheReadersLanguage() throws Exception {
    var paper = paper(DocumentKind.QUOTE, "Q26-Жълъд", "Оферта Łódź № 1.pdf");
    var link = "https://trasa.example/p/a?b=1&c=<2>";
    documents.send(paper.id(), "щ@bg.example", "bg", link);
    documents.send(paper.id(), "reader-bg@trasa.example", "bg", link);
    var mail = MailServer.awaitMailTo("reader-bg@trasa.example");
    assertThat(mail.getSubject()).startsWith("Оферта Q26-Жълъд от");
    assertThat(mail.getFrom()[0].toString()).contains("post@trasa.example");
    var parts = parts(mail);
    assertThat(text(parts, "text/plain")).contains("Добър ден,", "оферта Q26-Жълъд", link);
    assertThat(text(parts, "text/html"))
        .contains("<a href=\"https://trasa.example/p/a?b=1&amp;c=&lt;2&gt;\">")
        .doesNotContain("<2>");
    var attachment = part(parts, "application/pdf");
    assertThat(attachment.getFileName()).isEqualTo("Оферта Łódź № 1.pdf");
    assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(documents.content(paper.id()));
    await().until(() -> status(paper, "reader-bg@trasa.example") == Outbox.Status.SENT);
    assertThat(outbox.of(paper.id()).getFirst().link())
        .as("only the mail knows the token")
        .isEmpty();
  }

  @Test
  void triesAgainUntilTheServerAnswersAndBringsItOnce() throws Exception {
    var paper = paper(DocumentKind.INVOICE, "26-1", "a.pdf");
    MailServer.whileDown(
        () -> {
          documents.send(paper.id(), "later@trasa.example", "pl", "");
          await().until(() -> !outbox.of(paper.id()).getFirst().lastError().isEmpty());
        });
    var waiting = outbox.of(paper.id()).getFirst();
    assertThat(waiting.status()).isEqualTo(Outbox.Status.QUEUED);
    assertThat(waiting.tries()).isEqualTo(1);
    assertThat(waiting.dueAt()).isEqualTo(clock.instant().plus(Postman.PAUSES.getFirst()));
    postman.deliverDue();
    assertThat(MailServer.mailsTo("later@trasa.example")).isEmpty();
    clock.advance(Postman.PAUSES.getFirst());
    postman.deliverDue();
    postman.deliverDue();
    await().until(() -> status(paper, "later@trasa.example") == Outbox.Status.SENT);
    assertThat(MailServer.mailsTo("later@trasa.example")).hasSize(1);
    assertThat(outbox.of(paper.id()).getFirst().lastError()).isEmpty();
  }

  @Test
  void severalNodesBringEachMailOnce() throws Exception {
    var paper = paper(DocumentKind.RECEIPT, "26-2", "a.pdf");
    var addresses = IntStream.range(0, 12).mapToObj("crowd-%d@trasa.example"::formatted).toList();
    addresses.forEach(address -> documents.send(paper.id(), address, "es", ""));
    Callable<Void> node =
        () -> {
          postman.deliverDue();
          return null;
        };
    try (var nodes = Executors.newFixedThreadPool(3)) {
      for (var done : nodes.invokeAll(List.of(node, node, node))) {
        done.get();
      }
    }
    await()
        .until(
            () ->
                outbox.of(paper.id()).stream()
                    .allMatch(outgoing -> outgoing.status() == Outbox.Status.SENT));
    for (String address : addresses) {
      assertThat(MailServer.mailsTo(address)).hasSize(1);
    }
  }

  @Test
  void whatItsTakerNeverFinishedFallsDueAgain() {
    var paper = paper(DocumentKind.RECEIPT, "26-3", "a.pdf");
    MailServer.whileDown(
        () -> {
          documents.send(paper.id(), "crash@trasa.example", "en", "");
          await().until(() -> !outbox.of(paper.id()).getFirst().lastError().isEmpty());
        });
    clock.advance(Postman.PAUSES.getFirst());
    var taken = outbox.take(Postman.LEASE).orElseThrow();
    // its node dies now; another one gets it, later
    assertThat(outbox.take(Postman.LEASE)).isEmpty();
    clock.advance(Postman.LEASE);
    assertThat(outbox.take(Postman.LEASE).orElseThrow().id()).isEqualTo(taken.id());
    outbox.sent(taken.id(), clock.instant());
    outbox.failed(taken.id(), "a slow try", clock.instant());
    assertThat(outbox.of(paper.id()).getFirst().status()).isEqualTo(Outbox.Status.SENT);
  }

  private DocumentService.Entry paper(DocumentKind kind, String number, String fileName) {
    return documents.archive(
        new NewDocument(kind, number, UUID.randomUUID(), "en", fileName, sample.print("en")));
  }

  private Outbox.Status status(DocumentService.Entry paper, String email) {
    return outbox.of(paper.id()).stream()
        .filter(outgoing -> outgoing.email().equals(email))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static String text(List<Part> parts, String type) throws Exception {
    return (String) part(parts, type).getContent();
  }

  private static Part part(List<Part> parts, String type) throws Exception {
    for (Part part : parts) {
      if (part.isMimeType(type)) {
        return part;
      }
    }
    throw new AssertionError("No part " + type);
  }

  private static List<Part> parts(MimeMessage mail) throws Exception {
    var found = new ArrayList<Part>();
    collect((Multipart) mail.getContent(), found);
    return found;
  }

  private static void collect(Multipart multipart, List<Part> found) throws Exception {
    for (int i = 0; i < multipart.getCount(); i++) {
      BodyPart part = multipart.getBodyPart(i);
      if (part.getContent() instanceof Multipart inner) {
        collect(inner, found);
      } else {
        found.add(part);
      }
    }
  }
}
