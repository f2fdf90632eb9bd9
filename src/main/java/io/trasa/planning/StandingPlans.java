package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.orders.OrderChanged;
import io.trasa.orders.VisitChanged;
import io.trasa.parts.StockChanged;
import io.trasa.parts.WarehouseChanged;
import io.trasa.people.PeopleChanged;
import io.trasa.planning.advice.Route;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.routing.TravelMatrix;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plans that hold, kept in memory so that questions about them are answered in milliseconds.
 * One is read anew when another plan holds or it was changed, when orders, visits, people or stock
 * changed, and after a minute in any case: what other nodes or rooms changed shows then. When
 * something is stored, it is measured on what was read in that moment ({@link #read}).
 */
@Component
class StandingPlans {

  private static final int MAX_KEPT = 8;
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  /** What was asked for: days, and places that the matrices are to know beside their own. */
  private record Asked(Horizon horizon, Set<Coordinates> places) {}

  private record Kept(StandingPlan plan, long generation, Instant readAt) {}

  private final ProblemBuilder problems;
  private final Plans plans;
  private final Ways ways;
  private final TransactionTemplate reading;
  private final Clock clock;

  /** By horizon, the one that was asked for last at the end. */
  private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private long generation;

  StandingPlans(
      ProblemBuilder problems,
      Plans plans,
      Ways ways,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.problems = problems;
    this.plans = plans;
    this.ways = ways;
    this.clock = clock;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /** The plan that holds for these days; days without one have empty routes. */
  StandingPlan of(Horizon horizon) {
    return of(horizon, Set.of());
  }

  /** The same, on matrices that know these places too. */
  StandingPlan of(Horizon horizon, Set<Coordinates> places) {
    var asked = new Asked(horizon, places);
    List<PlanStamp> stamps = stamps(horizon);
    long now = generation();
    Kept known = find(asked);
    if (known != null
        && known.generation() == now
        && known.plan().stamps().equals(stamps)
        && known.readAt().plus(MAX_AGE).isAfter(clock.instant())
        && !known.readAt().isAfter(clock.instant())) {
      return known.plan();
    }
    StandingPlan plan = places.isEmpty() ? read(horizon) : wider(of(horizon), places);
    keep(asked, new Kept(plan, now, clock.instant()));
    return plan;
  }

  /** The same plan on matrices that know more places: nothing is read anew. */
  private StandingPlan wider(StandingPlan plan, Set<Coordinates> more) {
    Problem problem = plan.problem();
    var places = new LinkedHashMap<Coordinates, Integer>();
    problem.places().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(place -> places.put(place.getKey(), place.getValue()));
    more.forEach(place -> places.putIfAbsent(place, places.size()));
    var vehicles = EnumSet.noneOf(Vehicle.class);
    problem.technicians().forEach(technician -> vehicles.add(technician.vehicle()));
    Map<Vehicle, TravelMatrix> matrices =
        ways.between(List.copyOf(places.keySet()), vehicles, problem.horizon());
    var wider = new IdentityHashMap<TravelMatrix, TravelMatrix>();
    for (Route route : plan.standing().routes()) {
      Vehicle vehicle = problem.technicians().get(route.day().technician()).vehicle();
      wider.put(route.day().travel(), Objects.requireNonNull(matrices.get(vehicle)));
    }
    return new StandingPlan(
        problem.knowing(places), plan.standing().over(wider), plan.stamps(), plan.forced());
  }

  /** The same as it is at this moment. */
  StandingPlan read(Horizon horizon) {
    return read(horizon, Set.of());
  }

  StandingPlan read(Horizon horizon, Set<Coordinates> places) {
    return Objects.requireNonNull(reading.execute(status -> readNow(horizon, places)));
  }

  private StandingPlan readNow(Horizon horizon, Set<Coordinates> places) {
    List<PlanStamp> stamps = stamps(horizon);
    Problem problem = problems.build(horizon, policy(horizon), places);
    RoutePlan plan = problem.routePlan();
    plan.setStops(Stream.concat(plan.getStops().stream(), problem.leftOut().stream()).toList());
    List<PlannedRoute> routes = routes(horizon);
    KeptRoutes.of(routes).layOn(plan);
    return new StandingPlan(problem, new Standing(plan), stamps, forced(routes));
  }

  private static Map<String, Forced> forced(List<PlannedRoute> routes) {
    var forced = new HashMap<String, Forced>();
    for (PlannedRoute route : routes) {
      for (PlannedVisit visit : route.visits()) {
        Forced mark = visit.forced();
        if (mark != null) {
          forced.put(visit.visitId() + "/" + visit.member(), mark);
        }
      }
    }
    return forced;
  }

  /** The one of the first day's plan, so that costs add up to its score; else the usual one. */
  private @Nullable PolicyRevision policy(Horizon horizon) {
    return horizon
        .dates()
        .flatMap(day -> plans.current(day).stream())
        .findFirst()
        .map(Plan::policy)
        .orElse(null);
  }

  private List<PlanStamp> stamps(Horizon horizon) {
    return horizon
        .dates()
        .flatMap(
            day -> plans.current(day).map(p -> new PlanStamp(day, p.id(), p.version())).stream())
        .toList();
  }

  private List<PlannedRoute> routes(Horizon horizon) {
    return horizon
        .dates()
        .flatMap(day -> plans.current(day).stream().flatMap(p -> plans.routes(p, day).stream()))
        .toList();
  }

  private synchronized @Nullable Kept find(Asked asked) {
    return kept.get(asked);
  }

  private synchronized void keep(Asked asked, Kept plan) {
    kept.put(asked, plan);
    while (kept.size() > MAX_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private synchronized long generation() {
    return generation;
  }

  private synchronized void changed() {
    generation++;
  }

  /**
   * Once for a transaction; nothing of it is kept to be done later, the cache dies with the node.
   */
  private void changesAtCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      changed();
    } else if (TransactionSynchronizationManager.getSynchronizations().stream()
        .noneMatch(Change.class::isInstance)) {
      TransactionSynchronizationManager.registerSynchronization(new Change());
    }
  }

  private final class Change implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      changed();
    }
  }

  @EventListener
  void on(OrderChanged order) {
    changesAtCommit();
  }

  @EventListener
  void on(VisitChanged visit) {
    changesAtCommit();
  }

  @EventListener
  void on(PeopleChanged people) {
    changesAtCommit();
  }

  @EventListener
  void on(StockChanged stock) {
    changesAtCommit();
  }

  @EventListener
  void on(WarehouseChanged warehouse) {
    changesAtCommit();
  }
}
