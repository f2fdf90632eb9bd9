package io.trasa.fieldwork.web;

import io.trasa.fieldwork.FieldTime;
import io.trasa.fieldwork.VisitFacts;
import io.trasa.fieldwork.WorkDone;
import io.trasa.orders.ChecklistItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a visit.
 *
 * @param signature null while nobody signed
 * @param failure why it was in vain; null if it was not
 */
record FactsView(
    List<Item> checklist,
    List<Note> notes,
    List<PartUse> parts,
    List<Purchase> purchases,
    List<Operation> operations,
    List<Time> times,
    @Nullable Signature signature,
    @Nullable String failure) {

  /** An item of the checklist. */
  record Item(int index, String text, boolean required, boolean done, String note) {}

  /** Something written down. */
  record Note(UUID id, String text, Instant at, UUID technicianId, String technician) {}

  /** A part taken from the van. */
  record PartUse(UUID id, UUID partId, String name, BigDecimal quantity, UUID technicianId) {}

  /** Something bought outside; {@code cost} is net, for all of it. */
  record Purchase(
      UUID id,
      String text,
      BigDecimal quantity,
      BigDecimal cost,
      @Nullable UUID receiptFileId,
      UUID technicianId) {}

  /** How much of an operation was done, where somebody said so. */
  record Operation(@Nullable UUID operationId, String text, BigDecimal quantity) {}

  /** Who confirmed the work, or why nobody did. */
  record Signature(String name, @Nullable UUID fileId, String reason, Instant at) {}

  /**
   * A measured time.
   *
   * @param start as it counts, so with corrections
   * @param end null while it runs
   */
  record Time(
      UUID id,
      long version,
      WorkDone.TimeKind kind,
      UUID technicianId,
      String technician,
      Instant start,
      @Nullable Instant end,
      Instant tappedStart,
      @Nullable Instant tappedEnd,
      String reason,
      List<Correction> corrections) {

    static Time of(FieldTime time, String technician) {
      var counted = time.counted();
      return new Time(
          time.id(),
          time.version(),
          time.kind(),
          time.technicianId(),
          technician,
          counted.map(span -> span.start()).orElse(time.start()),
          counted.map(span -> span.end()).orElse(null),
          time.start(),
          time.end(),
          time.reason(),
          time.corrections().stream()
              .map(c -> new Correction(c.start(), c.end(), c.reason(), c.at(), c.by()))
              .toList());
    }
  }

  /** How the office corrected a time, when and who. */
  record Correction(Instant start, Instant end, String reason, Instant at, String by) {}

  static FactsView of(List<ChecklistItem> checklist, PhoneVisitView.More more) {
    var facts = more.facts();
    var names = more.names();
    var signature = facts.signature();
    return new FactsView(
        items(checklist, facts),
        facts.notes().stream()
            .map(
                n ->
                    new Note(
                        n.id(),
                        n.text(),
                        n.at(),
                        n.technicianId(),
                        names.getOrDefault(n.technicianId(), "")))
            .toList(),
        facts.parts().stream()
            .map(
                p ->
                    new PartUse(
                        p.id(),
                        p.partId(),
                        more.partNames().getOrDefault(p.partId(), ""),
                        p.quantity(),
                        p.technicianId()))
            .toList(),
        facts.purchases().stream()
            .map(
                b ->
                    new Purchase(
                        b.id(),
                        b.text(),
                        b.quantity(),
                        b.cost(),
                        b.receiptFileId(),
                        b.technicianId()))
            .toList(),
        facts.operations().stream()
            .map(o -> new Operation(o.operationId(), o.text(), o.quantity()))
            .toList(),
        more.times().stream()
            .map(t -> Time.of(t, names.getOrDefault(t.technicianId(), "")))
            .toList(),
        signature == null
            ? null
            : new Signature(
                signature.name(), signature.fileId(), signature.reason(), signature.at()),
        facts.failure());
  }

  /** The checklist with its answers, in order. */
  private static List<Item> items(List<ChecklistItem> checklist, VisitFacts facts) {
    return IntStream.range(0, checklist.size())
        .mapToObj(
            i -> {
              var item = checklist.get(i);
              var check = facts.checks().get(item.text());
              return new Item(
                  i,
                  item.text(),
                  item.required(),
                  check != null && check.done(),
                  check == null ? "" : check.note());
            })
        .toList();
  }
}
