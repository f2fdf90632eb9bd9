package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.TimeWindow;
import io.trasa.common.Vehicle;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.Absence;
import io.trasa.people.PeopleService;
import io.trasa.people.Shift;
import io.trasa.people.Technician;
import io.trasa.people.WorkingDay;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.problem.WhoMay;
import io.trasa.planning.rules.Fault;
import io.trasa.planning.rules.Faults;
import io.trasa.routing.PlaceProblem;
import io.trasa.routing.RoadNetwork;
import io.trasa.routing.TravelMatrix;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is known of some days, in one transaction, and turns it into a planning problem. */
@Component
class ProblemBuilder {

  /** Visits in these states have been promised to a technician's phone, or are history. */
  private static final Set<VisitStatus> FIXED =
      EnumSet.of(
          VisitStatus.DISPATCHED,
          VisitStatus.ACCEPTED,
          VisitStatus.TRAVELLING,
          VisitStatus.IN_PROGRESS,
          VisitStatus.DONE,
          VisitStatus.SETTLED,
          VisitStatus.INVOICED);

  private static final Set<VisitStatus> ON_PHONES =
      EnumSet.of(VisitStatus.DISPATCHED, VisitStatus.ACCEPTED);

  private static final Set<VisitStatus> FREE = EnumSet.of(VisitStatus.NEW, VisitStatus.PLANNED);

  private final OrderService orders;
  private final PeopleService people;
  private final Pins pins;
  private final Holds holds;
  private final Ways ways;
  private final RoadNetwork roads;
  private final PolicyFile policy;
  private final PolicyService policies;
  private final Supplies supplies;
  private final Clock clock;

