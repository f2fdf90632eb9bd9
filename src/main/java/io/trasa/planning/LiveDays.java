package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.orders.Progress;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.Absence;
import io.trasa.people.PeopleService;
import io.trasa.people.Shift;
import io.trasa.people.Technician;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.LiveRoute;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.routing.TravelMatrix;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out how routes go on from what has happened. Only routes of which something was sent live:
 * nobody can be late for what nobody was told.
 */
@Component
class LiveDays {

  /** On the phones, under way or done. */
  static final Set<VisitStatus> SENT =
      EnumSet.of(
          VisitStatus.DISPATCHED,
          VisitStatus.ACCEPTED,
          VisitStatus.TRAVELLING,
          VisitStatus.IN_PROGRESS,
          VisitStatus.DONE,
          VisitStatus.SETTLED,
          VisitStatus.INVOICED);

  private static final Spans ANY_TIME =
      Spans.of(List.of(new Span(Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2)));

  /** A crew delays its members' other visits, which may delay another crew; it ends soon. */
  private static final int CREW_ROUNDS = 5;

  private final PeopleService people;
  private final Ways ways;
  private final ZoneId zone;
  private final Clock clock;

  LiveDays(PeopleService people, Ways ways, ZoneId zone, Clock clock) {
    this.people = people;
    this.ways = ways;
    this.zone = zone;
    this.clock = clock;
  }

  /** One per live route of the day, of which all routes are given. */
  List<LiveDay> of(LocalDate day, Collection<PlannedRoute> routes, Collection<VisitBrief> visits) {
    var byId = visits.stream().collect(Collectors.toMap(VisitBrief::id, Function.identity()));
    boolean anythingSent =
        routes.stream().anyMatch(route -> stops(route, byId).anyMatch(s -> s.isSent()));
    return anythingSent ? new Reckoning(day, byId).of(routes) : List.of();
  }

  /** A planned visit with what is known of it now. */
  private record LiveStop(PlannedVisit planned, VisitBrief visit) {

    boolean isSent() {
      return SENT.contains(visit.status());
    }

