package io.trasa.fieldwork.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.fieldwork.FieldTime;
import io.trasa.fieldwork.Stage;
import io.trasa.fieldwork.VisitFacts;
import io.trasa.fieldwork.report.VisitReport;
import io.trasa.orders.JobSheet;
import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.ServicedAsset;
import io.trasa.orders.VisitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its technician needs it.
 *
 * @param stage how far this technician is
 * @param lead whether this technician's taps move the visit
 * @param navigation a {@code geo:} address (RFC 5870) of the site
 * @param crew the others who go, by name
 * @param operations what was agreed to be done
 * @param facts what is recorded of it so far, by all technicians
 * @param reports sealed ones, the latest last
 * @param history earlier visits to the site, the latest first
 */
record PhoneVisitView(
    UUID visitId,
    VisitStatus status,
    Stage stage,
    boolean lead,
    UUID orderId,
    String orderNumber,
    OrderType type,
    String title,
    String reason,
    String scope,
    String notes,
    Priority priority,
    String customerName,
    String customerPhone,
    boolean customerHasEmail,
    String siteName,
    String address,
    Coordinates coordinates,
    String navigation,
    String accessNotes,
    @Nullable Person contact,
    List<Asset> assets,
    List<Bring> partsToBring,
    List<Operation> operations,
    int durationMinutes,
    List<TimeWindow> windows,
    List<String> crew,
    @Nullable Instant plannedStart,
    @Nullable Instant receivedAt,
    FactsView facts,
    List<Photo> photos,
    List<Report> reports,
    List<Past> history) {

  /** Whom to ask for. */
  record Person(String name, String phone, String email, String role) {}

  /** A device; {@code warrantyUntil} is null without a warranty. */
  record Asset(
      UUID id,
      String name,
      String serial,
      String location,
      String warrantyNumber,
      @Nullable LocalDate warrantyUntil,
      boolean coversLabour,
      boolean coversParts) {

    static Asset of(ServicedAsset asset) {
      return new Asset(
          asset.id(),
          asset.name(),
          asset.serial(),
          asset.location(),
          asset.warrantyNumber(),
          asset.warrantyUntil(),
          asset.coversLabour(),
          asset.coversParts());
    }
  }

  /** Something to take along. */
  record Bring(@Nullable UUID partId, String text, BigDecimal quantity) {

    static Bring of(PartToCollect part) {
      return new Bring(part.partId(), part.text(), part.quantity());
    }
  }

  /** Agreed work. */
  record Operation(
      @Nullable UUID operationId, String text, BigDecimal quantity, String unit, int normMinutes) {

    static Operation of(OrderLine line) {
      return new Operation(
          line.itemId(), line.text(), line.quantity(), line.unit(), line.normMinutes());
    }
  }

  /** An uploaded picture. */
  record Photo(UUID id, String name) {}

  /** A sealed report. */
  record Report(UUID documentId, int version, Instant sealedAt) {

    static Report of(VisitReport report) {
      return new Report(report.documentId(), report.version(), report.sealedAt());
    }
  }

  /**
   * An earlier visit to the site.
   *
   * @param at when it ended, or else was to begin
   * @param sameDevice whether it was about one of the devices that this visit is about
   * @param note what the technicians wrote down last; may be empty
   */
  record Past(
      String orderNumber,
      String title,
      VisitStatus status,
      Instant at,
      List<String> technicians,
      boolean sameDevice,
      String note) {}

  /** What is known besides the order. */
  record More(
      Stage stage,
      VisitFacts facts,
      List<FieldTime> times,
      List<Photo> photos,
      List<VisitReport> reports,
      Map<UUID, String> names,
      Map<UUID, String> partNames,
      List<Past> history) {}

  static PhoneVisitView of(JobSheet sheet, UUID technicianId, More more) {
    var contact = sheet.contact();
    var at = sheet.coordinates();
    return new PhoneVisitView(
        sheet.visitId(),
        sheet.status(),
        more.stage(),
        sheet.technicianIds().getFirst().equals(technicianId),
        sheet.orderId(),
        sheet.orderNumber(),
        sheet.type(),
        sheet.title(),
        sheet.reason(),
        sheet.scope(),
        sheet.notes(),
        sheet.priority(),
        sheet.customerName(),
        sheet.customerPhone(),
        !sheet.customerEmail().isEmpty() || (contact != null && !contact.email().isEmpty()),
        sheet.siteName(),
        sheet.address(),
        at,
        String.format(Locale.ROOT, "geo:%.6f,%.6f", at.lat(), at.lon()),
        sheet.accessNotes(),
        contact == null
            ? null
            : new Person(contact.name(), contact.phone(), contact.email(), contact.role()),
        sheet.assets().stream().map(Asset::of).toList(),
        sheet.partsToCollect().stream().map(Bring::of).toList(),
        sheet.lines().stream()
            .filter(line -> line.kind() == OrderLine.Kind.OPERATION)
            .map(Operation::of)
            .toList(),
        (int) sheet.duration().toMinutes(),
        sheet.windows(),
        sheet.technicianIds().stream()
            .filter(id -> !id.equals(technicianId))
            .map(id -> more.names().getOrDefault(id, ""))
            .toList(),
        sheet.plannedStart(),
        sheet.progress().receivedAt(),
        FactsView.of(sheet.checklist(), more),
        more.photos(),
        more.reports().stream().map(Report::of).toList(),
        more.history());
  }
}
