package io.trasa.planning.open;

import static io.trasa.planning.open.Checked.atMost;
import static io.trasa.planning.open.Checked.orEmpty;
import static io.trasa.planning.open.Checked.there;
import static io.trasa.planning.open.Checked.within;

import io.trasa.common.InvalidInputException;
import io.trasa.planning.open.OpenProblem.After;
import io.trasa.planning.open.OpenProblem.Planned;
import io.trasa.planning.open.OpenProblem.Route;
import io.trasa.planning.open.OpenProblem.Shift;
import io.trasa.planning.open.OpenProblem.Technician;
import io.trasa.planning.open.OpenProblem.Visit;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.Published;
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
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import io.trasa.routing.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns an {@link OpenProblem} into the engine's words, or says which field cannot be taken. */
final class OpenReader {

  static final int MAX_SHIFTS = 2_000;
  static final int MAX_VISITS = 5_000;
  static final int MAX_SECONDS = 600;
  static final int DEFAULT_SECONDS = 10;
  private static final int MAX_CREW = 10;
  private static final int MAX_BREAKS = 2;
  private static final int MAX_PERCENT = 100_000;
  private static final int MAX_AMOUNT = 1_000_000_000;
  private static final int MAX_WEIGHT = 1_000_000;
  private static final int DAY = 86_400;
  private static final Duration LONGEST = Duration.ofDays(31);

  private final OpenProblem problem;
  private final OpenMatrices matrices;
  private final Map<String, Integer> technicians = new LinkedHashMap<>();
  private final Map<String, Integer> visits = new LinkedHashMap<>();
  private final Map<String, Integer> skills = new HashMap<>();
  private final Map<String, Integer> territories = new HashMap<>();
  private final Map<String, Integer> parts = new HashMap<>();
  private final Map<String, Integer> tools = new HashMap<>();
  private final List<Reading.ShiftOf> shifts = new ArrayList<>();
  private final Instant zero;
  private final int length;

  private OpenReader(OpenProblem problem, TravelTimes roads, ZoneId zone) {
    this.problem = problem;
    this.matrices = new OpenMatrices(problem.matrices(), roads);
    Instant first = null;
    Instant last = null;
    for (int i = 0; i < problem.technicians().size(); i++) {
      String field = "technicians[%d]".formatted(i);
      Technician technician = there(field, problem.technicians().get(i));
      technicians.put(Checked.id(field + ".id", technician.id(), technicians), i);
      List<Shift> own = there(field + ".shifts", technician.shifts());
      for (int s = 0; s < own.size(); s++) {
        String shiftField = "%s.shifts[%d]".formatted(field, s);
        var time = there(shiftField + ".time", there(shiftField, own.get(s)).time());
        first = first == null || time.from().isBefore(first) ? time.from() : first;
        last = last == null || time.to().isAfter(last) ? time.to() : last;
        shifts.add(new Reading.ShiftOf(technician.id(), s));
      }
    }
    if (first == null || last == null) {
      throw new InvalidInputException(
          "technicians", null, "have no shift", "A plan needs somebody who works.");
    }
    if (Duration.between(first, last).compareTo(LONGEST) > 0) {
      throw new InvalidInputException(
          "technicians",
          Duration.between(first, last),
          "work over more than 31 days",
          "Plan shorter periods one after the other.");
    }
    atMost("shifts", shifts.size(), MAX_SHIFTS, "Cut the problem into regions or days.");
    atMost("visits", problem.visits().size(), MAX_VISITS, "Cut the problem into regions or days.");
    this.zero = first.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    this.length = seconds(last);
    for (int i = 0; i < problem.visits().size(); i++) {
      String field = "visits[%d]".formatted(i);
      visits.put(Checked.id(field + ".id", there(field, problem.visits().get(i)).id(), visits), i);
    }
  }

  /**
   * @param zone in which days begin
   * @throws InvalidInputException naming the field by its path
   */
  static Reading read(OpenProblem problem, TravelTimes roads, ZoneId zone) {
    return new OpenReader(problem, roads, zone).reading();
  }

  private Reading reading() {
    Policy policy = policy();
    var stops = new ArrayList<Stop>();
    var dependencies = new ArrayList<Dependency>();
    for (int i = 0; i < problem.visits().size(); i++) {
      String field = "visits[%d]".formatted(i);
      Visit visit = problem.visits().get(i);
      stops.addAll(stops(field, i, visit));
      dependencies.addAll(dependencies(field, i, visit));
    }
    List<TechnicianDay> days = days(stops);
    placePinned(days, stops);
    placePrevious(days, stops);
    var plan = new RoutePlan(days, stops, policy.overrides());
    plan.setDependencies(dependencies);
    List<Fault> faults = Faults.of(plan);
    List<Stop> leftOut = Faults.leaveOut(plan, faults);
    days.forEach(day -> day.getStops().removeAll(leftOut));
    int seconds = within("seconds", problem.seconds(), 1, MAX_SECONDS, DEFAULT_SECONDS);
    plan.setLimitSeconds(seconds);
    return new Reading(
        plan, policy, zero, seconds, shifts, List.copyOf(visits.keySet()), faults, leftOut);
  }

