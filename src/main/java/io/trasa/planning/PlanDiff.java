package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a second plan changes against a first one, stored or not, on the days that both cover.
 *
 * @param days that both cover
 * @param moved visits that others do, or at another time
 * @param added visits that only the second plan has on these days
 * @param dropped visits that only the first plan has on these days
 * @param promisesBroken visits that begin too late in the second plan and did not in the first
 */
public record PlanDiff(
    List<LocalDate> days,
    List<Moved> moved,
    List<Placed> added,
    List<Placed> dropped,
    List<UUID> promisesBroken,
    PlanKpis before,
    PlanKpis after) {

  /**
   * Where a visit has its place.
   *
   * @param technicianIds who goes, the lead first
   */
  public record Placed(UUID visitId, List<UUID> technicianIds, Instant start) {}

  /**
   * @param shiftSeconds how much later it begins; negative for earlier
   */
  public record Moved(
      UUID visitId, Placed before, Placed after, boolean otherTechnicians, long shiftSeconds) {

    static Moved of(Placed before, Placed after) {
      return new Moved(
          after.visitId(),
          before,
          after,
          !before.technicianIds().equals(after.technicianIds()),
          Duration.between(before.start(), after.start()).toSeconds());
    }

    boolean isMove() {
      return otherTechnicians || shiftSeconds != 0;
    }
  }

  /**
   * Compares two plans.
   *
   * @param horizon the days that both cover
   * @param visits what is known of the visits; one that is missing here is never late
   */
  static PlanDiff of(Horizon horizon, Side before, Side after, Map<UUID, VisitBrief> visits) {
    Map<UUID, Placed> first = placed(before.routes());
    Map<UUID, Placed> second = placed(after.routes());
    var moved = new ArrayList<Moved>();
    second.forEach(
        (visit, place) -> {
          Placed old = first.get(visit);
          if (old != null && Moved.of(old, place).isMove()) {
            moved.add(Moved.of(old, place));
          }
        });
    ToIntFunction<Placed> slack =
        place -> {
          VisitBrief visit = visits.get(place.visitId());
          return visit == null
              ? Integer.MAX_VALUE
              : Slack.seconds(visit, place.start(), horizon.zone());
        };
    var broken =
        second.values().stream()
            .filter(place -> slack.applyAsInt(place) < 0)
            .filter(place -> isKept(first.get(place.visitId()), slack))
            .map(Placed::visitId)
            .toList();
    return new PlanDiff(
        horizon.dates().toList(),
        List.copyOf(moved),
        only(second, first),
        only(first, second),
        broken,
        before.kpis(),
        after.kpis());
  }

  /** One of the two, with its routes of these days. */
  record Side(List<PlannedRoute> routes, PlanKpis kpis) {}

  private static boolean isKept(@Nullable Placed place, ToIntFunction<Placed> slack) {
    return place == null || slack.applyAsInt(place) >= 0;
  }

  private static List<Placed> only(Map<UUID, Placed> here, Map<UUID, Placed> notThere) {
    return here.values().stream().filter(p -> !notThere.containsKey(p.visitId())).toList();
  }

  /** By visit, in the order of their starts; a crew has one place. */
  private static Map<UUID, Placed> placed(List<PlannedRoute> routes) {
    Map<UUID, List<PlannedVisit>> parts =
        routes.stream()
            .flatMap(route -> route.visits().stream())
            .sorted(
                Comparator.comparing(PlannedVisit::startsAt)
                    .thenComparing(PlannedVisit::visitId)
                    .thenComparing(PlannedVisit::member))
            .collect(
                Collectors.groupingBy(
                    PlannedVisit::visitId, LinkedHashMap::new, Collectors.toList()));
    var placed = new LinkedHashMap<UUID, Placed>();
    parts.forEach(
        (visit, crew) ->
            placed.put(
                visit,
                new Placed(
                    visit,
                    crew.stream()
                        .sorted(Comparator.comparingInt(PlannedVisit::member))
                        .map(part -> part.route().technicianId())
                        .toList(),
                    crew.getFirst().startsAt())));
    return placed;
  }
}
