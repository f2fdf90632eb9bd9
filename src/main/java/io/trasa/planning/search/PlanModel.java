package io.trasa.planning.search;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Turns a plan into a {@link Model}: stops and days keep their order. Pinned stops stay where they
 * are and may not start later than they do by themselves, so a pin that is broken already gets no
 * worse. A crew starts when its window opens, all together.
 */
final class PlanModel {

  private final RoutePlan plan;
  private final List<Stop> stops;
  private final List<TechnicianDay> days;
  private final Model model;
  private final Map<Stop, Integer> index = new IdentityHashMap<>();
  private final boolean[] locked;

  /** Points of what is out whatever the search does, weighted. */
  private long lostPoints;

  private PlanModel(RoutePlan plan) {
    this.plan = plan;
    stops = plan.getStops();
    days = plan.getDays();
    int places = days.isEmpty() ? 0 : days.getFirst().travel().size();
    model = new Model(stops.size(), days.size(), places);
    locked = new boolean[days.size()];
    for (int s = 0; s < stops.size(); s++) {
      index.put(stops.get(s), s);
    }
  }

  /** A model and its points that are lost in any case. */
  record Translation(Model model, long lostPoints) {}

  static Translation of(RoutePlan plan) {
    var translation = new PlanModel(plan);
    translation.translate();
    return new Translation(translation.model, translation.lostPoints);
  }

  private void translate() {
    model.travelWeight = weight(Rule.TRAVEL).softScore();
    model.priorityWeight = weight(Rule.PRIORITY).softScore();
    for (int s = 0; s < stops.size(); s++) {
      Stop stop = stops.get(s);
      model.place[s] = stop.place();
      model.service[s] = stop.serviceSeconds();
      model.urgency[s] = stop.urgencyPercent();
      model.wishedStart[s] = stop.windows().from(0);
      model.fixed[s] = stop.isPinned();
      model.spans[s] = StartSpans.of(stop.windows());
    }
    var ways = new IdentityHashMap<TravelMatrix, Model.Ways>();
    for (int d = 0; d < days.size(); d++) {
      TechnicianDay day = days.get(d);
      model.place[stops.size() + d] = day.home();
      model.shiftStart[d] = day.shiftStart();
      model.deadline[d] = day.shiftEnd();
      model.technician[d] = day.technician();
      model.ways[d] = ways.computeIfAbsent(day.travel(), PlanModel::waysOf);
      fix(d);
    }
    units();
    for (int d = 0; d < days.size(); d++) {
      eligibility(d);
    }
    kinds();
  }

  private HardMediumSoftScore weight(Rule rule) {
    HardMediumSoftScore weight = plan.getWeights().getConstraintWeight(rule.name());
    return Objects.requireNonNullElse(weight, HardMediumSoftScore.of(1, 1, 1));
  }

