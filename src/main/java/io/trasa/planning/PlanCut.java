package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts a plan into parts for nodes to search apart: halves its days by where their visits lie, or
 * by their dates, and the halves again the other way, each with as many stops. Territories are not
 * asked: who may go where is a rule already, and neighbours across a border may exchange visits.
 */
final class PlanCut {

  /** Whoever is nearer to a pole has shorter degrees of longitude; near enough for a cut. */
  private record Spot(TechnicianDay day, int stops, double north, double east, long date) {

    double distance(double otherNorth, double otherEast) {
      return Math.hypot(north - otherNorth, east - otherEast);
    }
  }

  /** The part of a stop without a place. */
  private static final int NOWHERE = -1;

  private final RoutePlan plan;
  private final Coordinates[] places;
  private final Map<String, LocalDate> dates;
  private final int parts;
  private final Map<String, Integer> partOfDay = new HashMap<>();
  private final Map<UUID, List<Stop>> visits;
  private final Map<UUID, Set<UUID>> tied = new HashMap<>();
  private final List<Spot> spots;

  private PlanCut(
      RoutePlan plan, Map<Coordinates, Integer> places, Map<String, LocalDate> dates, int parts) {
    this.plan = plan;
    this.places = new Coordinates[places.size()];
    places.forEach((place, index) -> this.places[index] = place);
    this.dates = dates;
    this.parts = parts;
    visits =
        plan.getStops().stream()
            .filter(Stop::isVisit)
            .collect(Collectors.groupingBy(Stop::visit, LinkedHashMap::new, Collectors.toList()));
    for (Dependency each : plan.getDependencies()) {
      tied.computeIfAbsent(each.before(), v -> new HashSet<>()).add(each.after());
      tied.computeIfAbsent(each.after(), v -> new HashSet<>()).add(each.before());
    }
    spots = new ArrayList<>(plan.getDays().stream().map(this::spot).toList());
  }

  /**
   * @param plan with the times of its stops
   * @param places by their index, as in {@link Problem}
   * @param dates by the technician's day
   * @param round every other one is cut the other way
   */
  static List<PlanPart> of(
      RoutePlan plan,
      Map<Coordinates, Integer> places,
      Map<String, LocalDate> dates,
      int parts,
      int round) {
    var cut = new PlanCut(plan, places, dates, parts);
    cut.halve(0, cut.spots.size(), 0, parts, round);
    return cut.parts();
  }

  private Spot spot(TechnicianDay day) {
    List<Coordinates> around =
        day.getStops().stream()
            .filter(stop -> stop.place() != Stop.ANYWHERE)
            .map(stop -> places[stop.place()])
            .toList();
    if (around.isEmpty()) {
      around = List.of(places[day.home()]);
    }
    return new Spot(
        day,
        day.getStops().size(),
        around.stream().mapToDouble(PlanCut::north).average().orElseThrow(),
        around.stream().mapToDouble(PlanCut::east).average().orElseThrow(),
        dates.getOrDefault(day.getId(), LocalDate.EPOCH).toEpochDay());
  }

  private static double north(Coordinates place) {
    return place.lat();
  }

  private static double east(Coordinates place) {
    return place.lon() * Math.cos(Math.toRadians(place.lat()));
  }

  private void halve(int from, int to, int first, int count, int turn) {
    if (count == 1 || to - from < 2) {
      spots.subList(from, to).forEach(spot -> partOfDay.put(spot.day().getId(), first));
      return;
    }
    List<Spot> mine = spots.subList(from, to);
    mine.sort(Comparator.comparingDouble(along(mine, turn)));
    int left = count / 2;
    long rest = mine.stream().mapToLong(Spot::stops).sum() * left / count;
    int middle = from;
    while (middle < to - 1 && rest > 0) {
      rest -= spots.get(middle++).stops();
    }
    halve(from, middle, first, left, turn + 1);
    halve(middle, to, first + left, count - left, turn + 1);
  }

  /** The longer way across first, then by date, or across the other way on a single day. */
  private static ToDoubleFunction<Spot> along(List<Spot> spots, int turn) {
    boolean isLong = spread(spots, Spot::north) > spread(spots, Spot::east);
    if (turn % 2 == 0) {
      return isLong ? Spot::north : Spot::east;
    }
    if (spread(spots, Spot::date) > 0) {
      return Spot::date;
    }
    return isLong ? Spot::east : Spot::north;
  }

  private static double spread(List<Spot> spots, ToDoubleFunction<Spot> by) {
    var all = spots.stream().mapToDouble(by).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  private List<PlanPart> parts() {
    KeptRoutes routes = KeptRoutes.of(plan);
    List<Map<String, List<KeptRoutes.Place>>> days = empty(LinkedHashMap::new);
    partOfDay.forEach((day, part) -> days.get(part).put(day, routes.days().get(day)));
    List<Set<String>> out = empty(HashSet::new);
    List<Map<String, Integer>> fixed = empty(HashMap::new);
    visits.forEach(
        (visit, stops) -> {
          Set<Integer> around = partsOf(tied.getOrDefault(visit, Set.of()));
          if (stops.stream().allMatch(stop -> stop.getDay() == null)) {
            // Of those that wait for each other all that are out stay so while parts are apart.
            if (around.isEmpty()) {
              around.add(nearest(stops.getFirst()));
            }
            if (around.size() == 1 && !around.contains(NOWHERE)) {
              stops.forEach(stop -> out.get(around.iterator().next()).add(stop.getId()));
            }
            return;
          }
          around.addAll(partsOf(Set.of(visit)));
          if (around.size() > 1) {
            stops.stream()
                .filter(stop -> stop.getDay() != null)
                .forEach(stop -> fixed.get(partOf(stop)).put(stop.getId(), stop.start()));
          }
        });
    return IntStream.range(0, parts)
        .mapToObj(
            part -> new PlanPart(new KeptRoutes(days.get(part)), out.get(part), fixed.get(part)))
        .toList();
  }

  private <T> List<T> empty(Supplier<T> one) {
    return Stream.generate(one).limit(parts).toList();
  }

  private Set<Integer> partsOf(Set<UUID> some) {
    return some.stream()
        .flatMap(visit -> visits.getOrDefault(visit, List.of()).stream())
        .map(this::partOf)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private int partOf(Stop stop) {
    TechnicianDay day = stop.getDay();
    return day == null ? NOWHERE : partOfDay.getOrDefault(day.getId(), NOWHERE);
  }

  private int nearest(Stop stop) {
    Coordinates place = places[stop.place()];
    return spots.stream()
        .min(Comparator.comparingDouble(spot -> spot.distance(north(place), east(place))))
        .map(spot -> partOfDay.getOrDefault(spot.day().getId(), 0))
        .orElse(0);
  }
}
