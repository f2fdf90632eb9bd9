package io.trasa.settlement;

import io.trasa.common.Money;
import io.trasa.common.Totals;
import io.trasa.fieldwork.WorkDone;
import io.trasa.parts.OrderPart;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How an order would be settled, from the facts alone.
 *
 * @param payerId who would get the invoice
 * @param firstDay the day on which the work began, in the company's zone
 * @param parts how each part went: collected, used, returned, on van
 * @param earnings what the technicians would be credited with
 * @param points what does not fit together
 */
public record Proposal(
    UUID orderId,
    String orderNumber,
    String title,
    UUID customerId,
    UUID payerId,
    UUID siteId,
    LocalDate firstDay,
    LocalDate lastDay,
    String currency,
    List<SettlementLine> lines,
    List<OrderPart> parts,
    List<TimeSpent> times,
    List<CostLine> costs,
    List<EarningShares.Draft> earnings,
    List<OpenPoint> points) {

  /** A technician's time on one day. */
  public record TimeSpent(UUID technicianId, WorkDone.TimeKind kind, LocalDate day, long seconds) {}

  public Totals totals() {
    return Totals.of(currency, lines);
  }

  /** What the order cost the company. */
  public Money cost() {
    return cost(Set.of(CostLine.Kind.values()));
  }

  /** What of it went into these. */
  Money cost(Set<CostLine.Kind> kinds) {
    var sum =
        costs.stream()
            .filter(cost -> kinds.contains(cost.kind()))
            .map(CostLine::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(sum, currency);
  }

  /** Short, and different whenever anything in here is: the version of what a person saw. */
  public String fingerprint() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hash = sha.digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
