package io.trasa.settlement.web;

import io.trasa.customers.Customer;
import io.trasa.settlement.CostLine;
import io.trasa.settlement.Earning;
import io.trasa.settlement.Settlement;
import io.trasa.settlement.invoices.Invoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on the money of an order.
 *
 * @param invoices what was issued from it, credit notes too
 * @param waiting true while it waits for an invoice
 */
record SettlementView(
    UUID id,
    UUID orderId,
    String orderNumber,
    String title,
    UUID customerId,
    String customerName,
    UUID payerId,
    String payerName,
    String payerEmail,
    LocalDate firstDay,
    LocalDate lastDay,
    String currency,
    List<SettledLine> lines,
    List<CostLine> costs,
    List<EarningView> earnings,
    TotalsView totals,
    BigDecimal cost,
    BigDecimal margin,
    Instant settledAt,
    @Nullable String settledBy,
    boolean waiting,
    List<InvoiceBrief> invoices) {

  static SettlementView of(
      Settlement settlement,
      Map<UUID, Customer> names,
      List<Earning> earnings,
      List<Invoice> invoices,
      boolean waiting) {
    var payer = Objects.requireNonNull(names.get(settlement.payerId()));
    return new SettlementView(
        settlement.id(),
        settlement.orderId(),
        settlement.orderNumber(),
        settlement.title(),
        settlement.customerId(),
        Objects.requireNonNull(names.get(settlement.customerId())).name(),
        settlement.payerId(),
        payer.name(),
        payer.email(),
        settlement.firstDay(),
        settlement.lastDay(),
        settlement.currency(),
        settlement.lines().stream().map(l -> SettledLine.of(l, settlement.currency())).toList(),
        settlement.costs(),
        earnings.stream().map(EarningView::of).toList(),
        TotalsView.of(settlement.totals()),
        settlement.cost().amount(),
        settlement.net().minus(settlement.cost()).amount(),
        settlement.settledAt(),
        settlement.settledBy(),
        waiting,
        invoices.stream().map(i -> InvoiceBrief.of(i, null)).toList());
  }
}
