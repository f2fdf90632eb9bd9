package io.trasa.settlement.invoices;

import io.trasa.orders.OrderLine;
import io.trasa.settlement.Cover;
import io.trasa.settlement.Covered;
import io.trasa.settlement.Settlement;
import io.trasa.settlement.SettlementLine;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an issued paper.
 *
 * @param settlementId what it was made from; null where it credits an amount
 * @param originalPosition of the line that a credit note takes back; null elsewhere
 * @param unitPrice net, before the cover
 * @param vatRate in percent
 */
@Embeddable
public record InvoiceLine(
    @Column @Nullable UUID settlementId,
    String orderNumber,
    @Column @Nullable Integer originalPosition,
    @Enumerated(EnumType.STRING) OrderLine.Kind kind,
    String text,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal vatRate,
    int coverPercent,
    @Enumerated(EnumType.STRING) Cover.Reason coverReason,
    String coverNumber)
    implements Covered {

  static InvoiceLine of(Settlement settlement, SettlementLine line, boolean reverseCharge) {
    return new InvoiceLine(
        settlement.id(),
        settlement.orderNumber(),
        null,
        line.kind(),
        line.text(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        reverseCharge ? BigDecimal.ZERO : line.vatRate(),
        line.coverPercent(),
        line.coverReason(),
        line.coverNumber());
  }

  /** A part of this line, taken back. */
  InvoiceLine credited(int position, BigDecimal quantity) {
    return new InvoiceLine(
        settlementId,
        orderNumber,
        position,
        kind,
        text,
        quantity,
        unit,
        unitPrice,
        vatRate,
        coverPercent,
        coverReason,
        coverNumber);
  }

  /** An amount, taken back without saying of which line. */
  static InvoiceLine amount(String text, BigDecimal net, BigDecimal vatRate) {
    return new InvoiceLine(
        null,
        "",
        null,
        OrderLine.Kind.OTHER,
        text,
        BigDecimal.ONE,
        "pc",
        net,
        vatRate,
        0,
        Cover.Reason.DECIDED,
        "");
  }
}
