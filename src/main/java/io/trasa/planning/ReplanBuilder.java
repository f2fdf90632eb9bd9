package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.TimeWindow;
import io.trasa.common.Vehicle;
import io.trasa.orders.JobSheets;
import io.trasa.orders.OrderService;
import io.trasa.orders.Progress;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.parts.StockService;
import io.trasa.people.Position;
import io.trasa.people.PositionService;
import io.trasa.people.Technician;
import io.trasa.planning.problem.LiveRoute;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.Published;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.UnderWay;
import io.trasa.planning.rules.Fault;
import io.trasa.planning.rules.Faults;
import io.trasa.routing.RoadNetwork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.springframework.transaction.annotation.Transactional;

/** Reads today's plan and how far it got, and turns it and what happened into a problem. */
@Component
class ReplanBuilder {

  static final Set<VisitStatus> BEGUN =
      EnumSet.of(
          VisitStatus.TRAVELLING,
          VisitStatus.IN_PROGRESS,
          VisitStatus.DONE,
          VisitStatus.SETTLED,
          VisitStatus.INVOICED);

  private static final Set<VisitStatus> GONE =
      EnumSet.of(VisitStatus.CANCELLED, VisitStatus.FAILED, VisitStatus.ON_HOLD);
  private static final Set<VisitStatus> BEFORE_WORK =
      EnumSet.of(
          VisitStatus.NEW,
          VisitStatus.PLANNED,
          VisitStatus.DISPATCHED,
          VisitStatus.ACCEPTED,
          VisitStatus.TRAVELLING);

  /** A change of what nobody was told yet counts a fifth. */
  private static final int UNTOLD_DIVISOR = 5;

  /** Where somebody was so long ago he may not be any more. */
  private static final Duration POSITION_HOLDS = Duration.ofMinutes(10);

  private static final int POSITION_WITHIN_METRES = 500;

  /** An emergency outweighs every other visit. */
  private static final int EMERGENCY_POINTS = 5_000;

  /** Nobody loses the place he has to somebody as urgent who lost his. */
  private static final int KEPT_WORTH = 2;

  private static final int EMERGENCY_URGENCY_PERCENT = 20;

  private final Plans plans;
  private final OrderService orders;
  private final JobSheets sheets;
  private final StockService stock;
  private final ProblemBuilder problems;
  private final Holds holds;
  private final PositionService positions;
  private final RoadNetwork roads;
  private final ZoneId zone;
  private final Clock clock;

