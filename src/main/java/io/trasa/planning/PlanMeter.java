package io.trasa.planning;

import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Measures plans, stored or not, as their days really go; see {@link PlanKpis}. */
@Component
class PlanMeter {

  private final Plans plans;
  private final OrderService orders;
  private final LiveDays liveDays;

  PlanMeter(Plans plans, OrderService orders, LiveDays liveDays) {
    this.plans = plans;
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

  /** Of a scenario's plan: nobody was sent it, so it is measured as planned. */
  PlanKpis apart(Plan plan, Horizon horizon, Suppositions supposed) {
    return apart(plan, horizon, supposed.visits(orders.visitsFor(horizon.from(), horizon.days())))
        .kpis();
  }

  /** The same with its routes, where the visits are known already as they would be. */
  PlanDiff.Side apart(Plan plan, Horizon horizon, Collection<VisitBrief> visits) {
    List<PlannedRoute> routes = plan.routesOf(horizon);
    return new PlanDiff.Side(
        routes, PlanKpis.of(horizon, routes, visits, List.of(), plan.costMinutes(horizon)));
  }

  /** Of what holds for these days. */
  @Transactional(readOnly = true)
  public PlanDiff.Side standing(Horizon horizon, Collection<VisitBrief> visits) {
    var held = new TreeMap<LocalDate, Plan>();
    horizon.dates().forEach(day -> plans.current(day).ifPresent(plan -> held.put(day, plan)));
    var routes = new ArrayList<PlannedRoute>();
    held.forEach((day, plan) -> routes.addAll(plans.routes(plan, day)));
    var kpis =
        PlanKpis.of(
            horizon, routes, visits, live(horizon, routes, visits), costMinutes(horizon, held));
    return new PlanDiff.Side(routes, kpis);
  }

  /** Null where no plan holds, and where one holds in part. */
  static @Nullable Long costMinutes(Horizon horizon, Map<LocalDate, Plan> held) {
    long sum = 0;
    for (Plan plan : Set.copyOf(held.values())) {
      boolean whole = plan.dates().allMatch(day -> plan.equals(held.get(day)));
      Long cost = whole ? plan.costMinutes(horizon) : null;
      if (cost == null) {
        return null;
      }
      sum += cost;
    }
    return held.isEmpty() ? null : sum;
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
