package io.trasa.settlement;

import io.trasa.orders.OrderLine;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is charged for an order, with what the facts proposed and why it was changed.
 *
 * @param itemId the operation or the part; null for anything else
 * @param quantity 0 if it was agreed but neither done nor used
 * @param unitPrice net
 * @param vatRate in percent
 * @param coverNumber of the warranty document that decides; may be empty
 * @param changeReason empty if it is as proposed
 */
@Embeddable
public record SettlementLine(
    @Enumerated(EnumType.STRING) OrderLine.Kind kind,
    @Column @Nullable UUID itemId,
    String text,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal vatRate,
    int coverPercent,
    @Enumerated(EnumType.STRING) Cover.Reason coverReason,
    String coverNumber,
    @Column @Nullable LocalDate coverUntil,
    @Enumerated(EnumType.STRING) Origin origin,
    BigDecimal proposedQuantity,
    BigDecimal proposedPrice,
    int proposedCover,
    String changeReason)
    implements Covered {

  /** Where a line comes from. */
  public enum Origin {
    /** Agreed, and done in that quantity. */
    AGREED,
    /** Agreed, and done in another quantity. */
    OTHER_QUANTITY,
    /** Agreed, but not done or not used. */
    NOT_DONE,
    /** Done or used, though not agreed. */
    NOT_AGREED,
    /** Bought outside for the order. */
    PURCHASE,
    /** Written by the accountant. */
    ADDED
  }

  static SettlementLine proposed(OrderLine line, BigDecimal quantity, Origin origin, Cover cover) {
    return new SettlementLine(
        line.kind(),
        line.itemId(),
        line.text(),
        quantity,
        line.unit(),
        line.unitPrice(),
        line.vatRate(),
        cover.percent(),
        cover.reason(),
        cover.number(),
        cover.until(),
        origin,
        quantity,
        line.unitPrice(),
        cover.percent(),
        "");
  }

  /** As a person decided; null keeps what was proposed. */
  SettlementLine decided(
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal unitPrice,
      @Nullable Integer coverPercent,
      String reason) {
    boolean otherCover = coverPercent != null && coverPercent != proposedCover;
    return new SettlementLine(
        kind,
        itemId,
        text,
        quantity == null ? proposedQuantity : quantity,
        unit,
        unitPrice == null ? proposedPrice : unitPrice,
        vatRate,
        coverPercent == null ? proposedCover : coverPercent,
        otherCover ? Cover.Reason.DECIDED : coverReason,
        coverNumber,
        coverUntil,
        origin,
        proposedQuantity,
        proposedPrice,
        proposedCover,
        reason);
  }
}