  ReplanBuilder(
      Plans plans,
      OrderService orders,
      JobSheets sheets,
      StockService stock,
      ProblemBuilder problems,
      Holds holds,
      PositionService positions,
      RoadNetwork roads,
      ZoneId zone,
      Clock clock) {
    this.plans = plans;
    this.orders = orders;
    this.sheets = sheets;
    this.stock = stock;
    this.problems = problems;
    this.holds = holds;
    this.positions = positions;
    this.roads = roads;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * @param freezeUntil what starts before stays; null freezes nothing
   * @throws NotFoundException if no plan covers today
   * @throws InvalidInputException if what happened does not go together with the plan
   */
  @Transactional(readOnly = true)
  public Replan.Setting build(Trigger trigger, @Nullable Instant freezeUntil) {
    return new Building(trigger, freezeUntil).setting();
  }

  private static InvalidInputException notPossible(String field, Object value, String reason) {
    return new InvalidInputException(
        field, value, reason, "Load the board again: maybe it has changed meanwhile.");
  }

  private final class Building {
    private final Trigger trigger;
    private final Instant now = clock.instant();
    private final LocalDate day = LocalDate.ofInstant(now, zone);
    private final Horizon horizon = new Horizon(day, 1, zone);
    private final @Nullable Instant freezeUntil;
    private final Plan plan;
    private final List<PlannedRoute> routes;
    private final Map<UUID, VisitBrief> known;
    private final Map<UUID, VisitBrief> visits = new LinkedHashMap<>();
    private final Set<UUID> released = new HashSet<>();
    private @Nullable UUID ended;
    private final Map<UUID, UnderWay.Sighting> seen = new HashMap<>();
    private final Map<UUID, Coordinates> seenAt = new HashMap<>();

    Building(Trigger trigger, @Nullable Instant freezeUntil) {
      this.trigger = trigger;
      this.freezeUntil = freezeUntil;
      plan = plans.current(day).orElseThrow(() -> new NotFoundException("plan for the day", day));
      routes = plans.routes(plan, day);
      // Read while there is a transaction: a call already made stays as it was planned.
      routes.forEach(PlannedRoute::fetched);
      known =
          orders.visitsFor(day, 1).stream()
              .collect(Collectors.toMap(VisitBrief::id, Function.identity(), (a, b) -> a));
      for (PlannedRoute route : routes) {
        for (PlannedVisit planned : route.visits()) {
          VisitBrief visit = known.get(planned.visitId());
          if (visit != null && !GONE.contains(visit.status())) {
            visits.put(visit.id(), visit);
          } else if (visit != null && lastEvent(visit) != null) {
            see(route.technicianId(), visit, Objects.requireNonNull(lastEvent(visit)));
          }
        }
      }
    }

    Replan.Setting setting() {
      apply();
      positions.latest().forEach(this::see);
      List<Hold> held = holds.open(now, now, horizon.end());
      ProblemBuilder.Whole read =
          problems.whole(
              horizon,
              List.copyOf(visits.values()),
              Stream.concat(seenAt.values().stream(), held.stream().map(Hold::place)).toList(),
              trigger instanceof Trigger.RoadClosed road
                  ? new ClosedRoads(road.place(), road.radiusMetres())
                  : null,
              plan.policy(),
              released);
      Problem problem = read.problem();
      RoutePlan whole = whole(problem);
      var situation =
          new UnderWay.Situation(
              horizon.seconds(now),
              freezeUntil == null ? Integer.MIN_VALUE : horizon.seconds(freezeUntil),
              events(),
              seen(whole, problem, read.places()),
              released);
      UnderWay underWay = UnderWay.of(whole, situation);
      RoutePlan rest = underWay.rest();
      List<Fault> faults = Faults.of(rest);
      List<Stop> leftOut = Faults.leaveOut(rest, faults);
      rest.setStops(
          Stream.concat(rest.getStops().stream(), held(held, problem, read.places())).toList());
      var left =
          new Problem(
              horizon,
              problem.policy(),
              rest,
              problem.technicians(),
              problem.dates(),
              List.of(),
              problem.badPlaces(),
              faults,
              leftOut,
              problem.skills(),
              problem.places(),
              problem.supply(),
              Set.of());
      return new Replan.Setting(
          plan.id(), plan.unplanned(), routes, known, released, ended, whole, underWay, left);
    }

    /** Work for what is held for callers, so that its time stays free. */
    private Stream<Stop> held(List<Hold> slots, Problem problem, Map<Coordinates, Integer> places) {
      Map<UUID, Integer> technicians = new HashMap<>();
      problem.technicians().forEach(t -> technicians.put(t.id(), technicians.size()));
      return slots.stream()
          .flatMap(
              slot ->
                  HeldSlots.stops(slot, horizon, places.getOrDefault(slot.place(), 0), technicians)
                      .stream());
    }

    private void apply() {
      switch (trigger) {
        case Trigger.Delays none -> {}
        case Trigger.RoadClosed closed -> {}
        case Trigger.TechnicianOut out -> release(out);
        case Trigger.TakesLonger longer -> {
          VisitBrief visit = planned(longer.visit());
          if (!visit.status().isOpen()) {
            throw notPossible("visitId", visit.id(), "is " + visit.status());
          }
          var duration = visit.duration().plusMinutes(longer.minutes());
          visits.put(visit.id(), with(visit, duration, visit.windows()));
        }
        case Trigger.CustomerAbsent absent -> {
          VisitBrief visit = planned(absent.visit());
          if (!visit.status().isOpen()) {
            throw notPossible("visitId", visit.id(), "is " + visit.status());
          }
          lose(visit);
          if (absent.backAt() == null) {
            end(visit);
          } else {
            visits.put(
                visit.id(),
                with(visit, visit.duration(), windowsFrom(visit, absent.backAt(), horizon)));
          }
        }
        case Trigger.Cancelled cancelled -> {
          VisitBrief visit = planned(cancelled.visit());
          if (!BEFORE_WORK.contains(visit.status())) {
            throw notPossible("visitId", visit.id(), "is " + visit.status());
          }
          lose(visit);
          end(visit);
        }
        case Trigger.Emergency emergency -> {
          VisitBrief visit = known.get(emergency.visit());
          if (visit == null
              || (visit.status() != VisitStatus.NEW && visit.status() != VisitStatus.PLANNED)) {
            throw notPossible("visitId", emergency.visit(), "is no open visit of today");
          }
          if (!visit.missing().isEmpty()) {
            throw notPossible("visitId", visit.id(), "lacks " + visit.missing());
          }
          visits.put(visit.id(), visit);
          released.add(visit.id());
        }
        case Trigger.PartsMissing missing -> {
          VisitBrief visit = planned(missing.visit());
          if (!visit.status().isOpen()) {
            throw notPossible("visitId", visit.id(), "is " + visit.status());
          }
          lose(visit);
        }
      }
    }

    private VisitBrief planned(UUID id) {
      VisitBrief visit = visits.get(id);
      if (visit == null) {
        throw notPossible("visitId", id, "is not on today's plan");
      }
      return visit;
    }

    private void release(Trigger.TechnicianOut out) {
      PlannedRoute route =
          routes.stream()
              .filter(r -> r.technicianId().equals(out.technicianId()))
              .findFirst()
              .orElseThrow(
                  () -> notPossible("technicianId", out.technicianId(), "has no route today"));
      Instant until = out.until() == null ? horizon.end() : out.until();
      for (PlannedVisit planned : route.visits()) {
        VisitBrief visit = visits.get(planned.visitId());
        if (visit != null
            && BEFORE_WORK.contains(visit.status())
            && planned.startsAt().isBefore(until)) {
          lose(visit);
        }
      }
    }

    /** The visit loses its place; who was on the way to it, or at it, is free there. */
    private void lose(VisitBrief visit) {
      released.add(visit.id());
      if (hasBegun(visit)) {
        visit.technicianIds().forEach(technician -> see(technician, visit, now));
      }
    }

    private void end(VisitBrief visit) {
      ended = visit.id();
      visits.remove(visit.id());
    }

    private void see(UUID technician, VisitBrief visit, Instant at) {
      UnderWay.Sighting before = seen.get(technician);
      int seconds = horizon.seconds(at);
      boolean later =
          visits.values().stream()
              .filter(v -> v.technicianIds().contains(technician) && !v.equals(visit))
              .map(ReplanBuilder::lastEvent)
              .noneMatch(event -> event != null && event.isAfter(at));
      if (later && (before == null || before.at() < seconds)) {
        seen.put(technician, new UnderWay.Sighting(0, seconds));
        seenAt.put(technician, visit.coordinates());
      }
    }

    /** His phone told it since his last work, and he is at none now. */
    private void see(Position position) {
      UUID technician = position.technicianId();
      boolean isVague =
          position.seenAt().isBefore(now.minus(POSITION_HOLDS))
              || position.accuracyMetres() > POSITION_WITHIN_METRES
              || roads.problem(position.place(), Vehicle.CAR).isPresent();
      boolean isBusy =
          visits.values().stream()
              .filter(visit -> visit.technicianIds().contains(technician))
              .anyMatch(visit -> hasBegun(visit) && visit.status().isOpen());
      UnderWay.Sighting before = seen.get(technician);
      boolean isKnownSince = before != null && before.at() >= horizon.seconds(position.seenAt());
      if (!isVague && !isBusy && !isKnownSince) {
        seen.put(technician, new UnderWay.Sighting(0, horizon.seconds(now)));
        seenAt.put(technician, position.place());
      }
    }

    private Map<String, UnderWay.Sighting> seen(
        RoutePlan whole, Problem problem, Map<Coordinates, Integer> places) {
      var byDay = new HashMap<String, UnderWay.Sighting>();
      for (TechnicianDay technicianDay : whole.getDays()) {
        UUID technician = problem.technicianId(technicianDay);
        UnderWay.Sighting sighting = seen.get(technician);
        if (sighting != null) {
          int place = places.getOrDefault(seenAt.get(technician), technicianDay.home());
          byDay.put(technicianDay.getId(), new UnderWay.Sighting(place, sighting.at()));
        }
      }
      return byDay;
    }

    private Map<UUID, LiveRoute.Events> events() {
      var events = new HashMap<UUID, LiveRoute.Events>();
      for (VisitBrief visit : visits.values()) {
        if (hasBegun(visit) && !released.contains(visit.id())) {
          Progress progress = visit.progress();
          // Where nothing was told of the beginning, it began as planned.
          Instant begun =
              lastEvent(visit) == null
                  ? Objects.requireNonNullElse(visit.plannedStart(), now)
                  : null;
          events.put(
              visit.id(),
              new LiveRoute.Events(
                  seconds(progress.travelAt()),
                  seconds(progress.arrivedAt()),
                  seconds(progress.startedAt() == null ? begun : progress.startedAt()),
                  seconds(progress.finishedAt())));
        }
      }
      return events;
    }

    private int seconds(@Nullable Instant at) {
      return at == null ? LiveRoute.NOT_YET : horizon.seconds(at);
    }

    /** Everything on its route as planned, with what was published of it. */
    private RoutePlan whole(Problem problem) {
      Map<UUID, Integer> index = new HashMap<>();
      for (Technician technician : problem.technicians()) {
        index.put(technician.id(), index.size());
      }
      Map<String, PlannedVisit> places = new HashMap<>();
      for (PlannedRoute route : routes) {
        for (PlannedVisit visit : route.visits()) {
          places.put(visit.visitId() + "/" + visit.member(), visit);
        }
      }
      var stops = new LinkedHashMap<String, Stop>();
      for (Stop stop : problem.routePlan().getStops()) {
        stops.put(
            stop.getId(),
            new Stop(
                stop.isVisit()
                    ? facts(stop, places.get(stop.getId()), index, problem)
                    : stop.facts()));
      }
      Map<String, List<KeptRoutes.Place>> kept = KeptRoutes.of(routes).days();
      var days = new ArrayList<TechnicianDay>();
      for (TechnicianDay before : problem.routePlan().getDays()) {
        var next = new TechnicianDay(facts(before, problem));
        kept.getOrDefault(before.getId(), List.of()).stream()
            .map(place -> stops.get(place.stop()))
            .filter(Objects::nonNull)
            .forEach(next.getStops()::add);
        days.add(next);
      }
      return new RoutePlan(days, List.copyOf(stops.values()), problem.routePlan().getWeights());
    }

    private TechnicianDay.Facts facts(TechnicianDay before, Problem problem) {
      if (trigger instanceof Trigger.TechnicianOut out
          && out.technicianId().equals(problem.technicianId(before))) {
        Instant until = out.until() == null ? horizon.end() : out.until();
        Span away = horizon.clip(now, until);
        return before.facts().absent(before.absences().and(away));
      }
      return before.facts();
    }

    private Stop.Facts facts(
        Stop stop, @Nullable PlannedVisit place, Map<UUID, Integer> index, Problem problem) {
      VisitBrief visit = Objects.requireNonNull(visits.get(stop.visit()));
      boolean lost = released.contains(stop.visit());
      Stop.Facts facts = lost ? stop.facts().pinned(null) : stop.facts();
      if (place != null) {
        Instant told =
            visit.status().isWithTechnicians() && visit.plannedStart() != null
                ? visit.plannedStart()
                : place.startsAt();
        int percent = UnderWay.changePercent(released.size());
        percent = visit.status().isWithTechnicians() ? percent : percent / UNTOLD_DIVISOR;
        if (!lost) {
          facts = facts.worth(KEPT_WORTH * facts.points());
        }
        facts =
            facts.published(
                new Published(
                    index.getOrDefault(place.route().technicianId(), 0),
                    horizon.seconds(told),
                    percent));
        Pin pin = facts.pin();
        facts = facts.pinned(pin == null ? null : new Pin(pin.technician(), pin.start()));
      }
      if (trigger instanceof Trigger.Emergency emergency
          && emergency.visit().equals(stop.visit())) {
        Instant latest = emergency.latestStart() == null ? horizon.end() : emergency.latestStart();
        Spans today = Spans.of(List.of(horizon.clip(now, latest)));
        facts =
            facts
                .worth(EMERGENCY_POINTS)
                .when(facts.when().within(today).urgent(EMERGENCY_URGENCY_PERCENT));
      }
      BitSet able = whoHasTheParts(visit, problem);
      return able == null ? facts : facts.by(facts.who().only(able));
    }

    /**
     * Of a visit that lost its place: whose van carries what it needs; null if anybody's will do.
     * What was fetched for the order lies on the van of who does not come.
     */
    private @Nullable BitSet whoHasTheParts(VisitBrief visit, Problem problem) {
      if (!released.contains(visit.id()) || trigger instanceof Trigger.Emergency) {
        return null;
      }
      Map<UUID, BigDecimal> needed = new HashMap<>();
      sheets.of(List.of(visit.id())).stream()
          .flatMap(sheet -> sheet.partsToCollect().stream())
          .filter(part -> part.partId() != null)
          .forEach(
              part ->
                  needed.merge(
                      Objects.requireNonNull(part.partId()), part.quantity(), BigDecimal::add));
      boolean missing = trigger instanceof Trigger.PartsMissing;
      boolean fetched =
          stock.ofOrder(visit.orderId()).stream().anyMatch(part -> part.onVan().signum() > 0);
      if (!missing && (needed.isEmpty() || !fetched || mayBeFetched(problem))) {
        return null;
      }
      var able = new BitSet();
      for (int i = 0; i < problem.technicians().size(); i++) {
        UUID technician = problem.technicians().get(i).id();
        boolean has = needed.isEmpty() || mayBeFetched(problem) || carries(technician, needed);
        able.set(i, has && !(missing && visit.technicianIds().contains(technician)));
      }
      if (able.isEmpty()) {
        // An empty set would mean anybody: nobody has an index beyond the last.
        able.set(problem.technicians().size());
      }
      return able;
    }

    /** Who lacks a part calls at the warehouse on the way: the engine sees to it. */
    private static boolean mayBeFetched(Problem problem) {
      return problem.supply().depot().isPresent();
    }

    private boolean carries(UUID technician, Map<UUID, BigDecimal> needed) {
      var there = new HashMap<UUID, BigDecimal>();
      stock
          .onVan(technician)
          .forEach(part -> there.merge(part.partId(), part.quantity(), BigDecimal::add));
      return needed.entrySet().stream()
          .allMatch(
              need ->
                  there.getOrDefault(need.getKey(), BigDecimal.ZERO).compareTo(need.getValue())
                      >= 0);
    }
  }

  static boolean hasBegun(VisitBrief visit) {
    return BEGUN.contains(visit.status())
        || (visit.status() == VisitStatus.ACCEPTED && visit.progress().arrivedAt() != null);
  }

  private static @Nullable Instant lastEvent(VisitBrief visit) {
    Progress p = visit.progress();
    return Stream.of(p.travelAt(), p.arrivedAt(), p.startedAt(), p.finishedAt())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What is left of a visit's windows today from that moment on. */
  static List<TimeWindow> windowsFrom(VisitBrief visit, Instant first, Horizon horizon) {
    List<TimeWindow> windows =
        visit.windows().isEmpty()
            ? List.of(new TimeWindow(horizon.start(), horizon.end()))
            : visit.windows();
    List<TimeWindow> left =
        windows.stream()
            .filter(window -> !window.end().isBefore(first))
            .map(
                window ->
                    window.start().isBefore(first) ? new TimeWindow(first, window.end()) : window)
            .toList();
    if (left.isEmpty()) {
      throw new InvalidInputException(
          "backAt",
          first,
          "is after the visit's last window",
          "Ask the customer for another time and change the visit's windows first.");
    }
    return left;
  }

  private static VisitBrief with(VisitBrief v, Duration duration, List<TimeWindow> windows) {
    return new VisitBrief(
        v.id(),
        v.version(),
        v.orderId(),
        v.orderNumber(),
        v.title(),
        v.customerName(),
        v.siteName(),
        v.address(),
        v.coordinates(),
        v.priority(),
        v.status(),
        duration,
        windows,
        v.skills(),
        v.crewSize(),
        v.territoryId(),
        v.earliestDate(),
        v.dueDate(),
        v.contractEnd(),
        v.missing(),
        v.technicianIds(),
        v.plannedStart(),
        v.progress(),
        v.preferredTechnicianIds(),
        v.excludedTechnicianIds());
  }
}
