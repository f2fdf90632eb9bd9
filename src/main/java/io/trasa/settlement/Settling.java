package io.trasa.settlement;

import io.trasa.orders.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision to settle an order.
 *
 * @param id made by the sender: the same wish sent twice settles once
 * @param fingerprint of the proposal that the person saw, see {@link Proposal#fingerprint()}
 * @param releaseParts what still lies on vans for the order goes into the vans' own stock
 * @param changes of proposed lines
 * @param added further lines
 * @param shares how a crew shares its piece rates, by technician; who is not named has share 1
 */
public record Settling(
    UUID id,
    UUID orderId,
    String fingerprint,
    boolean releaseParts,
    List<Change> changes,
    List<Added> added,
    Map<UUID, BigDecimal> shares) {

  /**
   * What a person decided differently; null keeps what was proposed.
   *
   * @param line its place in {@link Proposal#lines()}, from 0
   */
  public record Change(
      int line,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal unitPrice,
      @Nullable Integer coverPercent,
      String reason) {}

  /** A line that the facts do not know. */
  public record Added(
      OrderLine.Kind kind,
      String text,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      BigDecimal vatRate,
      String reason) {}
}
