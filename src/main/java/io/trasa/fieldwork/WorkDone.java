package io.trasa.fieldwork;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done for an order on site, by all technicians and visits together. */
public record WorkDone(List<Time> times, List<Operation> operations, List<Purchase> purchases) {

  /** What time was spent on. */
  public enum TimeKind {
    TRAVEL,
    WORK
  }

  /** Time as it counts: with the office's corrections, in true instants. */
  public record Time(UUID visitId, UUID technicianId, TimeKind kind, Instant start, Instant end) {}

  /**
   * Work that was carried out.
   *
   * @param operationId in the register of operations; null if it is not listed there
   */
  public record Operation(
      UUID visitId,
      UUID technicianId,
      @Nullable UUID operationId,
      String text,
      BigDecimal quantity) {}

  /**
   * Something bought outside for the order.
   *
   * @param cost net, for all of it
   */
  public record Purchase(
      UUID id,
      UUID visitId,
      UUID technicianId,
      String text,
      BigDecimal quantity,
      BigDecimal cost,
      @Nullable UUID receiptFileId) {}
}
