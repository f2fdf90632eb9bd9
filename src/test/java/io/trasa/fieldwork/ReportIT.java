package io.trasa.fieldwork;

import static io.trasa.fieldwork.Phone.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.FileService;
import io.trasa.fieldwork.report.VisitReport;
import io.trasa.fieldwork.report.VisitReports;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class ReportIT {

  private static final String ORDER =
      """
      , 'scope': 'Годишен преглед',
      'checklist': [{'text': 'Налягане', 'required': true}, {'text': 'Почистване'}],
      'lines': [{'kind': 'OPERATION', 'text': 'Преглед на котел', 'quantity': 1, 'unit': 'бр.',
                 'unitPrice': 80, 'vatRate': 20}]
      """;

  @Autowired private WebApplicationContext context;
  @Autowired private SettableClock clock;
  @Autowired private VisitReports reports;
  @Autowired private DocumentService documents;
  @Autowired private FileService files;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEventPublisher events;
  private FieldKit kit;
  private Phone phone;

  @BeforeEach
  void goToWork() {
    kit = new FieldKit(context);
    phone = kit.phone("Иван Петров");
    clock.advance(Duration.ofHours(5));
  }

  @Test
  void sealsTheFactsInTheCustomersLanguage() {
    var job = kit.sentTo(phone, ORDER);
    var visit = job.visitId();
    work(visit);
    assertThat(sealed(visit, 0)).isEmpty();
    phone.send(
        action(
            "SIGN",
            visit,
            "09:40:00",
            "'name': 'Мария Роза', 'fileId': '%s'"
                .formatted(picture(visit, FileService.Purpose.SIGNATURE))),
        action("FINISH", visit, "09:41:00", ""));

    var report = sealed(visit, 1).getFirst();
    var entry = documents.get(report.documentId());
    assertThat(entry.kind()).isEqualTo(DocumentKind.SERVICE_REPORT);
    assertThat(entry.language()).isEqualTo("bg");
    assertThat(documents.of(UUID.fromString(job.orderId())))
        .extracting(DocumentService.Entry::id)
        .containsExactly(entry.id());
    assertThat(text(entry.id()))
        .contains("Сервизен протокол", "Хотел Роза", "Бойлерът е студен", "Годишен преглед")
        .contains("Преглед на котел", "Налягане", "1,8 bar", "Смених клапана", "Маркуч")
        .contains("Иван Петров", "Мария Роза")
        .contains("09:25", "10:41", "1 ч 16 мин")
        .as("costs are between us and the shop")
        .doesNotContain("12,5");
    var seen = phone.visit(visit).at("/reports/0");
    assertThat(seen.get("documentId").asString()).isEqualTo(entry.id().toString());
  }

  @Test
  void sealsOnceHoweverOftenItIsAsked() {
    var job = kit.sentTo(phone, "");
    finish(job.visitId());
    sealed(job.visitId(), 1);
    for (int i = 0; i < 3; i++) {
      transaction.executeWithoutResult(
          status -> events.publishEvent(new ReportDue(UUID.fromString(job.visitId()))));
    }
    phone.tell("CHECK", job.visitId(), "10:00:00", "'itemIndex': 7, 'done': true");
    phone.tell("NOTE", job.visitId(), "10:00:00", "'text': 'Now it changes'");
    assertThat(sealed(job.visitId(), 2)).extracting(VisitReport::version).containsExactly(1, 2);
  }

  @Test
  void makesAnotherVersionOfWhatChangesAndKeepsTheOldOne() {
    var job = kit.sentTo(phone, "");
    var visit = job.visitId();
    finish(visit);
    var first = sealed(visit, 1).getFirst();
    var before = documents.content(first.documentId());

    var time = kit.office.get("/api/visits/{id}/fieldwork", visit).body().at("/facts/times/0");
    kit.office.post(
        """
        {'version': %d, 'start': '2026-11-23T08:00:00Z', 'end': '2026-11-23T08:45:00Z',
         'reason': 'Lunch'}
        """
            .formatted(time.get("version").asLong()),
        "/api/visits/{id}/times/{time}/corrections",
        visit,
        time.get("id").asString());
    var second = sealed(visit, 2).getLast();
    assertThat(text(second.documentId())).contains("45 мин").contains("Версия");
    assertThat(documents.content(first.documentId())).isEqualTo(before);
    assertThat(text(first.documentId())).doesNotContain("45 мин");
  }

  @Test
  void takesAReasonWhenNobodySigns() {
    var job = kit.sentTo(phone, "");
    phone.send(
        action("START", job.visitId(), "08:00:00", ""),
        action("FINISH", job.visitId(), "09:00:00", ""),
        action("SIGN", job.visitId(), "09:01:00", "'reason': 'Няма никого'"));
    var report = sealed(job.visitId(), 1).getFirst();
    assertThat(text(report.documentId())).contains("Без подпис: Няма никого");
  }

  @Test
  void waitsForAllOfTheCrew() {
    var helper = kit.phone("Помощник");
    var job = kit.job("", 2);
    kit.dispatch(job, phone, helper);
    helper.tell("START", job.visitId(), "08:00:00", "");
    finish(job.visitId());
    helper.tell("FINISH", job.visitId(), "09:30:00", "");
    assertThat(text(sealed(job.visitId(), 1).getFirst().documentId()))
        .contains("Помощник", "1 ч 30 мин");
  }

  @Test
  void keepsPicturesAndPapersFromOtherTechnicians() {
    var job = kit.sentTo(phone, "");
    var photo = picture(job.visitId(), FileService.Purpose.PHOTO);
    finish(job.visitId());
    var document = sealed(job.visitId(), 1).getFirst().documentId();
    var stranger = kit.phone("Stranger");
    assertThat(phone.http().status("/api/phone/documents/{id}", document)).isEqualTo(200);
    assertThat(phone.http().status("/api/phone/files/{id}", photo)).isEqualTo(200);
    assertThat(stranger.http().status("/api/phone/documents/{id}", document)).isEqualTo(403);
    assertThat(stranger.http().status("/api/phone/files/{id}", photo)).isEqualTo(403);
  }

  private void work(String visit) {
    var note = "'itemIndex': 0, 'done': true, 'note': '1,8 bar'";
    phone.send(
        action("TRAVEL", visit, "08:00:00", ""),
        action("START", visit, "08:25:00", ""),
        action("CHECK", visit, "09:20:00", note),
        action("NOTE", visit, "09:25:00", "'text': 'Смених клапана'"),
        action("PURCHASE", visit, "09:26:00", "'text': 'Маркуч', 'quantity': 1, 'cost': 12.5"));
  }

  private void finish(String visit) {
    phone.send(
        action("START", visit, "08:00:00", ""),
        action("SIGN", visit, "08:59:00", "'reason': 'Няма никого'"),
        action("FINISH", visit, "09:00:00", ""));
  }

  /** The reports once there are so many. */
  private List<VisitReport> sealed(String visit, int count) {
    var id = List.of(UUID.fromString(visit));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> reports.findByVisitIdInOrderByVersion(id).size() >= count);
    return reports.findByVisitIdInOrderByVersion(id);
  }

  private UUID picture(String visit, FileService.Purpose purpose) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var owner = UUID.fromString(visit);
    return files.store(UUID.randomUUID(), purpose, owner, "picture.png", bytes.toByteArray()).id();
  }

  private String text(UUID documentId) {
    try (var pdf = Loader.loadPDF(documents.content(documentId))) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
