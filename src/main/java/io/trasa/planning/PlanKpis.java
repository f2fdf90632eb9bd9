package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan, or some days of it, comes to in numbers: counted here once for whoever shows them.
 * Beginnings and overtime are as planned, and from the first sending on as the day really goes.
 *
 * @param planned visits on a route that nobody called off; a crew's visit counts once
 * @param unassigned visits that could be on these days and are on no route
 * @param onTimePercent planned visits that begin within their window or by their due day; 100 where
 *     none is planned
 * @param late planned visits that begin after it
 * @param lateMinutes by which they do, together, each begun minute
 * @param atRisk not begun, with less than a quarter of an hour of slack, but not late
 * @param driveSeconds ways home included
 * @param waitSeconds away from home, neither driving nor working; breaks included
 * @param loadPercent driving and work as a share of the time that the technicians are there
 * @param costMinutes the wishes' cost, a minute of driving being 1; null for a part of a plan
 */
public record PlanKpis(
    int planned,
    int unassigned,
    int onTimePercent,
    int late,
    long lateMinutes,
    int atRisk,
    long driveSeconds,
    long driveMetres,
    long workSeconds,
    long waitSeconds,
    long overtimeSeconds,
    int loadPercent,
    @Nullable Long costMinutes) {

  /**
   * Counts routes.
   *
   * @param routes of these days
   * @param known the visits that these days have to do with; one that is missing here is never late
   * @param live how those routes go on of which something was sent
   */
  static PlanKpis of(
      Horizon horizon,
      Collection<PlannedRoute> routes,
      Collection<VisitBrief> known,
      Collection<LiveDay> live,
      @Nullable Long costMinutes) {
    List<PlannedRoute> driven = driven(routes);
    Map<UUID, Beginning> beginnings = beginnings(horizon.zone(), driven, known, live);
    Set<UUID> onRoutes = VisitsOfDays.onRoutes(routes);
    int unassigned =
        (int)
            VisitsOfDays.of(horizon, routes, known).stream()
                .filter(visit -> !onRoutes.contains(visit.id()))
                .count();
    int planned = beginnings.size();
    int late = count(beginnings, Estimate.Risk.LATE);
    long available = routes.stream().mapToLong(PlannedRoute::availableSeconds).sum();
    long busy = driveSeconds(routes) + sum(driven, PlannedRoute::workSeconds);
    return new PlanKpis(
        planned,
        unassigned,
        planned == 0 ? 100 : (planned - late) * 100 / planned,
        late,
        beginnings.values().stream().mapToLong(Beginning::lateMinutes).sum(),
        count(beginnings, Estimate.Risk.AT_RISK),
        driveSeconds(routes),
        driveMetres(routes),
        sum(driven, PlannedRoute::workSeconds),
        sum(driven, PlannedRoute::waitSeconds),
        overtime(driven, live),
        available == 0 ? 0 : Math.round(100f * busy / available),
        costMinutes);
  }

  /**
   * How a visit begins.
   *
   * @param slackSeconds how much later it could; negative if it is late
   * @param risk late even if it has begun: this counts what was promised, not what can be helped
   */
  private record Beginning(int slackSeconds, Estimate.Risk risk) {

    static Beginning of(Estimate estimate) {
      int slack = estimate.slackSeconds();
      return new Beginning(slack, slack < 0 ? Estimate.Risk.LATE : estimate.risk());
    }

    static Beginning planned(int slack) {
      return new Beginning(slack, Estimate.risk(slack, false));
    }

    /** A crew is as late as its latest member. */
    Beginning orWorse(Beginning other) {
      return slackSeconds <= other.slackSeconds ? this : other;
    }

    long lateMinutes() {
      return slackSeconds < 0 ? Math.ceilDiv(-(long) slackSeconds, 60L) : 0;
    }
  }

  /** By visit, without those that were called off. */
  private static Map<UUID, Beginning> beginnings(
      ZoneId zone,
      List<PlannedRoute> routes,
      Collection<VisitBrief> known,
      Collection<LiveDay> live) {
    Map<UUID, VisitBrief> visits =
        known.stream().collect(Collectors.toMap(VisitBrief::id, Function.identity()));
    Map<UUID, Beginning> estimated = new HashMap<>();
    live.stream()
        .flatMap(day -> day.estimates().stream())
        .forEach(e -> estimated.merge(e.visitId(), Beginning.of(e), Beginning::orWorse));
    Map<UUID, Beginning> beginnings = new HashMap<>();
    visits(routes)
        .forEach(
            planned -> {
              UUID id = planned.visitId();
              VisitBrief visit = visits.get(id);
              if (visit == null || !VisitsOfDays.GONE.contains(visit.status())) {
                Beginning asPlanned = Beginning.planned(slack(visit, planned, zone));
                beginnings.merge(id, estimated.getOrDefault(id, asPlanned), Beginning::orWorse);
              }
            });
    return beginnings;
  }

  private static int slack(@Nullable VisitBrief visit, PlannedVisit planned, ZoneId zone) {
    return visit == null ? Integer.MAX_VALUE : Slack.seconds(visit, planned.startsAt(), zone);
  }

  private static Stream<PlannedVisit> visits(List<PlannedRoute> routes) {
    return routes.stream().flatMap(route -> route.visits().stream());
  }

  private static int count(Map<UUID, Beginning> beginnings, Estimate.Risk risk) {
    return (int) beginnings.values().stream().filter(b -> b.risk() == risk).count();
  }

  private static long overtime(List<PlannedRoute> routes, Collection<LiveDay> live) {
    Map<RouteKey, Integer> going =
        live.stream()
            .collect(
                Collectors.toMap(
                    day -> new RouteKey(day.technicianId(), day.day()), LiveDay::overtimeSeconds));
    return routes.stream()
        .mapToLong(route -> going.getOrDefault(RouteKey.of(route), route.overtimeSeconds()))
        .sum();
  }

  /** Of all routes that somebody drives. */
  static long driveSeconds(Collection<PlannedRoute> routes) {
    return sum(driven(routes), PlannedRoute::driveSeconds);
  }

  /** Of all routes that somebody drives. */
  static long driveMetres(Collection<PlannedRoute> routes) {
    return sum(driven(routes), PlannedRoute::driveMetres);
  }

  private static List<PlannedRoute> driven(Collection<PlannedRoute> routes) {
    return routes.stream().filter(route -> !route.visits().isEmpty()).toList();
  }

  private static long sum(List<PlannedRoute> routes, ToLongFunction<PlannedRoute> measure) {
    return routes.stream().mapToLong(measure).sum();
  }
}
