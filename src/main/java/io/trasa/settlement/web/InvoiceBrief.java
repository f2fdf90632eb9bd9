package io.trasa.settlement.web;

import io.trasa.settlement.invoices.Balance;
import io.trasa.settlement.invoices.Invoice;
import io.trasa.settlement.invoices.InvoiceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued paper in a list.
 *
 * @param open still to be paid; null for credit notes, which have no balance of their own, and
 *     where it was not asked for
 */
record InvoiceBrief(
    UUID id,
    InvoiceKind kind,
    String number,
    String originalNumber,
    UUID customerId,
    String buyerName,
    LocalDate issuedOn,
    LocalDate dueOn,
    String currency,
    BigDecimal net,
    BigDecimal gross,
    @Nullable BigDecimal open) {

  static InvoiceBrief of(Invoice invoice, @Nullable Balance balance) {
    return new InvoiceBrief(
        invoice.id(),
        invoice.kind(),
        invoice.number(),
        invoice.originalNumber(),
        invoice.customerId(),
        invoice.buyer().name(),
        invoice.issuedOn(),
        invoice.dueOn(),
        invoice.currency(),
        invoice.net().amount(),
        invoice.gross().amount(),
        balance == null ? null : balance.open().amount());
  }
}
