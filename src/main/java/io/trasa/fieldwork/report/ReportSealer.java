package io.trasa.fieldwork.report;

import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.NewDocument;
import io.trasa.fieldwork.FieldworkService;
import io.trasa.fieldwork.ReportDue;
import io.trasa.fieldwork.TimeBook;
import io.trasa.fieldwork.VisitReported;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.VisitStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals the report of a visit once it is done and signed: print, archive, mail. What changes
 * afterwards makes another version; what says the same makes none, so that hearing twice does no
 * harm. A crash in between is made good at the next start, by the event publication registry.
 */
@Component
class ReportSealer {

  private static final Set<VisitStatus> DONE =
      EnumSet.of(VisitStatus.DONE, VisitStatus.SETTLED, VisitStatus.INVOICED);

  private final JobSheets sheets;
  private final FieldworkService fieldwork;
  private final TimeBook times;
  private final ReportPaper paper;
  private final VisitReports reports;
  private final DocumentService documents;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ReportSealer(
      JobSheets sheets,
      FieldworkService fieldwork,
      TimeBook times,
      ReportPaper paper,
      VisitReports reports,
      DocumentService documents,
      ApplicationEventPublisher events,
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock) {
    this.sheets = sheets;
    this.fieldwork = fieldwork;
    this.times = times;
    this.paper = paper;
    this.reports = reports;
    this.documents = documents;
    this.events = events;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(ReportDue due) {
    oneAtATime(due.visitId());
    sheets.of(List.of(due.visitId())).stream()
        .filter(sheet -> DONE.contains(sheet.status()))
        .findFirst()
        .ifPresent(this::seal);
  }

  private void seal(JobSheet sheet) {
    var id = sheet.visitId();
    var facts = Objects.requireNonNull(fieldwork.factsOf(Set.of(id)).get(id));
    var measured = times.ofVisits(List.of(id));
    boolean somebodyStillWorks = measured.stream().anyMatch(time -> time.counted().isEmpty());
    if (facts.signature() == null || somebodyStillWorks) {
      return;
    }
    var operations =
        fieldwork.of(sheet.orderId()).operations().stream()
            .filter(operation -> operation.visitId().equals(id))
            .toList();
    var content = paper.content(sheet, facts, measured, operations);
    var hash = sha256(json.writeValueAsString(content));
    var before = reports.findByVisitIdInOrderByVersion(List.of(id));
    if (before.isEmpty() || !before.getLast().factsHash().equals(hash)) {
      seal(sheet, content, before.size() + 1, hash);
    }
  }

  private void seal(JobSheet sheet, ReportPaper.Content content, int version, String hash) {
    var now = clock.instant();
    var pdf = paper.print(sheet, content, version, now);
    var document =
        documents.archive(
            new NewDocument(
                DocumentKind.SERVICE_REPORT,
                ReportPaper.number(sheet, version),
                sheet.orderId(),
                sheet.language(),
                "report-%s-%d.pdf".formatted(sheet.orderNumber(), version),
                pdf));
    reports.saveAndFlush(
        new VisitReport(sheet.visitId(), sheet.orderId(), version, document.id(), hash, now));
    var email = emailOf(sheet);
    if (!email.isEmpty()) {
      documents.send(document.id(), email, sheet.language(), "");
    }
    events.publishEvent(new VisitReported(sheet.visitId(), sheet.orderId(), document.id()));
  }

  /** The person on site, or else the customer. */
  private static String emailOf(JobSheet sheet) {
    var contact = sheet.contact();
    return contact == null || contact.email().isEmpty() ? sheet.customerEmail() : contact.email();
  }

  private void oneAtATime(UUID visitId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:visit, 601))")
        .param("visit", visitId.toString())
        .query(row -> {});
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
