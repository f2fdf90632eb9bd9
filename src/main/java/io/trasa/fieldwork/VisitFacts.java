package io.trasa.fieldwork;

import io.trasa.orders.ChecklistItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a visit from everything that was told, see {@link #of}.
 *
 * @param checks by checklist item, as it reads
 * @param operations what was said about each, by operation id or text; later words count
 * @param signature null while nobody signed
 */
public record VisitFacts(
    SequencedMap<String, Check> checks,
    List<Note> notes,
    List<PartUse> parts,
    List<Bought> purchases,
    List<Done> operations,
    @Nullable Signature signature,
    @Nullable String failure) {

  /** How a checklist item stands. */
  public record Check(boolean done, String note, UUID technicianId, Instant at) {}

  /** Something written down. */
  public record Note(UUID id, String text, UUID technicianId, Instant at) {}

  /** A part taken from the van. */
  public record PartUse(UUID id, UUID partId, BigDecimal quantity, UUID technicianId, Instant at) {}

  /**
   * Something bought outside.
   *
   * @param cost net, for all of it
   */
  public record Bought(
      UUID id,
      String text,
      BigDecimal quantity,
      BigDecimal cost,
      @Nullable UUID receiptFileId,
      UUID technicianId,
      Instant at) {}

  /**
   * How much of an operation was done.
   *
   * @param operationId in the register; null if it is not listed there
   */
  public record Done(
      @Nullable UUID operationId, String text, BigDecimal quantity, UUID technicianId, Instant at) {

    /** The same operation has the same key. */
    String key() {
      return keyOf(operationId, text);
    }
  }

  /**
   * Who confirmed the work.
   *
   * @param fileId the drawn signature; null if nobody signed
   * @param reason why nobody signed; empty otherwise
   */
  public record Signature(
      String name, @Nullable UUID fileId, String reason, UUID technicianId, Instant at) {}

  static String keyOf(@Nullable UUID operationId, String text) {
    return operationId == null ? text.strip() : operationId.toString();
  }

  /** Reads applied actions of one visit in their order. */
  static VisitFacts of(Collection<FieldAction> applied) {
    var reader = new Reader();
    applied.forEach(reader::read);
    return new VisitFacts(
        reader.checks,
        List.copyOf(reader.notes.values()),
        List.copyOf(reader.parts.values()),
        List.copyOf(reader.purchases.values()),
        new ArrayList<>(reader.operations.values()),
        reader.signature,
        reader.failure);
  }

  /** The items of a checklist that must be done and are not. */
  public List<String> undone(List<ChecklistItem> checklist) {
    return checklist.stream()
        .filter(item -> item.required() && !isDone(item.text()))
        .map(ChecklistItem::text)
        .toList();
  }

  private boolean isDone(String item) {
    var check = checks.get(item);
    return check != null && check.done();
  }

  private static final class Reader {
    private final SequencedMap<String, Check> checks = new LinkedHashMap<>();
    private final Map<UUID, Note> notes = new LinkedHashMap<>();
    private final Map<UUID, PartUse> parts = new LinkedHashMap<>();
    private final Map<UUID, Bought> purchases = new LinkedHashMap<>();
    private final Map<String, Done> operations = new LinkedHashMap<>();
    private @Nullable Signature signature;
    private @Nullable String failure;

    private void read(FieldAction action) {
      var said = action.payload();
      var who = action.technicianId();
      var at = action.at();
      switch (action.kind()) {
        case CHECK ->
            checks.put(
                text(said.text()),
                new Check(Boolean.TRUE.equals(said.done()), text(said.note()), who, at));
        case NOTE -> notes.put(action.id(), new Note(action.id(), text(said.text()), who, at));
        case PART_USED -> {
          if (said.partId() != null) {
            parts.put(
                action.id(),
                new PartUse(action.id(), said.partId(), number(said.quantity()), who, at));
          }
        }
        case PART_TAKEN_BACK -> parts.remove(said.usageId());
        case PURCHASE ->
            purchases.put(
                action.id(),
                new Bought(
                    action.id(),
                    text(said.text()),
                    number(said.quantity()),
                    number(said.cost()),
                    said.fileId(),
                    who,
                    at));
        case WITHDRAW -> {
          notes.remove(said.usageId());
          purchases.remove(said.usageId());
        }
        case OPERATION -> {
          var done =
              new Done(said.operationId(), text(said.text()), number(said.quantity()), who, at);
          operations.put(done.key(), done);
        }
        case SIGN ->
            signature =
                new Signature(
                    text(said.name()),
                    said.fileId(),
                    text(said.reason()),
                    who,
                    said.signedAt() == null ? at : said.signedAt());
        case FAIL -> failure = text(said.reason());
        default -> {}
      }
    }

    private static String text(@Nullable String said) {
      return said == null ? "" : said;
    }

    private static BigDecimal number(@Nullable BigDecimal said) {
      return said == null ? BigDecimal.ZERO : said;
    }
  }
}
