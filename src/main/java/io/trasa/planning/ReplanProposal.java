package io.trasa.planning;

import io.trasa.common.TimeWindow;
import io.trasa.orders.VisitBrief;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.problem.UnderWay;
import java.time.Duration;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/**
 * A replanned day as a plan, and how it differs from the one that holds. A visit that keeps its
 * technicians and starts less than five minutes from when it was told, or from when it would start
 * if nobody did anything, is told nothing new and keeps its planned time.
 */
final class ReplanProposal {

  private static final int WORTH_TELLING = Math.toIntExact(ProgressNews.WORTH_TELLING.toSeconds());

  /** What becomes of a visit. */
  enum Kind {
    /** Other technicians, another time, or both. */
    MOVED,
    /** It was on no route. */
    ADDED,
    /** It has no place today any more. */
    DROPPED,
    /** What happened ends it for today: cancelled, or nobody is there. */
    ENDED
  }

  /**
   * One visit that changes.
   *
   * @param shiftMinutes later than planned; negative for earlier, 0 if it is new or dropped
   * @param breaksPromise it starts outside the windows of the customer
   * @param reason why it was dropped
   */
  record Change(
      UUID visitId,
      String orderNumber,
      String title,
      String customerName,
      Kind kind,
      List<UUID> technicianIdsBefore,
      List<UUID> technicianIds,
      @Nullable Instant startBefore,
      @Nullable Instant start,
      int shiftMinutes,
      boolean breaksPromise,
      Unplanned.@Nullable Reason reason) {}

  /** Where a visit is. */
  private record Place(List<UUID> technicians, Instant start) {}

  private final Replan.Setting setting;
  private final Horizon horizon;
  private final RoutePlan solved;
  private final UnderWay underWay;
  private final Plan plan;

  ReplanProposal(UUID id, Replan.Setting setting, RoutePlan solved) {
    this.setting = setting;
    this.solved = solved;
    this.horizon = setting.rest().horizon();
    underWay = setting.underWay();
    plan = draft(id);
  }

  /** Not stored yet. */
  Plan plan() {
    return plan;
  }

  private Plan draft(UUID id) {
    Set<UUID> incomplete = PlanWriter.dropIncompleteCrews(solved);
    var score =
        Objects.requireNonNullElse(
            solved.getScore(), ai.timefold.solver.core.api.score.HardMediumSoftScore.ZERO);
    var drafted = new Plan(id, horizon.from(), 1, score);
    Map<String, PlannedVisit> before = new HashMap<>();
    for (PlannedRoute route : setting.routes()) {
      route.visits().forEach(v -> before.put(v.visitId() + "/" + v.member(), v));
    }
    Set<UUID> kept = kept(before);
    for (TechnicianDay whole : setting.whole().getDays()) {
      TechnicianDay rest =
          solved.getDays().stream()
              .filter(day -> day.getId().equals(whole.getId()))
              .findFirst()
              .orElse(null);
      drafted.add(route(whole, rest, before, kept, incomplete));
    }
    var unplanned = new ArrayList<>(new LeftOut(setting.rest(), solved, incomplete).reasons());
    Set<UUID> told = new HashSet<>();
    unplanned.forEach(reason -> told.add(reason.visitId()));
    Set<UUID> placed = new HashSet<>();
    drafted.routes().forEach(r -> r.visits().forEach(v -> placed.add(v.visitId())));
    setting.baseUnplanned().stream()
        .filter(reason -> !told.contains(reason.visitId()) && !placed.contains(reason.visitId()))
        .forEach(unplanned::add);
    drafted.leaveOut(unplanned);
    return drafted;
  }

  /** Visits of which nobody is told anything new. */
  private Set<UUID> kept(Map<String, PlannedVisit> before) {
    var kept = new HashSet<UUID>();
    var moved = new HashSet<UUID>();
    for (TechnicianDay day : solved.getDays()) {
      UUID technician = setting.rest().technicianId(day);
      Timetable times = underWay.times(day, day.getStops());
      for (int i = 0; i < day.getStops().size(); i++) {
        Stop stop = day.getStops().get(i);
        PlannedVisit was = before.get(stop.getId());
        boolean same =
            was != null
                && was.route().technicianId().equals(technician)
                && (isNear(times.start(i), underWay.untouchedStart(stop.getId()))
                    || isNear(times.start(i), horizon.seconds(was.startsAt())));
        (same ? kept : moved).add(stop.visit());
      }
    }
    kept.removeAll(moved);
    return kept;
  }

  private static boolean isNear(int start, @Nullable Integer other) {
    return other != null && Math.abs(start - other) < WORTH_TELLING;
  }

