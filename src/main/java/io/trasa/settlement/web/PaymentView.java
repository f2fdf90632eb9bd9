package io.trasa.settlement.web;

import io.trasa.settlement.invoices.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came, or went back.
 *
 * @param amount below zero if it was paid back
 * @param reversesId the payment that this one takes back
 */
record PaymentView(
    UUID id,
    UUID invoiceId,
    UUID customerId,
    Payment.Method method,
    LocalDate paidOn,
    BigDecimal amount,
    String currency,
    String note,
    @Nullable UUID reversesId,
    Instant recordedAt,
    @Nullable String recordedBy) {

  static PaymentView of(Payment payment) {
    return new PaymentView(
        payment.id(),
        payment.invoiceId(),
        payment.customerId(),
        payment.method(),
        payment.paidOn(),
        payment.amount().amount(),
        payment.amount().currency(),
        payment.note(),
        payment.reversesId(),
        payment.recordedAt(),
        payment.recordedBy());
  }
}
