package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.parts.PickList;
import io.trasa.parts.PickLists;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.routing.RoadNetwork;
import io.trasa.routing.RoutePath;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the board shows: people, visits, and the plan that holds or is being made. */
@Service
@Transactional(readOnly = true)
public class BoardService {

  private final Plans plans;
  private final PlanningService planning;
  private final OrderService orders;
  private final JobSheets sheets;
  private final PeopleService people;
  private final RoadNetwork roads;
  private final Declines declines;
  private final PlanMeter meter;
  private final PickLists pickLists;
  private final ZoneId zone;
  private final Clock clock;

  BoardService(
      Plans plans,
      PlanningService planning,
      OrderService orders,
      JobSheets sheets,
      PeopleService people,
      RoadNetwork roads,
      Declines declines,
      PlanMeter meter,
      PickLists pickLists,
      ZoneId zone,
      Clock clock) {
    this.plans = plans;
    this.planning = planning;
    this.orders = orders;
    this.sheets = sheets;
    this.people = people;
    this.roads = roads;
    this.declines = declines;
    this.meter = meter;
    this.pickLists = pickLists;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * The board of some days.
   *
   * @param jobId shows that job's best plan so far instead of the stored one
   */
  public Board read(LocalDate from, int days, @Nullable UUID jobId) {
    var horizon = new Horizon(from, days, zone);
    Plan shown = shownPlan(from, jobId);
    Map<LocalDate, Plan> held = held(horizon, jobId, shown);
    List<PlannedRoute> routes = routes(held);
    List<VisitBrief> visits = orders.visitsFor(from, days);
    List<LiveDay> live = jobId == null ? meter.live(horizon, routes, visits) : List.of();
    List<Technician> technicians = people.activeTechnicians();
    List<Decline> declined = declines.of(visits);
    return new Board(
        from,
        days,
        zone,
        clock.instant(),
        shown,
        people.skills(),
        people.territories(),
        technicians,
        people.shifts(horizon.start(), horizon.end()),
        people.absences(horizon.start(), horizon.end()),
        routes,
        VisitsOfDays.of(horizon, routes, visits),
        PlanKpis.of(horizon, routes, visits, live, PlanMeter.costMinutes(horizon, held)),
        shown == null ? List.of() : shown.unplanned(),
        jobId == null ? publishing(horizon, visits, technicians, declined) : List.of(),
        live,
        declined,
        jobId == null ? lackingParts(horizon) : Map.of());
  }

  private Map<UUID, List<PickList.Item>> lackingParts(Horizon horizon) {
    var lacking = new HashMap<UUID, List<PickList.Item>>();
    horizon.dates().map(pickLists::lacking).forEach(lacking::putAll);
    return lacking;
  }

  private List<Board.PublishedDay> publishing(
      Horizon horizon,
      List<VisitBrief> visits,
      List<Technician> technicians,
      List<Decline> declined) {
    var active = technicians.stream().map(Technician::id).collect(Collectors.toSet());
    return horizon
        .dates()
        .flatMap(day -> plans.current(day).map(plan -> Map.entry(day, plan)).stream())
        .map(
            held -> {
              LocalDate day = held.getKey();
              Plan plan = held.getValue();
              var unsent =
                  new Unsent(visits, active, declined, new Horizon(day, 1, zone)::contains);
              var changes =
                  unsent.of(plans.routes(plan, day), plan.leftOut()).stream()
                      .filter(dispatch -> dispatch.kind() != Dispatch.Kind.UNCHANGED)
                      .toList();
              return new Board.PublishedDay(
                  day, plan.id(), plan.version(), plan.published(day).orElse(null), changes);
            })
        .toList();
  }

  /** The sheets of the visits that the board of these days shows: whom to call, how to get in. */
  public List<JobSheet> sheets(LocalDate from, int days) {
    var horizon = new Horizon(from, days, zone);
    var routes = routes(held(horizon, null, shownPlan(from, null)));
    var visits = VisitsOfDays.of(horizon, routes, orders.visitsFor(from, days));
    return sheets.of(visits.stream().map(VisitBrief::id).toList());
  }

  /**
   * Per technician of a day: the road of each leg, the last one home; empty where there is none.
   */
  public Map<UUID, List<Optional<RoutePath>>> paths(LocalDate day, @Nullable UUID jobId) {
    var horizon = new Horizon(day, 1, zone);
    List<PlannedRoute> routes = routes(held(horizon, jobId, shownPlan(day, jobId)));
    Map<UUID, Technician> technicians =
        people.activeTechnicians().stream()
            .collect(Collectors.toMap(Technician::id, Function.identity()));
    Map<UUID, VisitBrief> visits =
        orders.visitsFor(day, 1).stream()
            .collect(Collectors.toMap(VisitBrief::id, Function.identity()));
    var paths = new LinkedHashMap<UUID, List<Optional<RoutePath>>>();
    for (PlannedRoute route : routes) {
      Technician technician = technicians.get(route.technicianId());
      if (technician != null && !route.visits().isEmpty()) {
        List<Coordinates> stops = places(technician.home(), route, visits);
        List<Optional<RoutePath>> legs = roads.legs(stops, technician.vehicle());
        paths.put(technician.id(), byWarehouse(route, technician, stops, legs));
      }
    }
    return paths;
  }

  /** The way to the visit after a call at the warehouse leads by there. */
  private List<Optional<RoutePath>> byWarehouse(
      PlannedRoute route,
      Technician technician,
      List<Coordinates> stops,
      List<Optional<RoutePath>> legs) {
    PlannedCall call = route.call();
    if (call == null || call.afterVisits() >= legs.size()) {
      return legs;
    }
    int leg = call.afterVisits();
    Vehicle vehicle = technician.vehicle();
    var led = new ArrayList<>(legs);
    led.set(
        leg,
        roads
            .path(stops.get(leg), call.place(), vehicle)
            .flatMap(
                there -> roads.path(call.place(), stops.get(leg + 1), vehicle).map(there::then)));
    return led;
  }

  private static List<Coordinates> places(
      Coordinates home, PlannedRoute route, Map<UUID, VisitBrief> visits) {
    var places = new ArrayList<Coordinates>();
    places.add(home);
    route.visits().stream()
        .map(visit -> visits.get(visit.visitId()))
        .filter(Objects::nonNull)
        .forEach(visit -> places.add(visit.coordinates()));
    places.add(home);
    return places;
  }

  private @Nullable Plan shownPlan(LocalDate day, @Nullable UUID jobId) {
    Plan improving = jobId == null ? null : planning.bestSoFar(jobId);
    return improving == null ? plans.current(day).orElse(null) : improving;
  }

  /** The plan that holds for each day, or the one that is being made. */
  private Map<LocalDate, Plan> held(Horizon horizon, @Nullable UUID jobId, @Nullable Plan shown) {
    var held = new TreeMap<LocalDate, Plan>();
    for (LocalDate day : horizon.dates().toList()) {
      if (jobId != null && shown != null && covers(shown, day)) {
        held.put(day, shown);
      } else {
        plans.current(day).ifPresent(plan -> held.put(day, plan));
      }
    }
    return held;
  }

  private List<PlannedRoute> routes(Map<LocalDate, Plan> held) {
    var routes = new ArrayList<PlannedRoute>();
    held.forEach(
        (day, plan) -> {
          if (plan.createdAt() == null) {
            plan.routes().stream().filter(r -> r.day().equals(day)).forEach(routes::add);
          } else {
            routes.addAll(plans.routes(plan, day));
          }
        });
    return routes;
  }

  private static boolean covers(Plan plan, LocalDate day) {
    return !day.isBefore(plan.firstDay()) && day.isBefore(plan.firstDay().plusDays(plan.days()));
  }
}
