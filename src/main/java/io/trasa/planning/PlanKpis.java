package io.trasa.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a plan, or some days of it, comes to in numbers: counted here once for whoever shows them.
 *
 * @param planned visits on a route; a crew's visit counts once
 * @param onTimePercent planned visits that begin within their window or by their due day; 100 where
 *     none is planned
 * @param late planned visits that begin after it
 * @param lateMinutes by which they do, together, each begun minute
 * @param atRisk with less than a quarter of an hour of slack, but not late
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
   * @param slackSeconds how much later a visit could begin; negative if it is late, {@link
   *     Integer#MAX_VALUE} if it may begin at any time
   */
  public static PlanKpis of(
      Collection<PlannedRoute> routes,
      int unassigned,
      ToIntFunction<PlannedVisit> slackSeconds,
      @Nullable Long costMinutes) {
    List<PlannedRoute> driven = routes.stream().filter(r -> !r.visits().isEmpty()).toList();
    // A crew is as late as its latest member.
    Map<UUID, Integer> slack = new HashMap<>();
    driven.stream()
        .flatMap(route -> route.visits().stream())
        .forEach(v -> slack.merge(v.visitId(), slackSeconds.applyAsInt(v), Math::min));
    int late = (int) slack.values().stream().filter(seconds -> seconds < 0).count();
    int atRisk =
        (int)
            slack.values().stream()
                .filter(seconds -> Estimate.risk(seconds, false) == Estimate.Risk.AT_RISK)
                .count();
    long available = routes.stream().mapToLong(PlannedRoute::availableSeconds).sum();
    long busy = sum(driven, PlannedRoute::driveSeconds) + sum(driven, PlannedRoute::workSeconds);
    return new PlanKpis(
        slack.size(),
        unassigned,
        slack.isEmpty() ? 100 : (slack.size() - late) * 100 / slack.size(),
        late,
        slack.values().stream().mapToLong(PlanKpis::lateMinutes).sum(),
        atRisk,
        sum(driven, PlannedRoute::driveSeconds),
        sum(driven, PlannedRoute::driveMetres),
        sum(driven, PlannedRoute::workSeconds),
        sum(driven, PlannedRoute::waitSeconds),
        sum(driven, PlannedRoute::overtimeSeconds),
        available == 0 ? 0 : Math.round(100f * busy / available),
        costMinutes);
  }

  private static long lateMinutes(int slackSeconds) {
    return slackSeconds < 0 ? Math.ceilDiv(-(long) slackSeconds, 60L) : 0;
  }

  private static long sum(List<PlannedRoute> routes, ToLongFunction<PlannedRoute> measure) {
    return routes.stream().mapToLong(measure).sum();
  }
}
