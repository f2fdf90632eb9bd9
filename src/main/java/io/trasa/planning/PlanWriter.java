package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.orders.OrderService;
import io.trasa.orders.PlannedStart;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns the engine's routes back into a plan of people, visits and true times, and stores it. */
@Component
class PlanWriter {

  private final Plans plans;
  private final OrderService orders;

  PlanWriter(Plans plans, OrderService orders) {
    this.plans = plans;
    this.orders = orders;
  }

  /** Stores a drafted plan and tells the orders, in one transaction: all of it or nothing. */
  @Transactional
  public Plan store(Plan drafted) {
    keepForced(drafted);
    Plan plan = plans.save(drafted);
    var placed = plan.routes().stream().flatMap(route -> route.visits().stream()).toList();
    var starts = new ArrayList<PlannedStart>();
    placed.stream()
        .collect(
            Collectors.groupingBy(PlannedVisit::visitId, LinkedHashMap::new, Collectors.toList()))
        .forEach((visitId, parts) -> starts.add(plannedStart(visitId, parts)));
    orders.recordPlan(starts, plan.leftOut());
    return plan;
  }

  /** What a dispatcher forced stays marked for as long as it stays where he put it. */
  private void keepForced(Plan drafted) {
    Map<UUID, List<PlannedVisit>> forced =
        drafted
            .dates()
            .flatMap(day -> plans.forced(day).stream())
            .collect(Collectors.groupingBy(PlannedVisit::visitId));
    drafted.routes().stream()
        .flatMap(route -> route.visits().stream())
        .filter(PlannedVisit::isPinned)
        .forEach(
            visit ->
                forced.getOrDefault(visit.visitId(), List.of()).stream()
                    .filter(before -> isSamePlace(before, visit))
                    .findFirst()
                    .ifPresent(before -> visit.force(before.forced())));
  }

  private static boolean isSamePlace(PlannedVisit before, PlannedVisit after) {
    return before.member() == after.member()
        && before.startsAt().equals(after.startsAt())
        && before.route().technicianId().equals(after.route().technicianId());
  }

  static PlannedStart plannedStart(UUID visitId, List<PlannedVisit> parts) {
    var crew = parts.stream().sorted(Comparator.comparingInt(PlannedVisit::member)).toList();
    return new PlannedStart(
        visitId,
        crew.stream().map(part -> part.route().technicianId()).toList(),
        crew.getFirst().startsAt());
  }

  /** The plan as it would be stored; also used to show a plan that is still getting better. */
  Plan draft(UUID jobId, Problem problem, RoutePlan solved) {
    var incompleteCrews = dropIncompleteCrews(solved);
    var score = Objects.requireNonNullElse(solved.getScore(), HardMediumSoftScore.ZERO);
    var plan = new Plan(jobId, problem.horizon().from(), problem.horizon().days(), score);
    plan.madeWith(problem.policy());
    var routes = new HashMap<String, PlannedRoute>();
    for (TechnicianDay day : solved.getDays()) {
      var stops =
          day.getStops().stream().filter(s -> !incompleteCrews.contains(s.visit())).toList();
      PlannedRoute route = route(problem, day, stops);
      routes.put(day.getId(), route);
      plan.add(route);
    }
    markBrokenRules(solved, routes, incompleteCrews);
    plan.leaveOut(new LeftOut(problem, solved, incompleteCrews).reasons());
    return plan;
  }

  /** A crew that the engine could not complete is not sent in part. */
  static Set<UUID> dropIncompleteCrews(RoutePlan solved) {
    var incomplete = new HashSet<UUID>();
    for (Stop stop : solved.getStops()) {
      if (stop.isCrewed() && stop.getDay() == null) {
        incomplete.add(stop.visit());
      }
    }
    return incomplete;
  }

  private static PlannedRoute route(Problem problem, TechnicianDay day, List<Stop> stops) {
    Horizon horizon = problem.horizon();
    var times = Timetable.of(day, stops);
    var route =
        new PlannedRoute(problem.technicianId(day), problem.date(day), frame(horizon, day, times));
    visits(horizon, times, stops, problem.held()).forEach(route::add);
    route.pause(breaks(horizon, times, stops));
    DepotCall.on(day, stops, times)
        .ifPresent(call -> call.write(route, horizon, problem.supply(), 0));
    return route;
  }

  static PlannedRoute.Frame frame(Horizon horizon, TechnicianDay day, Timetable times) {
    return new PlannedRoute.Frame(
        horizon.instant(times.departure()),
        horizon.instant(times.home()),
        times.driveHome(),
        times.metresHome(),
        workable(day),
        times.hasWork() ? day.overtimeSeconds(times.home()) : 0);
  }

  /** Seconds in which the technician is there and has no break. */
  static int workable(TechnicianDay day) {
    int breaks = day.breaks().stream().mapToInt(Break::seconds).sum();
    return Math.max(0, day.availableSeconds() - breaks);
  }

  /**
   * The visits of a route. Slots that are held are not written; the way to the visit after them, or
   * after a call at the depot, leads by them.
   *
   * @param held visits that are not pinned although their stops are
   */
  static List<PlannedVisit> visits(
      Horizon horizon, Timetable times, List<Stop> stops, Set<UUID> held) {
    var visits = new ArrayList<PlannedVisit>();
    int driveSeconds = 0;
    int driveMetres = 0;
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      driveSeconds += times.driveTo(i);
      driveMetres += times.metresTo(i);
      if (stop.isVisit() && !stop.isHeld()) {
        // Nobody leaves home before he must: the first arrival is moved to the start of work.
        int arrival = i == 0 ? times.start(0) : times.arrival(i);
        var written =
            new PlannedVisit.Times(
                horizon.instant(arrival),
                horizon.instant(times.start(i)),
                horizon.instant(times.end(i)),
                driveSeconds,
                driveMetres);
        int sequence = visits.size() + 1;
        visits.add(
            new PlannedVisit(
                stop.visit(),
                stop.member(),
                sequence,
                written,
                stop.isPinned() && !held.contains(stop.visit())));
        driveSeconds = 0;
        driveMetres = 0;
      }
    }
    return visits;
  }

  /** The breaks of a route that are taken. */
  static List<PlannedBreak> breaks(Horizon horizon, Timetable times, List<Stop> stops) {
    var breaks = new ArrayList<PlannedBreak>();
    int visits = 0;
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (stop.isVisit() && !stop.isHeld()) {
        visits++;
      } else if (stop.isBreak() && times.isTaken(i)) {
        breaks.add(
            new PlannedBreak(
                stop.member(),
                visits,
                horizon.instant(times.start(i)),
                horizon.instant(times.end(i))));
      }
    }
    return breaks;
  }

  /** What is broken is told: of a visit at the visit, of a day, its breaks and calls at the day. */
  static void markBrokenRules(
      RoutePlan solved, Map<String, PlannedRoute> routes, Set<UUID> unsent) {
    for (Finding finding : Explainer.findings(solved)) {
      PlannedRoute route = routes.get(finding.day());
      boolean written = finding.visit() == null || !unsent.contains(finding.visit());
      if (route != null && written && finding.rule().level() == Rule.Level.HARD) {
        var broken = new BrokenRule(finding.rule(), finding.amount());
        route.visits().stream()
            .filter(visit -> visit.visitId().equals(finding.visit()))
            .findFirst()
            .ifPresentOrElse(visit -> visit.breaks(broken), () -> route.breaks(broken));
      }
    }
  }
}
