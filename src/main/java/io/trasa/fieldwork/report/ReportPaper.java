package io.trasa.fieldwork.report;

import io.trasa.documents.FileService;
import io.trasa.documents.PaperPrinter;
import io.trasa.fieldwork.FieldTime;
import io.trasa.fieldwork.VisitFacts;
import io.trasa.fieldwork.WorkDone;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.JobSheet;
import io.trasa.parts.OrderPart;
import io.trasa.parts.StockService;
import io.trasa.people.PeopleService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what was recorded of a visit into the words of {@code papers/report.html}. */
@Component
class ReportPaper {

  private static final int MOST_PHOTOS = 12;

  private final PaperPrinter printer;
  private final FileService files;
  private final StockService stock;
  private final PeopleService people;

  ReportPaper(PaperPrinter printer, FileService files, StockService stock, PeopleService people) {
    this.printer = printer;
    this.files = files;
    this.stock = stock;
    this.people = people;
  }

  /**
   * What the paper says besides the order: the same content, the same paper.
   *
   * @param photos ids of the first ones
   */
  record Content(
      List<Span> times,
      List<Item> checklist,
      List<String> notes,
      List<Thing> operations,
      List<Thing> parts,
      List<Thing> purchases,
      List<UUID> photos,
      VisitFacts.@Nullable Signature signature) {}

  /** A time of a technician. */
  public record Span(
      WorkDone.TimeKind kind, String technician, Instant start, Instant end, Duration length) {}

  /** A checklist item. */
  public record Item(String text, boolean done, String note) {}

  /** So many of something. */
  public record Thing(String text, BigDecimal quantity, String unit) {}

  Content content(
      JobSheet sheet,
      VisitFacts facts,
      List<FieldTime> times,
      Collection<WorkDone.Operation> operations) {
    return new Content(
        times.stream().flatMap(this::span).toList(),
        sheet.checklist().stream().map(item -> item(item, facts)).toList(),
        facts.notes().stream().map(VisitFacts.Note::text).toList(),
        operations.stream()
            .map(one -> new Thing(one.text(), one.quantity(), unitOf(one, sheet)))
            .toList(),
        parts(sheet.orderId(), facts),
        facts.purchases().stream()
            .map(bought -> new Thing(bought.text(), bought.quantity(), ""))
            .toList(),
        files.of(sheet.visitId()).stream()
            .filter(file -> file.purpose() == FileService.Purpose.PHOTO)
            .limit(MOST_PHOTOS)
            .map(FileService.Entry::id)
            .toList(),
        facts.signature());
  }

  private Stream<Span> span(FieldTime time) {
    var name = people.technician(time.technicianId()).name();
    return time.counted().stream()
        .filter(span -> !span.length().isZero())
        .map(span -> new Span(time.kind(), name, span.start(), span.end(), span.length()));
  }

  private static Item item(ChecklistItem item, VisitFacts facts) {
    var check = facts.checks().get(item.text());
    return new Item(item.text(), check != null && check.done(), check == null ? "" : check.note());
  }

  private static String unitOf(WorkDone.Operation done, JobSheet sheet) {
    return sheet.lines().stream()
        .filter(line -> line.text().equals(done.text()))
        .map(line -> line.unit())
        .findFirst()
        .orElse("");
  }

  private List<Thing> parts(UUID orderId, VisitFacts facts) {
    if (facts.parts().isEmpty()) {
      return List.of();
    }
    Map<UUID, OrderPart> known =
        stock.ofOrder(orderId).stream()
            .collect(Collectors.toMap(OrderPart::partId, part -> part, (first, same) -> first));
    return facts.parts().stream()
        .collect(Collectors.groupingBy(VisitFacts.PartUse::partId))
        .entrySet()
        .stream()
        .map(
            uses -> {
              var part = known.get(uses.getKey());
              var sum =
                  uses.getValue().stream()
                      .map(VisitFacts.PartUse::quantity)
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              return new Thing(
                  part == null ? uses.getKey().toString() : part.code() + " " + part.name(),
                  sum,
                  part == null ? "" : part.unit());
            })
        .sorted(Comparator.comparing(Thing::text))
        .toList();
  }

  /** The PDF, in the customer's language. */
  byte[] print(JobSheet sheet, Content content, int version, Instant sealedAt) {
    Map<String, Object> values = new HashMap<>();
    values.put("paperNumber", number(sheet, version));
    values.put("orderNumber", sheet.orderNumber());
    values.put("version", version);
    values.put("sealedAt", sealedAt);
    values.put(
        "address",
        Stream.of(sheet.customerName(), sheet.siteName(), sheet.address())
            .filter(line -> !line.isBlank())
            .distinct()
            .toList());
    values.put("site", sheet.address());
    values.put("reason", sheet.reason());
    values.put("scope", sheet.scope());
    values.put(
        "assets",
        sheet.assets().stream()
            .map(asset -> (asset.name() + " " + asset.serial()).strip())
            .toList());
    values.put(
        "technicians",
        sheet.technicianIds().stream()
            .map(id -> people.technician(id).name())
            .collect(Collectors.joining(", ")));
    values.put("travels", ofKind(content, WorkDone.TimeKind.TRAVEL));
    values.put("works", ofKind(content, WorkDone.TimeKind.WORK));
    values.put(
        "worked",
        ofKind(content, WorkDone.TimeKind.WORK).stream()
            .map(Span::length)
            .reduce(Duration.ZERO, Duration::plus));
    values.put("checklist", content.checklist());
    values.put("notes", content.notes());
    values.put("operations", content.operations());
    values.put("parts", content.parts());
    values.put("purchases", content.purchases());
    values.put("photoRows", pairs(content.photos().stream().map(this::picture).toList()));
    var signature = content.signature();
    if (signature != null) {
      values.put("signer", signature.name());
      values.put("unsigned", signature.reason());
      values.put("signedAt", signature.at());
      if (signature.fileId() != null) {
        values.put("signature", picture(signature.fileId()));
      }
    }
    return printer.print("report", sheet.language(), values);
  }

  /** Such as {@code 26-00042}, and with the version from the second on. */
  static String number(JobSheet sheet, int version) {
    return version == 1 ? sheet.orderNumber() : sheet.orderNumber() + " / " + version;
  }

  private static List<Span> ofKind(Content content, WorkDone.TimeKind kind) {
    return content.times().stream().filter(span -> span.kind() == kind).toList();
  }

  private String picture(UUID fileId) {
    return PaperPrinter.picture(files.get(fileId).type(), files.content(fileId));
  }

  private static List<List<String>> pairs(List<String> pictures) {
    return IntStream.range(0, (pictures.size() + 1) / 2)
        .mapToObj(i -> pictures.subList(2 * i, Math.min(2 * i + 2, pictures.size())))
        .toList();
  }
}
