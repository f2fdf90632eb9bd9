package io.trasa.settlement.web;

import io.trasa.customers.Customer;
import io.trasa.parts.OrderPart;
import io.trasa.settlement.CostLine;
import io.trasa.settlement.EarningShares;
import io.trasa.settlement.OpenPoint;
import io.trasa.settlement.Proposal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an order would be settled.
 *
 * @param settlementId if it was settled already
 * @param margin what is left of the net after the costs
 */
record ProposalView(
    UUID orderId,
    String orderNumber,
    String title,
    UUID customerId,
    String customerName,
    UUID payerId,
    String payerName,
    LocalDate firstDay,
    LocalDate lastDay,
    String currency,
    List<SettledLine> lines,
    List<OrderPart> parts,
    List<Proposal.TimeSpent> times,
    List<CostLine> costs,
    List<EarningShares.Draft> earnings,
    List<PointView> points,
    TotalsView totals,
    BigDecimal cost,
    BigDecimal margin,
    String fingerprint,
    @Nullable UUID settlementId) {

  /** What does not fit together. */
  record PointView(OpenPoint.Code code, boolean blocks, String subject, BigDecimal quantity) {}

  static ProposalView of(
      Proposal proposal, Map<UUID, Customer> names, @Nullable UUID settlementId) {
    var totals = proposal.totals();
    return new ProposalView(
        proposal.orderId(),
        proposal.orderNumber(),
        proposal.title(),
        proposal.customerId(),
        Objects.requireNonNull(names.get(proposal.customerId())).name(),
        proposal.payerId(),
        Objects.requireNonNull(names.get(proposal.payerId())).name(),
        proposal.firstDay(),
        proposal.lastDay(),
        proposal.currency(),
        proposal.lines().stream().map(l -> SettledLine.of(l, proposal.currency())).toList(),
        proposal.parts(),
        proposal.times(),
        proposal.costs(),
        proposal.earnings(),
        proposal.points().stream()
            .map(p -> new PointView(p.code(), p.code().blocks(), p.subject(), p.quantity()))
            .toList(),
        TotalsView.of(totals),
        proposal.cost().amount(),
        totals.net().minus(proposal.cost()).amount(),
        proposal.fingerprint(),
        settlementId);
  }
}
