package io.trasa.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.documents.FileService.Purpose;
import io.trasa.security.Role;
import io.trasa.testkit.Browser;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class DocumentIT {

  @Autowired private DocumentService documents;
  @Autowired private FileService files;
  @Autowired private LinkService links;
  @Autowired private SamplePaper sample;
  @Autowired private JdbcClient db;
  @Autowired private SettableClock clock;
  @Autowired private WebApplicationContext context;
  @LocalServerPort private int port;

  @Test
  void keepsPapersForEver() {
    var subject = UUID.randomUUID();
    var first = archived(subject, "Angebot Żółć №1.pdf");
    var second = archived(subject, "b.pdf");
    assertThat(documents.of(subject)).containsExactly(second, first);
    assertThat(documents.content(first.id())).hasSize((int) first.size());
    assertThat(first.fileName()).isEqualTo("Angebot Żółć №1.pdf");
    for (var change :
        new String[] {
          "update documents_document set number = 'X' where id = '%s'",
          "delete from documents_document where id = '%s'",
        }) {
      assertThatThrownBy(() -> db.sql(change.formatted(first.id())).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("written once");
    }
    assertThatThrownBy(() -> db.sql("truncate documents_document cascade").update())
        .hasMessageContaining("written once");
    assertThat(documents.get(first.id())).isEqualTo(first);
  }

  @Test
  void noticesBytesThatChanged() {
    var subject = UUID.randomUUID();
    var id = UUID.randomUUID();
    db.sql(
            """
            insert into documents_document values (?, 'QUOTE', '', ?, 'en', 'a.pdf', 1,
              repeat('0', 64), '\\x41', now(), 'anna')
            """)
        .param(id)
        .param(subject)
        .update();
    assertThatThrownBy(() -> documents.content(id)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void servesPapersSafely() {
    var entry = archived(UUID.randomUUID(), "Zażółć \"gęślą\".pdf");
    var link = links.issue(entry.id(), LinkService.Purpose.READ, Duration.ofDays(1));
    assertThat(link).startsWith("http://localhost:");
    try (var stranger = new Browser(port)) {
      var path = "/api/public/links/" + link.substring(link.lastIndexOf('/') + 1);
      var meta = stranger.get(path);
      assertThat(meta.status()).isEqualTo(200);
      assertThat(meta.at("/kind")).isEqualTo("QUOTE");
      var pdf = stranger.get(path + "/pdf");
      assertThat(pdf.text()).startsWith("%PDF-");
      var headers = pdf.headers();
      assertThat(headers.firstValue("Content-Type")).contains("application/pdf");
      assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(headers.allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("default-src 'none'", "frame-ancestors 'self'");
      assertThat(headers.firstValue("Content-Disposition").orElseThrow())
          .startsWith("inline")
          .contains("filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20_g%C4%99%C5%9Bl%C4%85_.pdf");
    }
  }

  @Test
  void linksThatEndedLookLikeThoseThatNeverWere() {
    var entry = archived(UUID.randomUUID(), "a.pdf");
    var link = links.issue(entry.id(), LinkService.Purpose.ANSWER_QUOTE, Duration.ofDays(1));
    var token = link.substring(link.lastIndexOf('/') + 1);
    assertThat(links.open(token))
        .isEqualTo(new LinkService.Link(entry.id(), LinkService.Purpose.ANSWER_QUOTE));
    assertThat(
            db.sql("select count(*) from documents_link l where l::text like '%' || ? || '%'")
                .param(token)
                .query(Integer.class)
                .single())
        .isZero();
    clock.advance(Duration.ofDays(1));
    var stranger = new Office(context, Role.CUSTOMER);
    var ended = stranger.get("/api/public/links/{t}", token);
    var unknown = stranger.get("/api/public/links/{t}", "A".repeat(43));
    var wrong = stranger.get("/api/public/links/{t}", "x".repeat(4000));
    assertThat(ended.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(ended.at("/detail")).isEqualTo(unknown.at("/detail")).isEqualTo(wrong.at("/detail"));
  }

  @Test
  void storesAFileOnceHoweverOftenItIsSent() throws Exception {
    var id = UUID.randomUUID();
    var owner = UUID.randomUUID();
    var png = Pictures.png(4, 4);
    Callable<FileService.Entry> sending =
        () -> files.store(id, Purpose.PHOTO, owner, "../../a\u202eb.png", png);
    try (var phones = Executors.newFixedThreadPool(4)) {
      var stored = new ArrayList<FileService.Entry>();
      for (var answer : phones.invokeAll(Collections.nCopies(8, sending))) {
        stored.add(answer.get());
      }
      assertThat(stored).hasSize(8).containsOnly(stored.getFirst());
      assertThat(stored.getFirst().name()).isEqualTo("a_b.png");
    }
    assertThat(files.of(owner)).hasSize(1);
    assertThat(files.content(id)).isEqualTo(png);
    assertThatThrownBy(() -> files.store(id, Purpose.PHOTO, owner, "a.png", Pictures.png(5, 5)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void takesTwentyFilesOfAPurposeOnly() {
    var owner = UUID.randomUUID();
    var png = Pictures.png(1, 1);
    IntStream.range(0, 20)
        .forEach(i -> files.store(UUID.randomUUID(), Purpose.PHOTO, owner, "p.png", png));
    assertThatThrownBy(() -> files.store(UUID.randomUUID(), Purpose.PHOTO, owner, "p.png", png))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one too many");
    files.store(UUID.randomUUID(), Purpose.SIGNATURE, owner, "s.png", png);
    assertThat(files.of(owner)).hasSize(21);
  }

  @Test
  void tellsWhatIsNotThere() {
    var nothing = UUID.randomUUID();
    assertThatThrownBy(() -> documents.get(nothing)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> documents.content(nothing)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> files.get(nothing)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> files.content(nothing)).isInstanceOf(NotFoundException.class);
    assertThat(documents.of(nothing)).isEmpty();
  }

  private DocumentService.Entry archived(UUID subject, String name) {
    return documents.archive(
        new NewDocument(DocumentKind.QUOTE, "Q-1", subject, "pl", name, sample.print("pl")));
  }
}
