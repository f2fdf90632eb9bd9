package io.trasa.planning.search;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.Published;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.StartSpans;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.problem.WhoMay;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plan into a {@link Model}: stops and days keep their order. Pinned stops stay where they
 * are and may not start later than they do by themselves, so a pin that is broken already gets no
 * worse.
 */
final class PlanModel {

  private static final int EVER = WhenMay.EVER;
  private static final int NOBODY = -1;

  private static final int ANYBODY = -2;
  private static final int[] NEVER_SPAN = {1, 0};
  private static final Spans.Span NO_SPAN = new Spans.Span(0, 0);

  private final RoutePlan plan;
  private final List<Stop> stops;
  private final List<TechnicianDay> days;
  private final Model model;
  private final Map<Stop, Integer> index = new IdentityHashMap<>();
  private final boolean[] locked;
  private final Map<String, Integer> dayIndex = new HashMap<>();

  /** Where a pinned visit decides who does a free one. */
  /** By stop: the only technician who may have it, or {@link #ANYBODY}, or {@link #NOBODY}. */
  private final int[] onlyTechnician;

  private final int kinds;
  private final int toolWords;
  private final boolean stockMatters;
  private final boolean costsByDay;

  /** Points of what is out whatever the search does, weighted. */
  private long lostPoints;

  private PlanModel(RoutePlan plan) {
    this.plan = plan;
    stops = plan.getStops();
    days = plan.getDays();
    int places = days.isEmpty() ? 0 : days.getFirst().travel().size();
    model = new Model(stops.size(), days.size(), places);
    locked = new boolean[days.size()];
    onlyTechnician = new int[stops.size()];
    Arrays.fill(onlyTechnician, ANYBODY);
    for (int s = 0; s < stops.size(); s++) {
      index.put(stops.get(s), s);
    }
    List<Cargo> cargo =
        Stream.concat(stops.stream().map(Stop::cargo), days.stream().map(TechnicianDay::stock))
            .toList();
    kinds = cargo.stream().mapToInt(c -> c.parts().length).max().orElse(0);
    toolWords = cargo.stream().mapToInt(c -> c.tools().toLongArray().length).max().orElse(0);
    stockMatters = stops.stream().anyMatch(s -> !s.cargo().isBare());
    costsByDay =
        stops.stream().anyMatch(s -> s.published() != null || !s.who().preferred().isEmpty())
            || days.stream().anyMatch(day -> day.hourPercent() != 100);
  }

  /** A model and its points that are lost in any case. */
  record Translation(Model model, long lostPoints) {}

  static Translation of(RoutePlan plan) {
    return Objects.requireNonNull(of(plan, () -> false));
  }

  /**
   * @param stopped asked for each day: thousands of them and of stops take seconds
   * @return null if it was stopped
   */
  static @Nullable Translation of(RoutePlan plan, BooleanSupplier stopped) {
    var translation = new PlanModel(plan);
    return translation.translate(stopped)
        ? new Translation(translation.model, translation.lostPoints)
        : null;
  }