    /** When it began in any way; null if it has not. */
    @Nullable Instant begunAt() {
      Progress p = visit.progress();
      return Stream.of(p.travelAt(), p.arrivedAt(), p.startedAt(), p.finishedAt())
          .filter(at -> at != null)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  /**
   * A break or a call that is still to come.
   *
   * @param before the index of the stop that comes next
   * @param planned when it was to begin
   */
  private record Pause(Stop stop, int before, Instant planned) {}

  private static Stream<LiveStop> stops(PlannedRoute route, Map<UUID, VisitBrief> visits) {
    return route.visits().stream()
        .flatMap(
            planned -> {
              VisitBrief visit = visits.get(planned.visitId());
              return visit == null || VisitsOfDays.GONE.contains(visit.status())
                  ? Stream.empty()
                  : Stream.of(new LiveStop(planned, visit));
            });
  }

  /** One reckoning of one day. */
  private final class Reckoning {
    private final LocalDate date;
    private final Horizon horizon;
    private final Map<UUID, VisitBrief> visits;
    private final Map<UUID, Technician> technicians;
    private final Map<UUID, List<Shift>> shifts;
    private final Map<UUID, List<Absence>> absences;
    private final int now;
    private final boolean changeWithTime = ways.changeWithTime();
    private final Map<UUID, Integer> crewStarts = new HashMap<>();

    Reckoning(LocalDate date, Map<UUID, VisitBrief> visits) {
      this.date = date;
      this.horizon = new Horizon(date, 1, zone);
      this.visits = visits;
      this.technicians =
          people.activeTechnicians().stream()
              .collect(Collectors.toMap(Technician::id, Function.identity()));
      this.shifts =
          people.shifts(horizon.start(), horizon.end()).stream()
              .filter(shift -> horizon.contains(shift.time().start()))
              .collect(Collectors.groupingBy(Shift::technicianId));
      this.absences =
          people.absences(horizon.start(), horizon.end()).stream()
              .collect(Collectors.groupingBy(Absence::technicianId));
      Instant instant = clock.instant();
      this.now = horizon.contains(instant) ? horizon.seconds(instant) : LiveRoute.NO_CLOCK;
    }

    List<LiveDay> of(Collection<PlannedRoute> routes) {
      // A crew was told a time, and begins no earlier.
      for (PlannedRoute route : routes) {
        stops(route, visits)
            .filter(stop -> stop.visit().crewSize() > 1)
            .forEach(
                stop ->
                    crewStarts.merge(
                        stop.visit().id(), horizon.seconds(stop.planned().startsAt()), Math::max));
      }
      var live =
          routes.stream()
              .filter(route -> technicians.containsKey(route.technicianId()))
              .filter(route -> stops(route, visits).anyMatch(LiveStop::isSent))
              .map(this::routeOf)
              .toList();
      for (int round = 0; round < CREW_ROUNDS && gatherCrews(live); round++) {
        live.forEach(Route::reckon);
      }
      return live.stream().map(this::view).toList();
    }

    private final class Route {
      private final UUID technicianId;
      private final TechnicianDay day;
      private final List<LiveStop> stops;
      private final List<Stop> engineStops;
      private final List<Pause> pauses;
      private LiveRoute times;

      Route(
          UUID technicianId,
          TechnicianDay day,
          List<LiveStop> stops,
          List<Stop> engineStops,
          List<Pause> pauses) {
        this.technicianId = technicianId;
        this.day = day;
        this.stops = stops;
        this.engineStops = engineStops;
        this.pauses = pauses;
        this.times = reckoned();
      }

      void reckon() {
        times = reckoned();
      }

      private LiveRoute reckoned() {
        var legs = new ArrayList<LiveRoute.Leg>();
        for (int i = 0; i < stops.size(); i++) {
          int before = i;
          pauses.stream()
              .filter(pause -> pause.before() == before)
              .map(
                  pause ->
                      new LiveRoute.Leg(pause.stop(), LiveRoute.Events.NONE, LiveRoute.NOT_YET))
              .forEach(legs::add);
          VisitBrief visit = stops.get(i).visit();
          legs.add(
              new LiveRoute.Leg(
                  engineStops.get(i),
                  events(visit.progress()),
                  crewStarts.getOrDefault(visit.id(), LiveRoute.NOT_YET)));
        }
        return new LiveRoute(day, legs, now);
      }

      /** The leg of a stop: breaks and the call before it are legs too. */
      int leg(int stop) {
        return stop + (int) pauses.stream().filter(pause -> pause.before() <= stop).count();
      }
    }

    /** A crew starts when its last member is there; true if somebody has to wait longer now. */
    private boolean gatherCrews(List<Route> routes) {
      boolean later = false;
      for (Route route : routes) {
        for (int i = 0; i < route.stops.size(); i++) {
          VisitBrief visit = route.stops.get(i).visit();
          if (visit.crewSize() > 1) {
            int start = route.times.start(route.leg(i));
            Integer known = crewStarts.get(visit.id());
            if (known == null || known < start) {
              crewStarts.put(visit.id(), start);
              later = true;
            }
          }
        }
      }
      return later;
    }

    private Route routeOf(PlannedRoute route) {
      var planned = stops(route, visits).toList();
      var begun =
          planned.stream()
              .filter(stop -> stop.begunAt() != null)
              .sorted(
                  Comparator.comparing(
                      LiveStop::begunAt, Comparator.nullsLast(Comparator.naturalOrder())))
              .toList();
      var order = new ArrayList<>(begun);
      planned.stream().filter(stop -> stop.begunAt() == null).forEach(order::add);
      boolean asPlanned =
          order.size() == route.visits().size()
              && order.stream().map(LiveStop::planned).toList().equals(route.visits());
      TravelMatrix travel = asPlanned && !changeWithTime ? storedLegs(route) : roads(route, order);
      var engineStops = new ArrayList<Stop>();
      for (int i = 0; i < order.size(); i++) {
        engineStops.add(stop(order.get(i), i + 1));
      }
      TechnicianDay day = day(route, travel);
      int depot = order.size() + 1;
      return new Route(
          route.technicianId(),
          day,
          order,
          engineStops,
          pauses(route, day, order, begun.size(), depot));
    }

    /** The breaks and the call that are still to come, in order. */
    private List<Pause> pauses(
        PlannedRoute route, TechnicianDay day, List<LiveStop> order, int begun, int depot) {
      var pauses = new ArrayList<Pause>();
      for (int number = 0; number < route.breaks().size(); number++) {
        PlannedBreak planned = route.breaks().get(number);
        int before = before(planned.afterVisits(), order, begun);
        if (before < order.size()) {
          pauses.add(new Pause(Stop.breakOf(day, number), before, planned.startsAt()));
        }
      }
      PlannedCall call = route.call();
      int before = call == null ? order.size() : before(call.afterVisits(), order, begun);
      if (call != null && before < order.size()) {
        int seconds = Math.toIntExact(Duration.between(call.startsAt(), call.endsAt()).toSeconds());
        Stop stop = Stop.callOf(day, depot, seconds, ANY_TIME);
        pauses.add(new Pause(stop, before, call.startsAt()));
      }
      pauses.sort(Comparator.comparingInt(Pause::before).thenComparing(Pause::planned));
      return pauses;
    }

    /**
     * Before which stop a break or a call is, where it was planned but after what has begun. One
     * that something began after it is over, and one after the last visit is not taken: those are
     * before none.
     */
    private static int before(int afterVisits, List<LiveStop> order, int begun) {
      int before = begun;
      for (int i = 0; i < order.size(); i++) {
        boolean isEarlier = order.get(i).planned().sequence() <= afterVisits;
        if (!isEarlier && i < begun) {
          return order.size();
        }
        before = isEarlier ? Math.max(before, i + 1) : before;
      }
      return before;
    }

    /**
     * The drives of the plan; the other ways are not needed. The place after the visits' is the
     * warehouse: the way by there is a part of the way to the visit after it.
     */
    private TravelMatrix storedLegs(PlannedRoute route) {
      int depot = route.visits().size() + 1;
      int size = depot + 1;
      int[] seconds = TravelMatrix.nowhere(size);
      for (int i = 1; i < depot; i++) {
        seconds[(i - 1) * size + i] = route.visits().get(i - 1).driveSeconds();
      }
      seconds[(depot - 1) * size] = route.driveHomeSeconds();
      PlannedCall call = route.call();
      if (call != null && call.afterVisits() + 1 < depot) {
        int before = call.afterVisits();
        int next = before + 1;
        seconds[before * size + depot] = call.driveSeconds();
        seconds[depot * size + next] =
            Math.max(0, seconds[before * size + next] - call.driveSeconds());
      }
      return TravelMatrix.of(size, seconds, TravelMatrix.nowhere(size));
    }

    private TravelMatrix roads(PlannedRoute route, List<LiveStop> order) {
      var places = new ArrayList<Coordinates>();
      Technician technician = technician(route.technicianId());
      places.add(technician.home());
      order.forEach(stop -> places.add(stop.visit().coordinates()));
      PlannedCall call = route.call();
      if (call != null) {
        places.add(call.place());
      }
      Vehicle vehicle = technician.vehicle();
      return Objects.requireNonNull(
          ways.between(places, EnumSet.of(vehicle), horizon).get(vehicle));
    }

    private Technician technician(UUID id) {
      return Objects.requireNonNull(technicians.get(id));
    }

    private TechnicianDay day(PlannedRoute route, TravelMatrix travel) {
      var ofDay = shifts.getOrDefault(route.technicianId(), List.of());
      var away = absences.getOrDefault(route.technicianId(), List.of());
      var presence =
          ofDay.isEmpty()
              ? new Presence(horizon.clip(route.departsAt(), route.homeAt()), Spans.NONE)
              : Presence.of(
                  horizon,
                  ofDay.stream().map(Shift::time).toList(),
                  away.stream().map(Absence::time).toList());
      return new TechnicianDay(
          TechnicianDay.Facts.of(route.technicianId().toString(), 0, 0, presence.shift(), travel)
              .absent(presence.absences())
              .pausing(route.breaks().stream().map(this::asPlanned).toList()));
    }

    /** A break begins as planned, or later if there is no time for it. */
    private Break asPlanned(PlannedBreak pause) {
      int start = horizon.seconds(pause.startsAt());
      int seconds = horizon.seconds(pause.endsAt()) - start;
      return new Break(Stop.ANYWHERE, new Span(start, start), seconds);
    }

    private Stop stop(LiveStop stop, int place) {
      VisitBrief visit = stop.visit();
      PlannedVisit planned = stop.planned();
      return new Stop(
          Stop.Facts.visit(
                  visit.id(),
                  place,
                  Math.toIntExact(visit.duration().toSeconds()),
                  WhenMay.in(StartWindows.of(visit, horizon, horizon.start())),
                  0)
              .member(planned.member(), visit.crewSize())
              .pinned(planned.isPinned() ? new Pin(0, horizon.seconds(planned.startsAt())) : null));
    }

    private LiveRoute.Events events(Progress progress) {
      return new LiveRoute.Events(
          seconds(progress.travelAt()),
          seconds(progress.arrivedAt()),
          seconds(progress.startedAt()),
          seconds(progress.finishedAt()));
    }

    private int seconds(@Nullable Instant at) {
      return at == null ? LiveRoute.NOT_YET : horizon.seconds(at);
    }

    private LiveDay view(Route route) {
      var estimates = new ArrayList<Estimate>();
      for (int i = 0; i < route.stops.size(); i++) {
        VisitBrief visit = route.stops.get(i).visit();
        int leg = route.leg(i);
        Instant start = horizon.instant(route.times.start(leg));
        int slack = Slack.seconds(visit, start, zone);
        estimates.add(
            new Estimate(
                visit.id(),
                horizon.instant(arrival(route, i)),
                start,
                horizon.instant(route.times.end(leg)),
                slack,
                Estimate.risk(slack, visit.progress().startedAt() != null)));
      }
      return new LiveDay(
          route.technicianId,
          date,
          estimates,
          route.pauses.stream()
              .filter(pause -> pause.stop().isBreak())
              .map(pause -> estimate(route, pause))
              .toList(),
          route.pauses.stream()
              .filter(pause -> pause.stop().isCall())
              .map(pause -> estimate(route, pause))
              .findFirst()
              .orElse(null),
          horizon.instant(route.times.home()),
          route.day.overtimeSeconds(route.times.home()));
    }

    /** As in the plan: who has not left home yet does so when it is time, not to wait outside. */
    private int arrival(Route route, int i) {
      boolean atHome = i == 0 && route.stops.getFirst().begunAt() == null;
      int leg = route.leg(i);
      return atHome ? route.times.start(leg) : route.times.arrival(leg);
    }

    private LiveDay.Pause estimate(Route route, Pause pause) {
      int leg = pause.before() + route.pauses.indexOf(pause);
      return new LiveDay.Pause(
          pause.stop().member(),
          horizon.instant(route.times.start(leg)),
          horizon.instant(route.times.end(leg)));
    }
  }
}
