package io.trasa.planning;

import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Measures plans, stored or not, as their days really go; see {@link PlanKpis}. */
@Component
class PlanMeter {

  private final OrderService orders;
  private final LiveDays liveDays;

  PlanMeter(OrderService orders, LiveDays liveDays) {
    this.orders = orders;
    this.liveDays = liveDays;
  }

  /** Of a plan's days. */
  @Transactional(readOnly = true)
  public PlanKpis of(Plan plan, Horizon horizon) {
    return of(plan, horizon, orders.visitsFor(horizon.from(), horizon.days()));
  }

  /** The same where the visits of these days are known already. */
  @Transactional(readOnly = true)
  public PlanKpis of(Plan plan, Horizon horizon, Collection<VisitBrief> visits) {
    List<PlannedRoute> routes = plan.routesOf(horizon);
    return PlanKpis.of(
        horizon, routes, visits, live(horizon, routes, visits), plan.costMinutes(horizon));
  }

  /** How these routes go on, of whichever plan they are. */
  List<LiveDay> live(
      Horizon horizon, Collection<PlannedRoute> routes, Collection<VisitBrief> visits) {
    return horizon
        .dates()
        .flatMap(
            day ->
                liveDays
                    .of(day, routes.stream().filter(r -> r.day().equals(day)).toList(), visits)
                    .stream())
        .toList();
  }
}