  private PlannedRoute route(
      TechnicianDay whole,
      @Nullable TechnicianDay rest,
      Map<String, PlannedVisit> before,
      Set<UUID> kept,
      Set<UUID> incomplete) {
    var visits = new ArrayList<PlannedVisit>();
    for (UnderWay.Fixed fixed : underWay.fixed(whole.getId())) {
      PlannedVisit was = Objects.requireNonNull(before.get(fixed.stop().getId()));
      visits.add(copy(was, visits.size() + 1, was.driveSeconds(), was.driveMetres()));
    }
    int homeAt = whole.shiftStart();
    int driveHome = 0;
    int metresHome = 0;
    int departs = whole.shiftStart();
    if (rest != null) {
      List<Stop> stops =
          rest.getStops().stream().filter(s -> !incomplete.contains(s.visit())).toList();
      Timetable times = underWay.times(rest, stops);
      homeAt = times.home();
      driveHome = times.driveHome();
      metresHome = times.metresHome();
      departs = times.departure();
      add(visits, stops, times, before, kept, callTaken(whole));
    } else if (!visits.isEmpty()) {
      UnderWay.Fixed last = underWay.fixed(whole.getId()).getLast();
      Timetable times = Timetable.of(whole, List.of(last.stop()));
      driveHome = times.driveHome();
      metresHome = times.metresHome();
      homeAt = last.end() + driveHome;
    }
    Instant departure = horizon.instant(departs);
    if (!underWay.fixed(whole.getId()).isEmpty()) {
      departure = before(whole).map(PlannedRoute::departsAt).orElse(departure);
    }
    int overtime = visits.isEmpty() ? 0 : whole.overtimeSeconds(homeAt);
    var route =
        new PlannedRoute(
            setting.rest().technicianId(whole),
            horizon.from(),
            new PlannedRoute.Frame(
                departure,
                horizon.instant(homeAt),
                driveHome,
                metresHome,
                PlanWriter.workable(whole),
                overtime));
    visits.forEach(route::add);
    route.pause(breaks(whole, rest, incomplete));
    call(route, whole, rest, incomplete);
    return route;
  }

  /** The one made by now as it was planned, else the one that is made from now on. */
  private void call(
      PlannedRoute route, TechnicianDay whole, @Nullable TechnicianDay rest, Set<UUID> incomplete) {
    PlannedCall taken = callTaken(whole);
    if (taken != null) {
      route.call(taken, before(whole).map(PlannedRoute::fetched).orElse(List.of()));
    } else if (rest != null) {
      List<Stop> stops =
          rest.getStops().stream().filter(s -> !incomplete.contains(s.visit())).toList();
      int marks = (int) stops.stream().filter(underWay::isMark).count();
      int fixed = underWay.fixed(whole.getId()).size();
      DepotCall.on(rest, stops, underWay.times(rest, stops))
          .ifPresent(call -> call.write(route, horizon, setting.rest().supply(), fixed - marks));
    }
  }

  /** Null if it is still to be made, or was never planned. */
  private @Nullable PlannedCall callTaken(TechnicianDay whole) {
    PlannedCall call = before(whole).map(PlannedRoute::call).orElse(null);
    boolean isLeft = solved.getStops().stream().anyMatch(s -> s.isCall() && s.mayBeOn(whole));
    boolean isBehind = call != null && call.afterVisits() <= underWay.fixed(whole.getId()).size();
    return isBehind && !isLeft ? call : null;
  }

  /** Those taken by now as they were planned, the others where they are from now on. */
  private List<PlannedBreak> breaks(
      TechnicianDay whole, @Nullable TechnicianDay rest, Set<UUID> incomplete) {
    int fixed = underWay.fixed(whole.getId()).size();
    List<Integer> left = rest == null ? List.of() : underWay.breaksLeft(whole.getId());
    var breaks = new ArrayList<PlannedBreak>();
    before(whole).map(PlannedRoute::breaks).orElse(List.of()).stream()
        .filter(pause -> !left.contains(pause.number()))
        .map(
            pause ->
                new PlannedBreak(
                    pause.number(),
                    Math.min(fixed, pause.afterVisits()),
                    pause.startsAt(),
                    pause.endsAt()))
        .forEach(breaks::add);
    if (rest != null) {
      List<Stop> stops =
          rest.getStops().stream().filter(s -> !incomplete.contains(s.visit())).toList();
      int marks = (int) stops.stream().filter(underWay::isMark).count();
      PlanWriter.breaks(horizon, underWay.times(rest, stops), stops).stream()
          .map(
              pause ->
                  new PlannedBreak(
                      left.get(pause.number()),
                      fixed + pause.afterVisits() - marks,
                      pause.startsAt(),
                      pause.endsAt()))
          .forEach(breaks::add);
    }
    return breaks;
  }

  private java.util.Optional<PlannedRoute> before(TechnicianDay whole) {
    UUID technician = setting.rest().technicianId(whole);
    return setting.routes().stream().filter(r -> r.technicianId().equals(technician)).findFirst();
  }