  private Policy policy() {
    var weights = new EnumMap<Rule, Long>(Rule.class);
    orEmpty(problem.policy())
        .forEach(
            (rule, weight) ->
                weights.put(rule, (long) within("policy." + rule, weight, 0, MAX_WEIGHT, 0)));
    return new Policy(weights);
  }

  private List<Stop> stops(String field, int number, Visit visit) {
    int place = matrices.place(field + ".place", visit.place());
    var cargo =
        new Cargo(
            within(field + ".load", visit.load(), 0, MAX_AMOUNT, 0),
            set(orEmpty(visit.tools()), tools),
            amounts(field + ".parts", visit.parts(), parts));
    int crew = within(field + ".crew", visit.crew(), 1, MAX_CREW, 1);
    Pin pin = pin(field + ".pinned", visit.pinned());
    if (pin != null && crew > 1) {
      throw new InvalidInputException(
          field + ".pinned", visit.id(), "is a visit of a crew", "Pin no crews.");
    }
    var facts =
        Stop.Facts.visit(
                Reading.number(number),
                place,
                within(field + ".seconds", visit.seconds(), -MAX_AMOUNT, 31 * DAY, 0),
                when(field, visit),
                within(field + ".points", visit.points(), 1, MAX_AMOUNT, 1))
            .by(who(field, visit))
            .lasting(byTechnician(field, visit))
            .with(cargo)
            .published(published(field + ".published", visit.published()))
            .pinned(pin);
    return IntStream.range(0, crew).mapToObj(m -> new Stop(facts.member(m, crew))).toList();
  }

  private WhoMay who(String field, Visit visit) {
    List<RequiredSkill> wanted =
        orEmpty(visit.skills()).entrySet().stream()
            .map(
                skill ->
                    new RequiredSkill(
                        number(skill.getKey(), skills),
                        within(field + ".skills." + skill.getKey(), skill.getValue(), 1, 100, 1)))
            .toList();
    int territory = visit.territory() == null ? -1 : number(visit.territory(), territories);
    return WhoMay.ANYBODY
        .withSkills(wanted)
        .in(territory)
        .only(people(field + ".required", visit.required()))
        .without(people(field + ".prohibited", visit.prohibited()))
        .rather(people(field + ".preferred", visit.preferred()));
  }

  private WhenMay when(String field, Visit visit) {
    var windows = new ArrayList<Span>();
    orEmpty(visit.windows()).forEach(window -> windows.add(span(field + ".windows", window)));
    if (windows.isEmpty()) {
      windows.add(new Span(0, length + DAY));
    }
    var when = WhenMay.in(Spans.of(windows));
    if (visit.latestEnd() != null) {
      when = when.doneBy(seconds(visit.latestEnd()));
    }
    if (visit.due() != null) {
      when = when.due(seconds(visit.due()));
    }
    if (visit.promised() != null) {
      when = when.promisedIn(span(field + ".promised", visit.promised()));
    }
    if (visit.wished() != null) {
      when = when.ratherIn(span(field + ".wished", visit.wished()));
    }
    return when.urgent(
        within(field + ".urgencyPercent", visit.urgencyPercent(), 0, MAX_PERCENT, 0));
  }

  private int @Nullable [] byTechnician(String field, Visit visit) {
    Map<String, Integer> lengths = orEmpty(visit.secondsByTechnician());
    if (lengths.isEmpty()) {
      return null;
    }
    int[] seconds = new int[technicians.size()];
    Arrays.fill(seconds, visit.seconds());
    lengths.forEach(
        (technician, length) -> {
          String path = field + ".secondsByTechnician";
          seconds[Checked.index(path, technician, technicians)] =
              within(path + "." + technician, length, 1, 31 * DAY, 1);
        });
    return seconds;
  }

  private @Nullable Published published(String field, @Nullable Planned planned) {
    return planned == null
        ? null
        : new Published(
            Checked.index(field, there(field, planned.technician()), technicians),
            seconds(there(field, planned.start())),
            100);
  }