  private static Model.Ways waysOf(TravelMatrix travel) {
    int n = travel.size();
    int[] out = new int[n * n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        int seconds = travel.seconds(from, to);
        out[from * n + to] = seconds == TravelMatrix.UNREACHABLE ? Model.NEVER : seconds;
      }
    }
    return Model.waysOf(out, n, travel.dependsOnTime() ? new Hours(travel) : null);
  }

  /** Ways under traffic. */
  private record Hours(TravelMatrix travel) implements Model.Clockwork {

    @Override
    public int travel(int from, int to, int departure) {
      return travel.travel(from, to, departure);
    }

    @Override
    public int latestDeparture(int from, int to, int arrival) {
      return travel.latestDeparture(from, to, arrival);
    }
  }

  /** The pinned stops of a day bound it as they are by themselves. */
  private void fix(int d) {
    TechnicianDay day = days.get(d);
    List<Stop> pinned = day.getStops().stream().filter(Stop::isPinned).toList();
    if (pinned.isEmpty()) {
      return;
    }
    var times = Timetable.of(day, pinned);
    int from = day.home();
    for (int i = 0; i < pinned.size(); i++) {
      Pin pin = Objects.requireNonNull(pinned.get(i).pin());
      model.spans[indexOf(pinned.get(i))] = new int[] {pin.start(), times.start(i)};
      locked[d] |= !day.travel().isReachable(from, pinned.get(i).place());
      from = pinned.get(i).place();
      locked[d] |= !day.travel().isReachable(from, day.home());
    }
    model.deadline[d] = Math.max(day.shiftEnd(), times.home());
  }

  private int indexOf(Stop stop) {
    return Objects.requireNonNull(index.get(stop));
  }

  private void units() {
    Map<UUID, List<Stop>> visits = new LinkedHashMap<>();
    stops.forEach(s -> visits.computeIfAbsent(s.visit(), v -> new ArrayList<>()).add(s));
    var units = new ArrayList<int[]>();
    var taken = new ArrayList<int[]>();
    var points = new ArrayList<Long>();
    for (List<Stop> visit : visits.values()) {
      int[] free = visit.stream().filter(s -> !s.isPinned()).mapToInt(this::indexOf).toArray();
      List<Stop> placed = visit.stream().filter(s -> s.isPinned() && s.getDay() != null).toList();
      long lost = unassignedPoints(visit.stream().filter(s -> s.isPinned() && s.getDay() == null));
      long incomplete =
          visit.getFirst().isCrewed()
              ? weight(Rule.CREW_INCOMPLETE).mediumScore()
                  * placed.stream().mapToLong(Stop::points).sum()
              : 0;
      lostPoints += lost;
      if (free.length == 0) {
        lostPoints += lost > 0 || isOneMissing(visit) ? incomplete : 0;
        continue;
      }
      for (int s : free) {
        model.unit[s] = units.size();
        if (visit.getFirst().isCrewed()) {
          appoint(s, visit, placed);
        }
      }
      units.add(free);
      taken.add(placed.stream().mapToInt(s -> s.assignedDay().technician()).toArray());
      points.add(unassignedPoints(visit.stream().filter(s -> !s.isPinned())) + incomplete);
    }
    model.members = units.toArray(int[][]::new);
    model.takenTechnicians = taken.toArray(int[][]::new);
    model.points = points.stream().mapToLong(Long::longValue).toArray();
  }

  private static boolean isOneMissing(List<Stop> visit) {
    return visit.stream().anyMatch(s -> s.getDay() == null);
  }

  private long unassignedPoints(Stream<Stop> out) {
    return weight(Rule.UNASSIGNED).mediumScore() * out.mapToLong(Stop::points).sum();
  }

  /** All of a crew start when the window opens; never, if its pinned members do not. */
  private void appoint(int s, List<Stop> visit, List<Stop> placed) {
    int instant = stops.get(s).windows().from(0);
    long pinned = visit.stream().filter(Stop::isPinned).count();
    boolean together =
        placed.size() == pinned
            && placed.stream()
                .map(p -> model.spans[indexOf(p)])
                .allMatch(span -> span[0] == instant && span[1] == instant);
    model.spans[s] = together ? new int[] {instant, instant} : new int[] {instant, -Model.NEVER};
  }

  private void eligibility(int d) {
    TechnicianDay day = days.get(d);
    int[][] onDay = day.absences().isEmpty() ? null : model.spans.clone();
    for (int s = 0; s < stops.size(); s++) {
      Stop stop = stops.get(s);
      if (stop.isPinned() || locked[d]) {
        continue;
      }
      int[] spans = model.spans[s];
      if (onDay != null) {
        spans = StartSpans.without(spans, day.absences(), stop.serviceSeconds(), day.shiftEnd());
        onDay[s] = Arrays.equals(spans, model.spans[s]) ? model.spans[s] : spans;
      }
      if (spans.length > 0
          && spans[spans.length - 1] >= day.shiftStart()
          && spans[0] + stop.serviceSeconds() <= model.deadline[d]
          && stop.missingSkillLevels(day) == 0
          && !stop.isOutsideTerritories(day)
          && day.travel().isReachable(stop.place(), day.home())) {
        model.allow(s, d);
      }
    }
    model.spansOnDay[d] = onDay;
  }

  /** Days that nothing tells apart while they are empty; rare but for depots. */
  private void kinds() {
    var kinds = new HashMap<List<Object>, Integer>();
    for (int d = 0; d < days.size(); d++) {
      TechnicianDay day = days.get(d);
      var allowed = new BitSet();
      for (int s = 0; s < stops.size(); s++) {
        allowed.set(s, model.isAllowed(s, d));
      }
      Object own = day.absences().isEmpty() ? 0 : day;
      List<Object> kind =
          List.of(model.ways[d], day.home(), day.shiftStart(), model.deadline[d], allowed, own);
      model.kind[d] = kinds.computeIfAbsent(kind, k -> kinds.size());
    }
  }

  /** Puts what the plan has placed into the routes, as far as it keeps the rules. */
  static Routes routesOf(RoutePlan plan, Model model) {
    var routes = new Routes(model);
    Map<Stop, Integer> index = new IdentityHashMap<>();
    for (Stop stop : plan.getStops()) {
      index.put(stop, index.size());
    }
    for (int d = 0; d < model.days; d++) {
      int[] route =
          plan.getDays().get(d).getStops().stream()
              .mapToInt(s -> Objects.requireNonNull(index.get(s)))
              .toArray();
      fill(routes, d, route);
      if (!isKept(routes, d, route)) {
        for (int s : route) {
          if (!model.fixed[s]) {
            routes.take(s);
          }
        }
        routes.refresh(d);
      }
    }
    for (int[] members : model.members) {
      breakUp(routes, members);
    }
    return routes;
  }

  private static void fill(Routes routes, int d, int[] route) {
    for (int s : route) {
      routes.place(s, routes.prev[routes.home(d)], d);
    }
    routes.refresh(d);
  }

  private static boolean isKept(Routes routes, int d, int[] route) {
    Model model = routes.model;
    boolean allowed = Arrays.stream(route).allMatch(s -> model.fixed[s] || model.isAllowed(s, d));
    return allowed && routes.isInTime(d);
  }

  /** A crew that is not whole, or not of different people, is taken apart. */
  private static void breakUp(Routes routes, int[] members) {
    Model model = routes.model;
    int unit = model.unit[members[0]];
    var people = new HashSet<Integer>();
    for (int taken : model.takenTechnicians[unit]) {
      people.add(taken);
    }
    boolean whole = true;
    for (int s : members) {
      int d = routes.day[s];
      boolean alone = members.length == 1 && model.takenTechnicians[unit].length == 0;
      whole &= d >= 0 && (people.add(model.technician[d]) || alone);
    }
    for (int s : members) {
      int d = routes.day[s];
      if (!whole && d >= 0) {
        routes.take(s);
        routes.refresh(d);
      }
    }
  }
}
