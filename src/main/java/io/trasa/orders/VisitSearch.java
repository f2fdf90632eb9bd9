package io.trasa.orders;

import io.trasa.common.InvalidInputException;
import io.trasa.customers.CustomerService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the visits that matter for some days, in a number of queries that does not grow. */
@Component
class VisitSearch {

  static final int MAX_DAYS = 62;

  private final Visits visits;
  private final CustomerService customers;
  private final Clock clock;
  private final ZoneId zone;

  VisitSearch(Visits visits, CustomerService customers, Clock clock, ZoneId companyZone) {
    this.visits = visits;
    this.customers = customers;
    this.clock = clock;
    this.zone = companyZone;
  }

  List<VisitBrief> visitsFor(LocalDate firstDay, int days) {
    if (days < 1 || days > MAX_DAYS) {
      throw new InvalidInputException(
          "days", days, "is not 1 to " + MAX_DAYS, "Ask for a shorter time.");
    }
    var end = firstDay.plusDays(days);
    var today = LocalDate.now(clock.withZone(zone));
    boolean withToday = !today.isBefore(firstDay) && today.isBefore(end);
    // What is overdue belongs to today; on other days nothing is.
    var overdueBefore = withToday ? today : LocalDate.EPOCH;
    var ids =
        visits.idsFor(
            startOf(firstDay), startOf(end), firstDay, end, startOf(overdueBefore), overdueBefore);
    return briefs(visits.withOrders(ids));
  }

  private List<VisitBrief> briefs(List<Visit> found) {
    var byId =
        customers.customers(
            found.stream().map(v -> v.order().customerId()).collect(Collectors.toSet()));
    var sites =
        customers.sites(found.stream().map(v -> v.order().siteId()).collect(Collectors.toSet()));
    return found.stream()
        .map(
            visit ->
                VisitBrief.of(
                    visit,
                    Objects.requireNonNull(byId.get(visit.order().customerId())),
                    Objects.requireNonNull(sites.get(visit.order().siteId()))))
        .toList();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