  ProblemBuilder(
      OrderService orders,
      PeopleService people,
      Pins pins,
      Holds holds,
      Ways ways,
      RoadNetwork roads,
      PolicyFile policy,
      PolicyService policies,
      Supplies supplies,
      Clock clock) {
    this.orders = orders;
    this.people = people;
    this.pins = pins;
    this.holds = holds;
    this.ways = ways;
    this.roads = roads;
    this.policy = policy;
    this.policies = policies;
    this.supplies = supplies;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Problem build(Horizon horizon) {
    return build(horizon, null, Set.of());
  }

  /**
   * Weighs the wishes as this revision of a policy says; what is out of scope keeps its place, and
   * what is supposed is as if it were so. What is held for callers is kept free, but where
   * something is only supposed.
   */
  @Transactional(readOnly = true)
  public Problem build(
      Horizon horizon, PolicyRevision weights, PlanScope scope, Suppositions supposed) {
    var building = new Building(horizon, null, weights, scope, supposed, supposed, Set.of());
    if (supposed.equals(Suppositions.NONE)) {
      building.slots = holds.open(clock.instant(), horizon.start(), horizon.end());
    }
    return building.problem();
  }

  /** The same of the days as they are, but free to move is what those suppositions let move. */
  @Transactional(readOnly = true)
  public Problem real(Horizon horizon, PolicyRevision weights, Suppositions supposed) {
    return new Building(
            horizon, null, weights, PlanScope.ALL, Suppositions.NONE, supposed, Set.of())
        .problem();
  }

  /**
   * @param weights null for those of the default policy
   * @param places more places that the matrices are to have
   */
  @Transactional(readOnly = true)
  public Problem build(Horizon horizon, @Nullable PolicyRevision weights, Set<Coordinates> places) {
    var building =
        new Building(horizon, null, weights == null ? policies.latest(null) : weights, Set.of());
    places.forEach(building::place);
    return building.problem();
  }

  /**
   * A problem of exactly these visits, of which only those are pinned that a dispatcher pinned;
   * nothing is on a route, nothing is left out, and no time has passed.
   *
   * @param places more places that the matrices are to have
   * @param closed null if all roads are open
   * @param weights null for those of the default policy
   * @param lost visits whose parts must be brought anew although somebody had begun them
   */
  @Transactional(readOnly = true)
  public Whole whole(
      Horizon horizon,
      List<VisitBrief> visits,
      List<Coordinates> places,
      @Nullable ClosedRoads closed,
      @Nullable PolicyRevision weights,
      Set<UUID> lost) {
    var building =
        new Building(horizon, visits, weights == null ? policies.latest(null) : weights, lost);
    building.closed = closed;
    places.forEach(building::place);
    return building.whole();
  }

  /**
   * @param places the index of each place in the matrices
   */
  record Whole(Problem problem, Map<Coordinates, Integer> places) {}

  /** One building of one problem: the indexes that all parts share. */
  private final class Building {
    private final Horizon horizon;
    private final PolicyRevision weights;
    private final Suppositions supposed;
    private final List<Technician> technicians;
    private List<VisitBrief> visits;
    private final Set<UUID> held = new HashSet<>();
    private final BitSet closedTo = new BitSet();
    private final List<VisitBrief> incomplete = new ArrayList<>();
    private final Map<Coordinates, Integer> places = new LinkedHashMap<>();
    private final Map<UUID, Integer> skills = new HashMap<>();
    private final Map<UUID, Integer> territories = new HashMap<>();
    private final Map<UUID, Integer> technicianIndex = new HashMap<>();
    private final Map<PinnedPart, Pin> pinned = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Instant notBefore;
    private final Supply supply;
    private final BegunPauses begun;
    private @Nullable ClosedRoads closed;

    /** Held for callers; work for it is laid in beside the visits. */
    private List<Hold> slots = List.of();

    /** One member's part in a visit. */
    private record PinnedPart(UUID visit, int member) {}

    Building(
        Horizon horizon, @Nullable List<VisitBrief> only, PolicyRevision weights, Set<UUID> lost) {
      this(horizon, only, weights, PlanScope.ALL, Suppositions.NONE, Suppositions.NONE, lost);
    }

    /**
     * @param only null for all visits that the days may have
     * @param freeing who is away by these keeps nothing that has not begun
     */
    Building(
        Horizon horizon,
        @Nullable List<VisitBrief> only,
        PolicyRevision weights,
        PlanScope scope,
        Suppositions supposed,
        Suppositions freeing,
        Set<UUID> lost) {
      this.horizon = horizon;
      this.weights = weights;
      this.supposed = supposed;
      this.technicians = supposed.technicians(people.activeTechnicians());
      people.skills().forEach(skill -> skills.put(skill.id(), skills.size()));
      people.territories().forEach(t -> territories.put(t.id(), territories.size()));
      technicians.forEach(t -> technicianIndex.put(t.id(), technicianIndex.size()));
      technicians.forEach(t -> place(t.home()));
      this.visits =
          only != null
              ? only
              : supposed.visits(
                  orders.visitsFor(horizon.from(), horizon.days()).stream()
                      .filter(this::isForThisHorizon)
                      .toList());
      visits.forEach(v -> place(v.coordinates()));
      readPins();
      if (only == null) {
        pinWhatWasSent();
        free(freeing);
        keepTo(scope);
      }
      notBefore = only == null ? notBefore() : horizon.start();
      boolean isUnderWay = notBefore.isAfter(horizon.start());
      begun =
          new BegunPauses(
              horizon,
              isUnderWay ? notBefore : null,
              isUnderWay ? pins.placed(horizon) : List.of(),
              visits.stream()
                  .filter(visit -> visit.status().isOpen())
                  .map(VisitBrief::id)
                  .collect(Collectors.toSet()));
      supply = supplies.of(visits, lost);
      supply.depot().ifPresent(depot -> place(depot.place()));
    }

    Whole whole() {
      Map<Vehicle, TravelMatrix> travel = matrices();
      List<TechnicianDay> days = technicianDays(travel);
      var plan = new RoutePlan(days, stops(days), policies.policy(weights).overrides());
      var problem =
          new Problem(
              horizon,
              weights,
              plan,
              technicians,
              dates,
              incomplete,
              badPlaces(travel),
              List.of(),
              List.of(),
              skillsInOrder(),
              Map.copyOf(places),
              supply,
              Set.of());
      return new Whole(problem, Map.copyOf(places));
    }

    Problem problem() {
      slots.forEach(slot -> place(slot.place()));
      Map<Vehicle, TravelMatrix> travel = matrices();
      List<TechnicianDay> days = technicianDays(travel);
      List<Stop> stops = stops(days);
      placePinned(days, stops);
      var plan = new RoutePlan(days, stops, policies.policy(weights).overrides());
      List<Fault> faults = Faults.of(plan);
      List<Stop> leftOut = Faults.leaveOut(plan, faults);
      plan.setStops(Stream.concat(plan.getStops().stream(), heldStops()).toList());
      return new Problem(
          horizon,
          weights,
          plan,
          technicians,
          dates,
          incomplete,
          badPlaces(travel),
          faults,
          leftOut,
          skillsInOrder(),
          Map.copyOf(places),
          supply,
          Set.copyOf(held));
    }

    private Stream<Stop> heldStops() {
      return slots.stream()
          .flatMap(
              slot ->
                  HeldSlots.stops(slot, horizon, place(slot.place()), technicianIndex).stream());
    }

    private List<UUID> skillsInOrder() {
      return skills.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** One for each vehicle that somebody has. */
    private Map<Vehicle, TravelMatrix> matrices() {
      var vehicles = EnumSet.noneOf(Vehicle.class);
      technicians.forEach(technician -> vehicles.add(technician.vehicle()));
      List<Coordinates> all = List.copyOf(places.keySet());
      return closed == null
          ? ways.between(all, vehicles, horizon)
          : ways.around(closed, all, vehicles);
    }

    /** Only places that no matrix leads to are looked at closer. */
    private Map<UUID, PlaceProblem> badPlaces(Map<Vehicle, TravelMatrix> travel) {
      var bad = new HashMap<UUID, PlaceProblem>();
      for (VisitBrief visit : visits) {
        int place = place(visit.coordinates());
        boolean reached =
            technicians.stream()
                .anyMatch(t -> matrixOf(t, travel).isReachable(place(t.home()), place));
        if (!reached && !travel.isEmpty()) {
          List<Optional<PlaceProblem>> problems =
              travel.keySet().stream().map(v -> roads.problem(visit.coordinates(), v)).toList();
          if (problems.stream().allMatch(Optional::isPresent)) {
            bad.put(visit.id(), problems.getFirst().orElseThrow());
          }
        }
      }
      return bad;
    }

    private TravelMatrix matrixOf(Technician technician, Map<Vehicle, TravelMatrix> travel) {
      return Objects.requireNonNull(travel.get(technician.vehicle()));
    }

    private int place(Coordinates coordinates) {
      return places.computeIfAbsent(coordinates, c -> places.size());
    }

    private boolean isForThisHorizon(VisitBrief visit) {
      Instant start = visit.plannedStart();
      boolean plannedElsewhere = start != null && !horizon.contains(start);
      return !plannedElsewhere
          && (FREE.contains(visit.status()) || (FIXED.contains(visit.status()) && start != null));
    }

    private void readPins() {
      pins.of(horizon).forEach(this::pin);
    }

    /**
     * What has begun stays where it was sent. What only waits on a phone stays where the plan has
     * it: a dispatcher may have moved it since, or taken it out, and not published it yet.
     */
    private void pinWhatWasSent() {
      Map<UUID, List<PlannedVisit>> placed =
          pins.placed(horizon).stream().collect(Collectors.groupingBy(PlannedVisit::visitId));
      Set<UUID> leftOut = pins.leftOut(horizon);
      for (VisitBrief visit : visits) {
        Instant start = visit.plannedStart();
        boolean waits = ON_PHONES.contains(visit.status());
        if (waits && placed.containsKey(visit.id())) {
          placed.getOrDefault(visit.id(), List.of()).forEach(this::pin);
        } else if (FIXED.contains(visit.status())
            && start != null
            && !(waits && leftOut.contains(visit.id()))) {
          for (int member = 0; member < visit.technicianIds().size(); member++) {
            pin(visit.id(), member, visit.technicianIds().get(member), start);
          }
        }
      }
    }

    /** Who is supposed away keeps neither what is pinned to him nor what waits on his phone. */
    private void free(Suppositions freeing) {
      Set<UUID> begun =
          visits.stream()
              .filter(v -> FIXED.contains(v.status()) && !ON_PHONES.contains(v.status()))
              .map(VisitBrief::id)
              .collect(Collectors.toSet());
      pinned
          .entrySet()
          .removeIf(
              part ->
                  !begun.contains(part.getKey().visit())
                      && freeing.isAway(
                          technicians.get(part.getValue().technician()).id(),
                          horizon.dayOf(horizon.instant(part.getValue().start()))));
    }

    /** What is out of scope stays where it is: on its route, or without a place. */
    private void keepTo(PlanScope scope) {
      Set<UUID> inScope =
          visits.stream()
              .filter(visit -> scope.isIn(visit.territoryId()))
              .map(VisitBrief::id)
              .collect(Collectors.toSet());
      for (PlannedVisit placed : pins.placed(horizon)) {
        boolean free =
            !scope.onlyUnassigned()
                && inScope.contains(placed.visitId())
                && scope.isFor(placed.route().technicianId());
        if (!free && !pinned.containsKey(new PinnedPart(placed.visitId(), placed.member()))) {
          pin(placed);
          held.add(placed.visitId());
        }
      }
      Set<UUID> onRoutes =
          pinned.keySet().stream().map(PinnedPart::visit).collect(Collectors.toSet());
      visits =
          visits.stream()
              .filter(visit -> inScope.contains(visit.id()) || onRoutes.contains(visit.id()))
              .toList();
      for (Technician technician : technicians) {
        if (!scope.isFor(technician.id())) {
          closedTo.set(technicianIndex.getOrDefault(technician.id(), 0));
        }
      }
    }

    /** Whom the customer will not have, and who is to get nothing more. */
    private BitSet without(VisitBrief visit, @Nullable Pin pin) {
      BitSet nobody = indexesOf(visit.excludedTechnicianIds());
      if (pin == null) {
        nobody.or(closedTo);
      }
      return nobody;
    }

    private void pin(PlannedVisit visit) {
      pin(visit.visitId(), visit.member(), visit.route().technicianId(), visit.startsAt());
    }

    private void pin(UUID visit, int member, UUID technicianId, Instant start) {
      Integer technician = technicianIndex.get(technicianId);
      if (technician != null) {
        pinned.put(new PinnedPart(visit, member), new Pin(technician, horizon.seconds(start)));
      }
    }

    private List<TechnicianDay> technicianDays(Map<Vehicle, TravelMatrix> travel) {
      Map<UUID, List<Absence>> absences =
          people.absences(horizon.start(), horizon.end()).stream()
              .collect(Collectors.groupingBy(Absence::technicianId));
      Map<UUID, Map<LocalDate, List<Shift>>> shifts =
          people.shifts(horizon.start(), horizon.end()).stream()
              .collect(
                  Collectors.groupingBy(
                      Shift::technicianId,
                      Collectors.groupingBy(shift -> horizon.dayOf(shift.time().start()))));
      var days = new ArrayList<TechnicianDay>();
      for (Technician technician : technicians) {
        var ofTechnician = shifts.getOrDefault(supposed.shiftsOf(technician.id()), Map.of());
        List<TimeWindow> away =
            supposed.absences(
                technician.id(),
                horizon.zone(),
                absences.getOrDefault(technician.id(), List.of()).stream()
                    .map(Absence::time)
                    .toList());
        for (int i = 0; i < horizon.days(); i++) {
          LocalDate date = horizon.from().plusDays(i);
          List<TimeWindow> ofDay =
              supposed.shifts(
                  technician.id(),
                  date,
                  horizon.zone(),
                  ofTechnician.getOrDefault(date, List.of()).stream().map(Shift::time).toList());
          if (!ofDay.isEmpty()) {
            days.add(technicianDay(technician, date, ofDay, away, matrixOf(technician, travel)));
          }
        }
      }
      return days;
    }

    private TechnicianDay technicianDay(
        Technician technician,
        LocalDate date,
        List<TimeWindow> shifts,
        List<TimeWindow> absences,
        TravelMatrix travel) {
      var presence = Presence.of(horizon, shifts, absences);
      String id = technician.id() + "@" + date;
      WorkingDay working = technician.workingDay();
      dates.put(id, date);
      return new TechnicianDay(
          TechnicianDay.Facts.of(
                  id,
                  technicianIndex.getOrDefault(technician.id(), 0),
                  place(technician.home()),
                  presence.shift(),
                  travel)
              .overtime(60 * working.overtimeMinutes())
              .drivingAtMost(secondsOrUnlimited(working.maxDriveMinutes()))
              .aimingAt(secondsOrUnlimited(working.targetMinutes()))
              .costing(working.hourPercent(), working.kmPercent())
              .carrying(supply.onVan(technician.id()))
              .pausing(
                  begun.left(
                      technician.id(), date, DayBreaks.of(technician, date, presence, horizon)))
              .absent(presence.absences())
              .skilled(skillLevels(technician))
              .serving(territoriesOf(technician)));
    }

    private int secondsOrUnlimited(@Nullable Integer minutes) {
      return minutes == null ? TechnicianDay.UNLIMITED : 60 * minutes;
    }

    /**
     * A day of which nothing was dispatched yet is planned whole. Once its work is under way, the
     * past is past: nothing new starts before now.
     */
    private Instant notBefore() {
      Instant now = clock.instant();
      boolean underWay =
          visits.stream()
              .filter(visit -> FIXED.contains(visit.status()))
              .map(VisitBrief::plannedStart)
              .filter(Objects::nonNull)
              .anyMatch(start -> horizon.dayOf(start).equals(horizon.dayOf(now)));
      return underWay && horizon.contains(now) ? now : horizon.start();
    }

    private int[] skillLevels(Technician technician) {
      int[] levels = new int[skills.size()];
      technician.skills().forEach(s -> levels[skills.getOrDefault(s.skillId(), 0)] = s.level());
      return levels;
    }

    private BitSet territoriesOf(Technician technician) {
      var served = new BitSet();
      technician.territoryIds().forEach(id -> served.set(territories.getOrDefault(id, 0)));
      return served;
    }

    /**
     * In the order of construction: crews, then the heavy, then those with the least freedom;
     * breaks come last, as they fit between what is there.
     */
    private List<Stop> stops(List<TechnicianDay> days) {
      var stops = new ArrayList<Stop>();
      for (VisitBrief visit : visits) {
        if (visit.missing().isEmpty() || FIXED.contains(visit.status())) {
          IntStream.range(0, visit.crewSize()).forEach(m -> stops.add(stop(visit, m)));
        } else {
          incomplete.add(visit);
        }
      }
      stops.sort(
          Comparator.comparing((Stop s) -> !s.isCrewed())
              .thenComparing(s -> -s.points())
              .thenComparingInt(s -> s.windows().totalSeconds())
              .thenComparingInt(s -> -s.serviceSeconds())
              .thenComparing(Stop::getId));
      for (TechnicianDay day : days) {
        for (int number = 0; number < day.breaks().size(); number++) {
          stops.add(Stop.breakOf(day, number));
        }
        supply.depot().ifPresent(depot -> stops.add(call(day, depot)));
      }
      return stops;
    }

    private Stop call(TechnicianDay day, Supply.Depot depot) {
      Span hours =
          begun.callHours(
              technicians.get(day.technician()).id(),
              dates.getOrDefault(day.getId(), horizon.from()),
              new Span(day.shiftStart(), day.latestHome()));
      return Stop.callOf(day, place(depot.place()), depot.seconds(), Spans.of(List.of(hours)));
    }

    /** The clock asks only of what is still to be placed; what has its place and time keeps it. */
    private Stop stop(VisitBrief visit, int member) {
      Pin pin = pinned.get(new PinnedPart(visit.id(), member));
      var when =
          WhenMay.in(StartWindows.of(visit, horizon, pin == null ? notBefore : horizon.start()))
              .urgent(policy.urgencyPercent().getOrDefault(visit.priority(), 0));
      List<RequiredSkill> wanted =
          visit.skills().stream()
              .map(s -> new RequiredSkill(skills.getOrDefault(s.skillId(), 0), s.level()))
              .toList();
      return new Stop(
          Stop.Facts.visit(
                  visit.id(),
                  place(visit.coordinates()),
                  Math.toIntExact(visit.duration().toSeconds()),
                  byContract(when, visit, pin),
                  policy.points().getOrDefault(visit.priority(), 1))
              .member(member, visit.crewSize())
              .by(
                  WhoMay.ANYBODY
                      .withSkills(wanted)
                      .in(territory(visit.territoryId()))
                      .without(without(visit, pin))
                      .rather(indexesOf(visit.preferredTechnicianIds())))
              .with(supply.need(visit.id(), member))
              .pinned(pin));
    }

    /**
     * One that cannot be kept any more binds nobody: the work is done as soon as may be. What has
     * its place and time is not asked.
     */
    private WhenMay byContract(WhenMay when, VisitBrief visit, @Nullable Pin pin) {
      Instant end = visit.contractEnd();
      if (end == null || pin != null || !end.isBefore(horizon.end())) {
        return when;
      }
      boolean lost = end.isBefore(notBefore.plus(visit.duration()));
      return lost ? when : when.doneBy(horizon.seconds(end));
    }

    /** Of those who still work here. */
    private BitSet indexesOf(Set<UUID> ids) {
      var indexes = new BitSet();
      ids.stream()
          .map(technicianIndex::get)
          .filter(Objects::nonNull)
          .forEach(index -> indexes.set(index));
      return indexes;
    }

    private int territory(@Nullable UUID id) {
      return id == null ? -1 : territories.getOrDefault(id, -1);
    }

    /** Pinned stops are on their routes before the engine begins, in the order of their times. */
    private void placePinned(List<TechnicianDay> days, List<Stop> stops) {
      stops.stream()
          .filter(Stop::isPinned)
          .sorted(Comparator.comparingInt(stop -> pinOf(stop).start()))
          .forEach(
              stop ->
                  days.stream()
                      .filter(day -> isDayOf(day, pinOf(stop)))
                      .findFirst()
                      .ifPresent(day -> day.getStops().add(stop)));
    }

    private boolean isDayOf(TechnicianDay day, Pin pin) {
      return day.technician() == pin.technician()
          && horizon.dayOf(horizon.instant(pin.start())).equals(dates.get(day.getId()));
    }

    private static Pin pinOf(Stop stop) {
      Pin pin = stop.pin();
      if (pin == null) {
        throw new IllegalArgumentException(stop + " is not pinned");
      }
      return pin;
    }
  }
}