  private void add(
      List<PlannedVisit> visits,
      List<Stop> stops,
      Timetable times,
      Map<String, PlannedVisit> before,
      Set<UUID> kept,
      @Nullable PlannedCall taken) {
    boolean atHome = visits.isEmpty() && stops.stream().noneMatch(underWay::isMark);
    // The way to a call counts with the visit after it.
    boolean fromCall = taken != null && taken.afterVisits() == visits.size();
    int seconds = fromCall ? Objects.requireNonNull(taken).driveSeconds() : 0;
    int metres = fromCall ? Objects.requireNonNull(taken).driveMetres() : 0;
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      seconds += times.driveTo(i);
      metres += times.metresTo(i);
      if (!stop.isVisit() || stop.isHeld() || underWay.isMark(stop)) {
        continue;
      }
      PlannedVisit was = before.get(stop.getId());
      if (was != null && kept.contains(stop.visit())) {
        visits.add(copy(was, visits.size() + 1, seconds, metres));
      } else {
        int arrival = atHome && visits.isEmpty() ? times.start(i) : times.arrival(i);
        visits.add(
            new PlannedVisit(
                stop.visit(),
                stop.member(),
                visits.size() + 1,
                new PlannedVisit.Times(
                    horizon.instant(arrival),
                    horizon.instant(times.start(i)),
                    horizon.instant(times.end(i)),
                    seconds,
                    metres),
                stop.isPinned()));
      }
      seconds = 0;
      metres = 0;
    }
  }

  private static PlannedVisit copy(PlannedVisit was, int sequence, int seconds, int metres) {
    return new PlannedVisit(
        was.visitId(),
        was.member(),
        sequence,
        new PlannedVisit.Times(was.arrivesAt(), was.startsAt(), was.endsAt(), seconds, metres),
        was.isPinned());
  }

  /** All visits that change, by their new or old start. */
  List<Change> changes() {
    Map<UUID, Place> before = places(setting.routes());
    Map<UUID, Place> after = places(plan.routes());
    var visits = new LinkedHashMap<UUID, Boolean>();
    before.keySet().forEach(visit -> visits.put(visit, true));
    after.keySet().forEach(visit -> visits.put(visit, true));
    var changes = new ArrayList<Change>();
    for (UUID id : visits.keySet()) {
      VisitBrief visit = setting.visits().get(id);
      Place was = before.get(id);
      Place is = after.get(id);
      if (visit != null && visit.status().isOpen() && !Objects.equals(was, is)) {
        changes.add(change(visit, was, is));
      }
    }
    changes.sort(
        Comparator.comparing(
                (Change c) ->
                    c.start() != null ? c.start() : Objects.requireNonNull(c.startBefore()))
            .thenComparing(Change::visitId));
    return changes;
  }

  private Change change(VisitBrief visit, @Nullable Place was, @Nullable Place is) {
    return new Change(
        visit.id(),
        visit.orderNumber(),
        visit.title(),
        visit.customerName(),
        kind(visit, was, is),
        was == null ? List.of() : was.technicians(),
        is == null ? List.of() : is.technicians(),
        was == null ? null : was.start(),
        is == null ? null : is.start(),
        was == null || is == null
            ? 0
            : Math.toIntExact(Duration.between(was.start(), is.start()).toMinutes()),
        is != null && isOutsideWindows(visit, is.start()),
        is != null
            ? null
            : plan.unplanned().stream()
                .filter(reason -> reason.visitId().equals(visit.id()) && reason.rank() == 0)
                .map(Unplanned::reason)
                .findFirst()
                .orElse(null));
  }

  private Kind kind(VisitBrief visit, @Nullable Place was, @Nullable Place is) {
    if (is == null) {
      return visit.id().equals(setting.ended()) ? Kind.ENDED : Kind.DROPPED;
    }
    return was == null ? Kind.ADDED : Kind.MOVED;
  }

  private static boolean isOutsideWindows(VisitBrief visit, Instant start) {
    return !visit.windows().isEmpty() && visit.windows().stream().noneMatch(w -> holds(w, start));
  }

  private static boolean holds(TimeWindow window, Instant start) {
    return !start.isBefore(window.start()) && !start.isAfter(window.end());
  }

  private static Map<UUID, Place> places(List<PlannedRoute> routes) {
    var parts = new LinkedHashMap<UUID, List<PlannedVisit>>();
    routes.stream()
        .flatMap(route -> route.visits().stream())
        .sorted(Comparator.comparingInt(PlannedVisit::member))
        .forEach(v -> parts.computeIfAbsent(v.visitId(), id -> new ArrayList<>()).add(v));
    var places = new LinkedHashMap<UUID, Place>();
    parts.forEach(
        (id, crew) ->
            places.put(
                id,
                new Place(
                    crew.stream().map(v -> v.route().technicianId()).toList(),
                    crew.getFirst().startsAt())));
    return places;
  }
}