  private boolean translate(BooleanSupplier stopped) {
    model.travelWeight = soft(Rule.TRAVEL);
    model.dayWeights =
        new Model.DayWeights(
            soft(Rule.WORKING_TIME),
            soft(Rule.OVERTIME),
            soft(Rule.WAITING),
            soft(Rule.WORKLOAD),
            soft(Rule.FAIRNESS));
    var ways = new HashMap<List<Object>, Model.Ways>();
    for (int d = 0; d < days.size(); d++) {
      day(d, ways);
    }
    for (int s = 0; s < stops.size(); s++) {
      stop(s);
    }
    for (int d = 0; d < days.size(); d++) {
      fix(d);
      model.rich[d] = isRich(d);
    }
    units();
    dependencies();
    for (int s = 0; s < stops.size(); s++) {
      model.spans[s] = model.spans[s].length == 0 ? NEVER_SPAN : model.spans[s];
    }
    int[] asks = asks();
    boolean varies = Arrays.stream(model.serviceBy).anyMatch(Objects::nonNull);
    for (int d = 0; d < days.size(); d++) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      eligibility(d, varies, asks);
    }
    kinds();
    return true;
  }

  private void day(int d, Map<List<Object>, Model.Ways> ways) {
    TechnicianDay day = days.get(d);
    dayIndex.put(day.getId(), d);
    model.place[stops.size() + d] = day.home();
    model.endPlace[d] = day.endPlace();
    model.shiftStart[d] = day.shiftStart();
    model.shiftEnd[d] = day.shiftEnd();
    model.deadline[d] = day.latestHome();
    model.capacity[d] = day.stock().load();
    model.maxDrive[d] = day.maxDriveSeconds();
    model.target[d] = day.targetSeconds();
    model.available[d] = day.availableSeconds();
    model.hourPercent[d] = day.hourPercent();
    model.technician[d] = day.technician();
    model.vanTools[d] = bits(day.stock().tools());
    model.vanParts[d] = pieces(day.stock());
    model.breaks[d] = new int[day.breaks().size()];
    model.breakBy[d] = day.breaks().stream().mapToInt(pause -> pause.start().to()).toArray();
    Arrays.fill(model.breaks[d], -1);
    List<Object> key = List.of(new Identity(day.travel()), day.kmPercent());
    model.ways[d] = ways.computeIfAbsent(key, k -> waysOf(day));
  }

  /** A key that is equal only to itself. */
  private record Identity(Object object) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity identity && identity.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  private void stop(int s) {
    Stop stop = stops.get(s);
    model.service[s] = stop.serviceSeconds();
    model.serviceBy[s] = stop.secondsByTechnician();
    model.fixed[s] = stop.isPinned();
    model.crewed[s] = stop.isCrewed();
    model.load[s] = stop.cargo().load();
    model.tools[s] = stop.cargo().tools().isEmpty() ? null : bits(stop.cargo().tools());
    model.parts[s] = stop.cargo().isBare() ? null : pieces(stop.cargo());
    model.spans[s] =
        StartSpans.within(
            StartSpans.of(stop.windows()),
            Integer.MIN_VALUE,
            stop.when().latestEnd() - shortestService(s));
    model.timing[s] = timing(stop);
    model.hasTimings |= model.timing[s] != null;
    model.dayCost[s] = dayCost(stop);
    model.place[s] = Math.max(0, stop.place());
    if (!stop.isVisit()) {
      own(s, stop);
    }
  }

  private void own(int s, Stop stop) {
    int d = Objects.requireNonNullElse(dayIndex.get(stop.ownDay()), model.days);
    model.own[s] = d;
    model.floating[s] = stop.place() == Stop.ANYWHERE;
    if (d < model.days && stop.isBreak()) {
      model.breaks[d][stop.member()] = s;
    } else if (d < model.days) {
      model.depot[d] = s;
    }
  }

  /** Kinds of parts that anything here speaks of. */
  private int[] pieces(Cargo cargo) {
    return Arrays.copyOf(cargo.parts(), kinds);
  }

  private long[] bits(BitSet set) {
    return Arrays.copyOf(set.toLongArray(), toolWords);
  }

  private Model.@Nullable Timing timing(Stop stop) {
    WhenMay when = stop.when();
    Spans.Span promised = Objects.requireNonNullElse(when.promised(), NO_SPAN);
    Spans.Span preferred = Objects.requireNonNullElse(when.preferred(), NO_SPAN);
    Published published = Objects.requireNonNullElse(stop.published(), new Published(0, 0, 0));
    boolean kept = when.promised() != null || when.dueEnd() != EVER || when.latestEnd() != EVER;
    int due = Math.min(when.dueEnd(), when.latestEnd());
    var timing =
        new Model.Timing(
            stop.urgencyPercent() == 0 ? 0 : soft(Rule.PRIORITY),
            stop.windows().from(0),
            stop.urgencyPercent(),
            when.dueEnd() == EVER ? 0 : soft(Rule.LATENESS),
            when.dueEnd(),
            when.promised() == null ? 0 : soft(Rule.PROMISE),
            promised.from(),
            promised.to(),
            kept ? soft(Rule.RISK) : 0,
            when.promised() == null ? EVER : promised.to() - Stop.RISK_BUFFER_SECONDS,
            due == EVER ? EVER : due - Stop.RISK_BUFFER_SECONDS,
            when.preferred() == null ? 0 : soft(Rule.PREFERRED_TIME),
            preferred.from(),
            preferred.to(),
            stop.published() == null ? 0 : soft(Rule.OTHER_TIME),
            published.start(),
            published.nearnessPercent());
    return timing.isIdle() ? null : timing;
  }

  private long @Nullable [] dayCost(Stop stop) {
    long preferred = soft(Rule.PREFERRED_TECHNICIAN);
    long earliest = soft(Rule.EARLIEST_DAY);
    long overqualified = soft(Rule.OVERQUALIFIED);
    long other = soft(Rule.OTHER_TECHNICIAN);
    long[] costs = new long[days.size()];
    boolean any = false;
    for (int d = 0; d < days.size(); d++) {
      TechnicianDay day = days.get(d);
      costs[d] =
          (stop.isNotPreferred(day) ? preferred : 0)
              + earliest * stop.daysAfterFirst(day)
              + (overqualified == 0 ? 0 : overqualified * stop.spareSkillLevels(day))
              + other * stop.otherTechnicianPercent(day);
      any |= costs[d] > 0;
    }
    return any ? costs : null;
  }

  private boolean isRich(int d) {
    Model m = model;
    return m.breaks[d].length > 0
        || m.depot[d] >= 0
        || stockMatters
        || m.maxDrive[d] < TechnicianDay.UNLIMITED
        || (m.target[d] < TechnicianDay.UNLIMITED && m.dayWeights.workload() > 0)
        || m.dayWeights.fairness() > 0
        || m.dayWeights.asksForWorkingTime()
        || (m.dayWeights.overtime() > 0 && m.deadline[d] > m.shiftEnd[d])
        || m.ways[d].clockwork() != null;
  }

  private long soft(Rule rule) {
    return weight(rule).softScore();
  }

  private HardMediumSoftScore weight(Rule rule) {
    HardMediumSoftScore weight = plan.getWeights().getConstraintWeight(rule.name());
    return Objects.requireNonNullElse(weight, HardMediumSoftScore.of(1, 1, 1));
  }

  private Model.Ways waysOf(TechnicianDay day) {
    TravelMatrix travel = day.travel();
    int n = travel.size();
    int[] out = new int[n * n];
    int[] toll = soft(Rule.DISTANCE) == 0 ? null : new int[n * n];
    int weight = Math.toIntExact(soft(Rule.DISTANCE));
    boolean any = false;
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        int seconds = travel.seconds(from, to);
        out[from * n + to] = seconds == TravelMatrix.UNREACHABLE ? Model.NEVER : seconds;
        if (toll != null) {
          int costs = weight * day.hectometres(Math.max(0, travel.metres(from, to)));
          toll[from * n + to] = costs;
          any |= costs > 0;
        }
      }
    }
    var clockwork = travel.dependsOnTime() ? new Hours(travel) : null;
    return Model.waysOf(out, any ? toll : null, n, clockwork);
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
    locked[d] = day.isClosed();
    if (pinned.isEmpty()) {
      return;
    }
    var times = Timetable.of(day, pinned);
    int load = 0;
    for (int i = 0; i < pinned.size(); i++) {
      Pin pin = Objects.requireNonNull(pinned.get(i).pin());
      model.spans[indexOf(pinned.get(i))] = new int[] {pin.start(), times.start(i)};
      locked[d] |= pinned.get(i).missingWays(day, times.placeBefore(i)) > 0;
      load += pinned.get(i).cargo().load();
    }
    model.deadline[d] = Math.max(day.latestHome(), times.home());
    model.maxDrive[d] = Math.max(day.maxDriveSeconds(), times.driveSeconds());
    model.capacity[d] = Math.max(day.stock().load(), load);
    for (int i = 0; i < model.breakBy[d].length; i++) {
      model.breakBy[d][i] = Math.max(model.breakBy[d][i], times.end(pinned.size() - 1));
    }
  }

  private int indexOf(Stop stop) {
    return Objects.requireNonNull(index.get(stop));
  }

  private void units() {
    Map<UUID, List<Stop>> visits = new LinkedHashMap<>();
    stops.stream()
        .filter(Stop::isVisit)
        .forEach(s -> visits.computeIfAbsent(s.visit(), v -> new ArrayList<>()).add(s));
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

  /** What is free of a crew starts with its pinned members; never, if they do not agree. */
  private void appoint(int s, List<Stop> visit, List<Stop> placed) {
    long pinned = visit.stream().filter(Stop::isPinned).count();
    if (pinned == 0) {
      return;
    }
    int[] first = placed.isEmpty() ? NEVER_SPAN : model.spans[indexOf(placed.getFirst())];
    boolean together =
        placed.size() == pinned
            && placed.stream()
                .map(p -> model.spans[indexOf(p)])
                .allMatch(span -> span[0] == first[0] && span[1] == first[0]);
    model.spans[s] = together ? StartSpans.within(model.spans[s], first[0], first[0]) : new int[0];
  }

  private void dependencies() {
    Map<UUID, List<Stop>> visits = stops.stream().collect(Collectors.groupingBy(Stop::visit));
    var waits = new HashMap<Integer, List<Dependency>>();
    for (Dependency dependency : plan.getDependencies()) {
      List<Stop> before = visits.getOrDefault(dependency.before(), List.of());
      List<Stop> after = visits.getOrDefault(dependency.after(), List.of());
      for (Stop b : before) {
        for (Stop a : after) {
          tie(dependency, b, a);
        }
      }
      int first = unitOf(before);
      int then = unitOf(after);
      if (first >= 0 && then >= 0) {
        waits.computeIfAbsent(then, u -> new ArrayList<>()).add(dependency);
      }
    }
    model.waits = new Model.Waits[model.members.length];
    model.waiting = new int[model.members.length][];
    waits.forEach(
        (unit, list) -> {
          int[] before = list.stream().mapToInt(w -> unitOf(stopsOf(visits, w))).toArray();
          int[] gap = list.stream().mapToInt(Dependency::gapSeconds).toArray();
          boolean[] same = new boolean[before.length];
          for (int i = 0; i < before.length; i++) {
            same[i] = list.get(i).sameTechnician();
            model.waiting[before[i]] = with(model.waiting[before[i]], unit);
          }
          model.waits[unit] = new Model.Waits(before, gap, same);
        });
  }

  private static List<Stop> stopsOf(Map<UUID, List<Stop>> visits, Dependency dependency) {
    return visits.getOrDefault(dependency.before(), List.of());
  }

  private static int[] with(int @Nullable [] units, int unit) {
    int[] more = units == null ? new int[1] : Arrays.copyOf(units, units.length + 1);
    more[more.length - 1] = unit;
    return more;
  }

  /** The unit of the free stops of a visit; −1 if there are none. */
  private int unitOf(List<Stop> visit) {
    return visit.stream().mapToInt(s -> model.unit[indexOf(s)]).max().orElse(-1);
  }

  /** Where one of the two is pinned, the bound is known before the search. */
  private void tie(Dependency dependency, Stop before, Stop after) {
    if (after.isPinned() && !before.isPinned() && after.getDay() != null) {
      Pin pin = Objects.requireNonNull(after.pin());
      int b = indexOf(before);
      int end = pin.start() - dependency.gapSeconds();
      model.lastStart[b] = Math.min(model.lastStart[b], end - longestService(b));
      only(b, dependency, after);
    } else if (before.isPinned() && !after.isPinned()) {
      int a = indexOf(after);
      if (before.getDay() == null) {
        model.spans[a] = NEVER_SPAN;
      } else {
        int first = latestEnd(before) + dependency.gapSeconds();
        model.firstStart[a] = Math.max(model.firstStart[a], first);
      }
      only(a, dependency, before);
    }
  }

  /** By when a pinned stop is done at the latest. */
  private int latestEnd(Stop pinned) {
    int s = indexOf(pinned);
    return model.spans[s][model.spans[s].length - 1] + longestService(s);
  }

  private int shortestService(int s) {
    int[] by = model.serviceBy[s];
    return by == null ? model.service[s] : Arrays.stream(by).min().orElse(0);
  }

  private int longestService(int s) {
    int[] by = model.serviceBy[s];
    return by == null ? model.service[s] : Arrays.stream(by).max().orElse(0);
  }

  private void only(int s, Dependency dependency, Stop pinned) {
    if (dependency.sameTechnician() && pinned.getDay() != null) {
      int technician = pinned.assignedDay().technician();
      boolean agreed = onlyTechnician[s] == ANYBODY || onlyTechnician[s] == technician;
      onlyTechnician[s] = agreed ? technician : NOBODY;
    }
  }

  /** By stop: the first stop that asks the same of who comes. */
  private int[] asks() {
    var firsts = new HashMap<WhoMay, Integer>();
    int[] asks = new int[stops.size()];
    for (int s = 0; s < asks.length; s++) {
      asks[s] = Objects.requireNonNullElse(firsts.putIfAbsent(stops.get(s).who(), s), s);
    }
    return asks;
  }

  private void eligibility(int d, boolean varies, int[] asks) {
    TechnicianDay day = days.get(d);
    var capable = new BitSet();
    for (int s = 0; s < asks.length; s++) {
      capable.set(s, asks[s] == s ? isCapable(stops.get(s), day) : capable.get(asks[s]));
    }
    boolean cut = !day.absences().isEmpty() || day.frozenUntil() > day.shiftStart();
    int[][] onDay = cut || varies ? model.spans.clone() : null;
    model.spansOnDay[d] = onDay;
    for (int s = 0; s < stops.size(); s++) {
      Stop stop = stops.get(s);
      if (onDay != null && !stop.isPinned()) {
        int[] spans = StartSpans.cut(model.spans[s], stop, day);
        onDay[s] = Arrays.equals(spans, model.spans[s]) ? model.spans[s] : spans;
      }
      if (capable.get(s) && stop.isVisit() && !stop.isPinned() && !locked[d] && isEligible(s, d)) {
        model.allow(s, d);
      }
    }
  }

  private static boolean isCapable(Stop stop, TechnicianDay day) {
    return stop.missingSkillLevels(day) == 0
        && !stop.isOutsideTerritories(day)
        && !stop.isRefused(day);
  }

  private boolean isEligible(int s, int d) {
    Stop stop = stops.get(s);
    TechnicianDay day = days.get(d);
    int[] spans = model.spansOnDay[d] == null ? model.spans[s] : model.spansOnDay[d][s];
    return spans.length > 0
        && spans[spans.length - 1] >= day.shiftStart()
        && spans[0] + stop.serviceSeconds(day) <= model.deadline[d]
        && (onlyTechnician[s] == ANYBODY || onlyTechnician[s] == day.technician())
        && (day.endPlace() == Stop.ANYWHERE
            || day.travel().isReachable(stop.place(), day.endPlace()));
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
      boolean alike =
          !model.rich[d] && model.spansOnDay[d] == null && !costsByDay && model.depot[d] < 0;
      Object own = alike ? 0 : day.getId();
      List<Object> kind =
          List.of(
              model.ways[d],
              day.home(),
              day.endPlace(),
              day.shiftStart(),
              model.deadline[d],
              model.capacity[d],
              allowed,
              own);
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
      for (int s : route) {
        Integer agreed = plan.getStops().get(s).getAgreedStart();
        if (agreed != null) {
          routes.bound(s, agreed, model.crewed[s] && !model.fixed[s] ? agreed : Integer.MAX_VALUE);
        }
      }
      routes.fill(d, route);
      if (!isKept(routes, d, route)) {
        routes.strip(d);
      }
    }
    var ties = new Ties(routes, new Dice(0));
    int before;
    do {
      before = routes.brokenDays;
      for (int d = 0; d < model.days; d++) {
        if (routes.isBroken(d)) {
          routes.strip(d);
        }
      }
      for (int unit = 0; unit < model.members.length; unit++) {
        breakUp(routes, unit);
      }
      ties.takeOutOfOrder();
      // Taking out may break a day: a break is then taken at another place.
    } while (routes.brokenDays > 0 && routes.brokenDays != before);
    ties.agreeAll();
    return routes;
  }

  private static boolean isKept(Routes routes, int d, int[] route) {
    Model model = routes.model;
    boolean allowed =
        Arrays.stream(route)
            .allMatch(s -> model.fixed[s] || model.own[s] == d || model.isAllowed(s, d));
    return allowed && routes.isKept(d);
  }

  /** A crew that is not whole, not of different people, or not at one time, is taken apart. */
  private static void breakUp(Routes routes, int unit) {
    Model model = routes.model;
    int[] members = model.members[unit];
    var people = new HashSet<Integer>();
    for (int taken : model.takenTechnicians[unit]) {
      people.add(taken);
    }
    boolean whole = true;
    for (int s : members) {
      int d = routes.day[s];
      whole &=
          d >= 0
              && (!model.crewed[s]
                  || (people.add(model.technician[d])
                      && routes.startOf(s) == routes.startOf(members[0])));
    }
    for (int s : members) {
      int d = routes.day[s];
      if (!whole && d >= 0) {
        routes.take(s);
        routes.unbound(s);
        routes.refresh(d);
        routes.settle(d);
      } else if (whole && model.crewed[s]) {
        routes.bound(s, routes.startOf(s), routes.startOf(s));
        routes.refresh(d);
      }
    }
  }
}
