package io.trasa.settlement.web;

import io.trasa.orders.OrderLine;
import io.trasa.settlement.Cover;
import io.trasa.settlement.SettlementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that is charged, with what it comes to.
 *
 * @param full quantity times price
 * @param net what the payer pays, without VAT
 */
record SettledLine(
    OrderLine.Kind kind,
    @Nullable UUID itemId,
    String text,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal vatRate,
    int coverPercent,
    Cover.Reason coverReason,
    String coverNumber,
    @Nullable LocalDate coverUntil,
    SettlementLine.Origin origin,
    BigDecimal proposedQuantity,
    BigDecimal proposedPrice,
    int proposedCover,
    String changeReason,
    BigDecimal full,
    BigDecimal net) {

  static SettledLine of(SettlementLine line, String currency) {
    return new SettledLine(
        line.kind(),
        line.itemId(),
        line.text(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.vatRate(),
        line.coverPercent(),
        line.coverReason(),
        line.coverNumber(),
        line.coverUntil(),
        line.origin(),
        line.proposedQuantity(),
        line.proposedPrice(),
        line.proposedCover(),
        line.changeReason(),
        line.full(currency).amount(),
        line.net(currency).amount());
  }
}
