package io.trasa.settlement.web;

import io.trasa.customers.Customer;
import io.trasa.settlement.Settlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A settled order in a list. */
record SettlementBrief(
    UUID id,
    UUID orderId,
    String orderNumber,
    String title,
    UUID customerId,
    String customerName,
    UUID payerId,
    String payerName,
    Instant settledAt,
    String currency,
    BigDecimal net,
    BigDecimal gross,
    BigDecimal cost) {

  static SettlementBrief of(Settlement settlement, Map<UUID, Customer> names) {
    return new SettlementBrief(
        settlement.id(),
        settlement.orderId(),
        settlement.orderNumber(),
        settlement.title(),
        settlement.customerId(),
        Objects.requireNonNull(names.get(settlement.customerId())).name(),
        settlement.payerId(),
        Objects.requireNonNull(names.get(settlement.payerId())).name(),
        settlement.settledAt(),
        settlement.currency(),
        settlement.net().amount(),
        settlement.totals().gross().amount(),
        settlement.cost().amount());
  }
}