  private @Nullable Pin pin(String field, @Nullable Planned planned) {
    return planned == null
        ? null
        : new Pin(
            Checked.index(field, there(field, planned.technician()), technicians),
            seconds(there(field, planned.start())));
  }

  private List<Dependency> dependencies(String field, int number, Visit visit) {
    var dependencies = new ArrayList<Dependency>();
    for (After after : orEmpty(visit.after())) {
      String path = field + ".after";
      int before = Checked.index(path, there(path, after.visit()), visits);
      dependencies.add(
          new Dependency(
              Reading.number(before),
              Reading.number(number),
              within(path, after.gapSeconds(), 0, 31 * DAY, 0),
              Boolean.TRUE.equals(after.sameTechnician())));
    }
    return dependencies;
  }

  /** All days; their breaks and calls are added to the stops. */
  private List<TechnicianDay> days(List<Stop> stops) {
    int[] starts = new int[problem.technicians().size()];
    int[] ends = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      Technician technician = problem.technicians().get(i);
      String field = "technicians[%d]".formatted(i);
      starts[i] =
          technician.start() == null ? -1 : matrices.place(field + ".start", technician.start());
      ends[i] =
          technician.end() == null
              ? Stop.ANYWHERE
              : matrices.place(field + ".end", technician.end());
      for (Shift shift : technician.shifts()) {
        orEmpty(shift.breaks()).forEach(b -> optionalPlace(field + ".breaks.place", b.place()));
        if (shift.depot() != null) {
          matrices.place(field + ".depot.place", shift.depot().place());
        }
      }
    }
    var days = new ArrayList<TechnicianDay>();
    for (int i = 0; i < starts.length; i++) {
      Technician technician = problem.technicians().get(i);
      String field = "technicians[%d]".formatted(i);
      TravelMatrix travel = matrices.of(field, technician);
      int home = starts[i] < 0 ? matrices.anywhere() : starts[i];
      for (int s = 0; s < technician.shifts().size(); s++) {
        var day =
            day("%s.shifts[%d]".formatted(field, s), days.size(), i, s, home, ends[i], travel);
        days.add(day);
        for (int b = 0; b < day.breaks().size(); b++) {
          stops.add(Stop.breakOf(day, b));
        }
        var depot = technician.shifts().get(s).depot();
        if (depot != null) {
          String path = "%s.shifts[%d].depot".formatted(field, s);
          stops.add(
              Stop.callOf(
                  day,
                  matrices.place(path + ".place", depot.place()),
                  within(path + ".seconds", depot.seconds(), 0, DAY, 0),
                  Spans.of(List.of(span(path + ".start", depot.start())))));
        }
      }
    }
    return days;
  }

  private TechnicianDay day(
      String field, int id, int number, int shiftNumber, int home, int end, TravelMatrix travel) {
    Technician technician = problem.technicians().get(number);
    Shift shift = technician.shifts().get(shiftNumber);
    String whose = "technicians[%d]".formatted(number);
    var absences = new ArrayList<Span>();
    orEmpty(technician.absences()).forEach(a -> absences.add(span(whose + ".absences", a)));
    int[] levels = new int[skills.size()];
    orEmpty(technician.skills())
        .forEach(
            (skill, level) -> {
              Integer index = skills.get(skill);
              if (index != null) {
                levels[index] = within(whose + ".skills." + skill, level, 0, 100, 0);
              }
            });
    var facts =
        TechnicianDay.Facts.of(
                Integer.toString(id), number, home, span(field + ".time", shift.time()), travel)
            .endingAt(end)
            .overtime(within(field + ".overtimeSeconds", shift.overtimeSeconds(), 0, DAY, 0))
            .absent(Spans.of(absences))
            .skilled(levels)
            .serving(served(orEmpty(technician.territories())))
            .carrying(stock(whose, technician))
            .pausing(breaks(field, shift))
            .drivingAtMost(
                within(
                    field + ".maxDrivingSeconds",
                    shift.maxDrivingSeconds(),
                    0,
                    Integer.MAX_VALUE,
                    TechnicianDay.UNLIMITED))
            .costing(
                within(whose + ".hourPercent", technician.hourPercent(), 0, MAX_PERCENT, 100),
                within(whose + ".kmPercent", technician.kmPercent(), 0, MAX_PERCENT, 100))
            .aimingAt(
                within(
                    field + ".targetSeconds",
                    shift.targetSeconds(),
                    1,
                    Integer.MAX_VALUE,
                    TechnicianDay.UNLIMITED));
    return new TechnicianDay(
        shift.frozenUntil() == null ? facts : facts.frozen(seconds(shift.frozenUntil())));
  }

  private List<Break> breaks(String field, Shift shift) {
    atMost(
        field + ".breaks",
        orEmpty(shift.breaks()).size(),
        MAX_BREAKS,
        "Leave out those that matter least.");
    var breaks = new ArrayList<Break>();
    for (var pause : orEmpty(shift.breaks())) {
      breaks.add(
          new Break(
              optionalPlace(field + ".breaks.place", pause.place()),
              span(field + ".breaks.start", pause.start()),
              within(field + ".breaks.seconds", pause.seconds(), 0, DAY, 0)));
    }
    return breaks;
  }

  private int optionalPlace(String field, OpenProblem.@Nullable Place place) {
    return place == null ? Stop.ANYWHERE : matrices.place(field, place);
  }

  private Cargo stock(String field, Technician technician) {
    int[] carried = new int[parts.size()];
    orEmpty(technician.parts())
        .forEach(
            (part, pieces) -> {
              Integer index = parts.get(part);
              if (index != null) {
                carried[index] = within(field + ".parts." + part, pieces, 0, MAX_AMOUNT, 0);
              }
            });
    return new Cargo(
        within(field + ".capacity", technician.capacity(), 0, MAX_AMOUNT, TechnicianDay.UNLIMITED),
        set(orEmpty(technician.tools()), tools),
        carried);
  }

  /** Territories that no visit lies in are numbered too: an empty set would serve all. */
  private BitSet served(Collection<String> names) {
    return set(names, territories);
  }

  private static BitSet set(Collection<String> names, Map<String, Integer> numbers) {
    var set = new BitSet();
    names.forEach(name -> set.set(number(name, numbers)));
    return set;
  }

  private static int[] amounts(
      String field, @Nullable Map<String, Integer> amounts, Map<String, Integer> numbers) {
    orEmpty(amounts).keySet().forEach(name -> number(name, numbers));
    int[] byNumber = new int[numbers.size()];
    orEmpty(amounts)
        .forEach(
            (name, amount) ->
                byNumber[number(name, numbers)] =
                    within(field + "." + name, amount, 0, MAX_AMOUNT, 0));
    return byNumber;
  }

  private static int number(String name, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(name, n -> numbers.size());
  }

  private BitSet people(String field, @Nullable Set<String> ids) {
    var set = new BitSet();
    orEmpty(ids).forEach(id -> set.set(Checked.index(field, id, technicians)));
    return set;
  }

  private static void placePinned(List<TechnicianDay> days, List<Stop> stops) {
    record Pinned(Stop stop, Pin pin) {}
    var pinned = new ArrayList<Pinned>();
    for (Stop stop : stops) {
      Pin pin = stop.pin();
      if (pin != null) {
        pinned.add(new Pinned(stop, pin));
      }
    }
    pinned.sort(Comparator.comparingInt(p -> p.pin().start()));
    for (Pinned p : pinned) {
      days.stream()
          .filter(
              day ->
                  day.technician() == p.pin().technician()
                      && day.shiftStart() <= p.pin().start()
                      && p.pin().start() < day.latestHome())
          .findFirst()
          .ifPresent(day -> day.getStops().add(p.stop()));
    }
  }

  /** Pinned visits among them stay where they are pinned to. */
  private void placePrevious(List<TechnicianDay> days, List<Stop> stops) {
    var placed = new HashSet<Integer>();
    int number = 0;
    for (Route route : orEmpty(problem.previous())) {
      String field = "previous[%d]".formatted(number++);
      Checked.index(field + ".technician", there(field, route.technician()), technicians);
      int at = shifts.indexOf(new Reading.ShiftOf(route.technician(), route.shift()));
      if (at < 0) {
        throw new InvalidInputException(
            field + ".shift", route.shift(), "is no shift of the technician", "They count from 0.");
      }
      for (String id : orEmpty(route.visits())) {
        int visit = Checked.index(field + ".visits", id, visits);
        if (!placed.add(visit)) {
          throw new InvalidInputException(
              field + ".visits", id, "is there twice", "A visit is on one route.");
        }
        stops.stream()
            .filter(s -> s.isVisit() && s.visit().equals(Reading.number(visit)))
            .filter(s -> !s.isPinned() && !s.isCrewed())
            .forEach(days.get(at).getStops()::add);
      }
    }
  }

  private Span span(String field, OpenProblem.@Nullable Span sent) {
    OpenProblem.Span span = there(field, sent);
    return new Span(seconds(span.from()), seconds(span.to()));
  }

  /** Far away is cut off: nothing happens there. */
  private int seconds(Instant instant) {
    return (int) Math.clamp(Duration.between(zero, instant).toSeconds(), -31L * DAY, 93L * DAY);
  }
}
