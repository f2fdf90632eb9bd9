package io.trasa.settlement.web;

import io.trasa.settlement.Earning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a technician was credited with.
 *
 * @param quantity of the operation for the whole crew, or hours
 * @param share in percent of the whole crew's
 * @param correctsId the row that this one corrects
 * @param reverses true if it takes that row back
 */
record EarningView(
    UUID id,
    UUID settlementId,
    UUID orderId,
    String orderNumber,
    UUID technicianId,
    LocalDate day,
    Earning.Kind kind,
    @Nullable UUID operationId,
    String text,
    BigDecimal quantity,
    BigDecimal rate,
    BigDecimal share,
    BigDecimal amount,
    String currency,
    @Nullable UUID correctsId,
    boolean reverses,
    String reason,
    Instant postedAt,
    @Nullable String postedBy) {

  static EarningView of(Earning earning) {
    return new EarningView(
        earning.id(),
        earning.settlementId(),
        earning.orderId(),
        earning.orderNumber(),
        earning.technicianId(),
        earning.day(),
        earning.kind(),
        earning.operationId(),
        earning.text(),
        earning.quantity(),
        earning.rate(),
        earning.share(),
        earning.amount().amount(),
        earning.amount().currency(),
        earning.correctsId(),
        earning.reverses(),
        earning.reason(),
        earning.postedAt(),
        earning.postedBy());
  }
}
