package io.trasa.settlement.web;

import io.trasa.settlement.invoices.Balance;
import io.trasa.settlement.invoices.Buyer;
import io.trasa.settlement.invoices.Invoice;
import io.trasa.settlement.invoices.InvoiceKind;
import io.trasa.settlement.invoices.InvoiceLine;
import io.trasa.settlement.invoices.Payment;
import io.trasa.settlement.invoices.Seller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued paper.
 *
 * @param credited taken back by credit notes
 * @param open still to be paid; 0 for credit notes, which have no balance of their own
 * @param documentId of the printed paper; null for the moment until it is printed
 * @param intact true while what is stored is what was issued
 */
record InvoiceView(
    UUID id,
    InvoiceKind kind,
    String number,
    UUID customerId,
    @Nullable UUID originalId,
    String originalNumber,
    String reason,
    LocalDate issuedOn,
    LocalDate serviceFrom,
    LocalDate serviceTo,
    LocalDate dueOn,
    String language,
    String currency,
    boolean reverseCharge,
    Seller seller,
    Buyer buyer,
    List<InvoicedLine> lines,
    TotalsView totals,
    BigDecimal credited,
    BigDecimal paid,
    BigDecimal open,
    List<PaymentView> payments,
    List<InvoiceBrief> creditNotes,
    @Nullable UUID documentId,
    String contentHash,
    boolean intact,
    Instant issuedAt,
    @Nullable String issuedBy) {

  /**
   * @param full quantity times price
   * @param net what the payer pays, without VAT
   */
  record InvoicedLine(
      @Nullable UUID settlementId,
      String orderNumber,
      String text,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      BigDecimal vatRate,
      int coverPercent,
      String coverNumber,
      BigDecimal full,
      BigDecimal net) {

    static InvoicedLine of(InvoiceLine line, String currency) {
      return new InvoicedLine(
          line.settlementId(),
          line.orderNumber(),
          line.text(),
          line.quantity(),
          line.unit(),
          line.unitPrice(),
          line.vatRate(),
          line.coverPercent(),
          line.coverNumber(),
          line.full(currency).amount(),
          line.net(currency).amount());
    }
  }

  static InvoiceView of(
      Invoice invoice,
      @Nullable Balance balance,
      List<Payment> payments,
      List<Invoice> creditNotes,
      @Nullable UUID documentId) {
    return new InvoiceView(
        invoice.id(),
        invoice.kind(),
        invoice.number(),
        invoice.customerId(),
        invoice.originalId(),
        invoice.originalNumber(),
        invoice.reason(),
        invoice.issuedOn(),
        invoice.serviceFrom(),
        invoice.serviceTo(),
        invoice.dueOn(),
        invoice.language(),
        invoice.currency(),
        invoice.reverseCharge(),
        invoice.seller(),
        invoice.buyer(),
        invoice.lines().stream().map(l -> InvoicedLine.of(l, invoice.currency())).toList(),
        TotalsView.of(invoice.totals()),
        balance == null ? BigDecimal.ZERO : balance.credited().amount(),
        balance == null ? BigDecimal.ZERO : balance.paid().amount(),
        balance == null ? BigDecimal.ZERO : balance.open().amount(),
        payments.stream().map(PaymentView::of).toList(),
        creditNotes.stream().map(note -> InvoiceBrief.of(note, null)).toList(),
        documentId,
        invoice.contentHash(),
        invoice.isIntact(),
        invoice.issuedAt(),
        invoice.issuedBy());
  }
}
