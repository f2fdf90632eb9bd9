package io.trasa.planning.problem;

import io.trasa.planning.problem.LiveRoute.Events;
import io.trasa.planning.problem.Spans.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a plan under way, as a planning problem of its own.
 *
 * <ul>
 *   <li>What has begun, and what starts before the moment until which the plan is frozen, stays, at
 *       its true or expected times. Each day goes on from there: from where the technician is, as
 *       soon as he is free.
 *   <li>The rest stands where it stood: a search begins with the plan that holds if nobody does
 *       anything.
 *   <li>What was published starts no earlier, unless that serves something: see {@link #times}.
 *   <li>What is late if nobody does anything may stay so: windows, contracts, breaks and shifts
 *       reach so far and no farther, and a window that is missed is a promise with its price.
 * </ul>
 */
public final class UnderWay {

  /** A crew delays its members' other visits, which may delay another crew; it ends soon. */
  private static final int MOST_ROUNDS = 8;

  /** Where a day goes on is marked by a stop of this length, so that the way home counts. */
  private static final int MARK_SECONDS = 1;

  /** After a call at the depot nothing is missing. */
  private static final int PLENTY = 1_000_000_000;

  /**
   * What is known beside the plan. Times are seconds since the horizon's start.
   *
   * @param now or {@link LiveRoute#NO_CLOCK} if the days are still to come
   * @param frozenUntil what starts before stays, and nothing else starts before
   * @param events of visits that have begun
   * @param seen by day: where technicians are, if not where they began something last
   * @param released visits that lost their place by what happened
   */
  public record Situation(
      int now,
      int frozenUntil,
      Map<UUID, Events> events,
      Map<String, Sighting> seen,
      Set<UUID> released) {

    /** Nothing has happened yet. */
    public static Situation at(int now) {
      return new Situation(now, Integer.MIN_VALUE, Map.of(), Map.of(), Set.of());
    }
  }

  /** Where somebody is free from that time on. */
  public record Sighting(int place, int at) {}

  /** A stop that stays, with its true or expected times. */
  public record Fixed(Stop stop, int arrival, int start, int end) {}

  private final RoutePlan whole;
  private final Situation situation;
  private final Map<String, Course> courses = new HashMap<>();
  private final Map<UUID, Integer> agreed = new HashMap<>();
  private final Map<UUID, Integer> fixedEnds = new HashMap<>();
  private final Map<UUID, BitSet> fixedTechnicians = new HashMap<>();
  private final Map<String, Integer> untouched = new HashMap<>();
  private final Set<UUID> marks = new HashSet<>();
  private int untouchedOvertime;
  private final RoutePlan rest;

  private UnderWay(RoutePlan whole, Situation situation) {
    this.whole = whole;
    this.situation = situation;
    whole.getDays().forEach(day -> courses.put(day.getId(), new Course(day)));
    gatherBegunCrews();
    courses.values().forEach(Course::takeTheRest);
    agree();
    courses.values().forEach(Course::freeze);
    courses.values().forEach(Course::noteFixed);
    rest = join();
  }

  /**
   * @param whole complete days, what is planned on its route in the plan's order; visits on no
   *     route are to be placed. It is not changed.
   */
  public static UnderWay of(RoutePlan whole, Situation situation) {
    return new UnderWay(whole, situation);
  }

  /**
   * What a change of what was told counts, in hundredths of one planned days before: the day has
   * changed anyway, and most where several visits lost their place (docs/benchmarks.md).
   *
   * @param released how many did
   */
  public static int changePercent(int released) {
    return released > 1 ? 5 : 10;
  }

  /** What is left to be planned. Its days have the ids of the whole ones; some may be over. */
  public RoutePlan rest() {
    return rest;
  }

  /** What stays on a day, in order. */
  public List<Fixed> fixed(String dayId) {
    Course course = courses.get(dayId);
    return course == null ? List.of() : List.copyOf(course.fixed);
  }

  /** The numbers, on the whole day, of the breaks that what is left of it still has, in order. */
  public List<Integer> breaksLeft(String dayId) {
    Course course = courses.get(dayId);
    return course == null ? List.of() : List.copyOf(course.numbers);
  }

  /** When a stop starts if nobody does anything; null if it has lost its place or had none. */
  public @Nullable Integer untouchedStart(String stopId) {
    return untouched.get(stopId);
  }

  /** The times of a route of what is left: see {@link KeptTimes}. */
  public Timetable times(TechnicianDay day, List<Stop> route) {
    return KeptTimes.of(day, route, rest.getDependencies());
  }

  /** What is worked after the shifts' ends if nobody does anything. */
  public int untouchedOvertime() {
    return untouchedOvertime;
  }

  /** True for the stop that says from where a day goes on: it is nobody's visit. */
  public boolean isMark(Stop stop) {
    return marks.contains(stop.visit());
  }

  private void gatherBegunCrews() {
    courses.values().forEach(Course::reckonBegun);
    for (Course course : courses.values()) {
      for (Fixed begun : course.fixed) {
        if (begun.stop().isCrewed()) {
          agreed.merge(begun.stop().visit(), begun.start(), Math::max);
        }
      }
    }
    if (!agreed.isEmpty()) {
      courses.values().forEach(Course::reckonBegun);
    }
  }

  /** A crew starts when its last member is there, and what waits when the other is done. */
  private void agree() {
    boolean later = true;
    for (int round = 0; round < MOST_ROUNDS && later; round++) {
      later = false;
      var ends = new HashMap<UUID, Integer>();
      for (Course course : courses.values()) {
        later |= course.delayCrews(ends);
      }
      for (Dependency tie : whole.getDependencies()) {
        Integer end = ends.get(tie.before());
        later |= end != null && delay(tie.after(), end + tie.gapSeconds());
      }
      courses.values().forEach(Course::agree);
    }
  }

  private boolean delay(UUID visit, int start) {
    Integer known = agreed.get(visit);
    boolean later = known == null || known < start;
    if (later) {
      agreed.put(visit, start);
    }
    return later;
  }

  private RoutePlan join() {
    var days = new ArrayList<TechnicianDay>();
    var stops = new ArrayList<Stop>();
    var placed = new HashSet<String>();
    for (TechnicianDay before : whole.getDays()) {
      Course course = courses.get(before.getId());
      if (course == null) {
        continue;
      }
      course.fixed.forEach(fixed -> placed.add(fixed.stop().getId()));
      if (!course.isOver()) {
        TechnicianDay day = course.goOn(stops);
        days.add(day);
        day.getStops().forEach(stop -> placed.add(stop.getId()));
      }
    }
    for (Stop stop : whole.getStops()) {
      boolean begun = situation.events().containsKey(stop.visit());
      if (stop.isVisit() && !begun && !placed.contains(stop.getId())) {
        stops.add(new Stop(afterWhatIsFixed(stop.facts().pinned(null))));
      }
    }
    var plan = new RoutePlan(days, stops, whole.getWeights());
    plan.setDependencies(
        whole.getDependencies().stream()
            .filter(tie -> !fixedEnds.containsKey(tie.before()))
            .toList());
    plan.setWarm(true);
    return plan;
  }

  /** What waits for something that stays, waits for a time. */
  private Stop.Facts afterWhatIsFixed(Stop.Facts facts) {
    Stop.Facts bound = facts;
    for (Dependency tie : whole.getDependencies()) {
      Integer end = fixedEnds.get(tie.before());
      if (end != null && tie.after().equals(facts.visit())) {
        bound = bound.when(bound.when().notBefore(end + tie.gapSeconds()));
        BitSet technicians = fixedTechnicians.get(tie.before());
        if (tie.sameTechnician() && technicians != null) {
          bound = bound.by(bound.who().only(technicians));
        }
      }
    }
    return bound;
  }

  /** How one day has gone and goes on. */
  private final class Course {
    private final TechnicianDay day;
    private final List<Fixed> fixed = new ArrayList<>();

    /** What is still to come, in order, with breaks and calls, as it is if nobody does anything. */
    private final List<Stop> rest = new ArrayList<>();

    /** Of what is still to come, without waiting for what was published. */
    private final Map<Stop, Spans> windows = new IdentityHashMap<>();

    private final Set<Stop> taken = new HashSet<>();

    /** Of the breaks that are left. */
    private final List<Integer> numbers = new ArrayList<>();

    private int place;
    private int free;
    private boolean left;

    Course(TechnicianDay day) {
      this.day = day;
    }

    private void reckonBegun() {
      fixed.clear();
      List<Stop> begun =
          day.getStops().stream()
              .filter(stop -> stop.isVisit() && situation.events().containsKey(stop.visit()))
              .sorted(Comparator.comparingInt(stop -> eventsOf(stop).last()))
              .toList();
      var legs = new ArrayList<LiveRoute.Leg>();
      for (Stop stop : begun) {
        int together = agreed.getOrDefault(stop.visit(), LiveRoute.NOT_YET);
        legs.add(new LiveRoute.Leg(stop, eventsOf(stop), together));
      }
      var live = new LiveRoute(day, legs, situation.now());
      place = day.home();
      free = Math.max(day.shiftStart(), situation.now());
      for (int i = 0; i < begun.size(); i++) {
        stays(begun.get(i), live.arrival(i), live.start(i), live.end(i));
      }
      Sighting sighting = situation.seen().get(day.getId());
      if (sighting != null) {
        place = sighting.place();
        free = Math.max(free, sighting.at());
        left = true;
      }
    }

    private Events eventsOf(Stop stop) {
      return situation.events().getOrDefault(stop.visit(), Events.NONE);
    }

    private void stays(Stop stop, int arrival, int start, int end) {
      fixed.add(new Fixed(stop, arrival, start, end));
      free = Math.max(free, end);
      place = stop.place();
      left = true;
    }

    private void takeTheRest() {
      List<Stop> route = day.getStops();
      int gone = 0;
      for (Fixed begun : fixed) {
        gone = Math.max(gone, route.indexOf(begun.stop()) + 1);
      }
      takeBegunPauses(route, gone);
      for (int i = 0; i < route.size(); i++) {
        Stop stop = route.get(i);
        if (taken.contains(stop)) {
          continue;
        }
        if (!stop.isVisit() && i < gone) {
          taken.add(stop);
        } else if (!stop.isVisit()) {
          rest.add(new Stop(stop.facts()));
        } else if (!situation.events().containsKey(stop.visit())
            && !situation.released().contains(stop.visit())) {
          rest.add(held(stop));
        }
      }
    }

    /**
     * Nobody tells of breaks and calls: one whose time came before now, right after what is done,
     * has begun, and is not to be taken again.
     */
    private void takeBegunPauses(List<Stop> route, int first) {
      int since = day.shiftStart();
      for (Fixed begun : fixed) {
        since = Math.max(since, begun.end());
      }
      Sighting sighting = situation.seen().get(day.getId());
      since = sighting == null ? since : Math.max(since, sighting.at());
      for (int i = first; i < route.size() && !route.get(i).isVisit(); i++) {
        Stop pause = route.get(i);
        int there = since + Timetable.drive(day, place, pause.placeFrom(place), since);
        int start = Timetable.start(day, pause, there);
        if (start >= situation.now()) {
          return;
        }
        since = start + pause.serviceSeconds(day);
        take(pause, since);
      }
    }

    /** A break or a call is over then; where a call was made the day goes on. */
    private void take(Stop pause, int end) {
      taken.add(pause);
      free = Math.max(free, end);
      if (pause.isCall()) {
        place = pause.place();
        left = true;
      }
    }

    /** If nobody does anything he waits for the time that was published. */
    private Stop held(Stop stop) {
      Published told = stop.published();
      Stop held = told == null ? new Stop(stop.facts()) : KeptTimes.waiting(stop, told.start());
      windows.put(held, stop.windows());
      return held;
    }

    /** The day from where it stands. */
    private TechnicianDay.Facts goingOn() {
      return day.facts().startingAt(place, free).frozen(situation.frozenUntil());
    }

    private Timetable times() {
      // What is frozen is not new: it keeps its time while it is still to be frozen.
      return Timetable.of(new TechnicianDay(goingOn().frozen(Integer.MIN_VALUE)), rest);
    }

    private boolean delayCrews(Map<UUID, Integer> ends) {
      boolean later = false;
      Timetable times = times();
      fixed.forEach(done -> ends.merge(done.stop().visit(), done.end(), Math::max));
      for (int i = 0; i < rest.size(); i++) {
        Stop stop = rest.get(i);
        if (stop.isVisit()) {
          ends.merge(stop.visit(), times.end(i), Math::max);
          later |= stop.isCrewed() && !stop.isPinned() && delay(stop.visit(), times.start(i));
        }
      }
      return later;
    }

    private void agree() {
      for (Stop stop : rest) {
        if (stop.isVisit() && !stop.isPinned()) {
          stop.setAgreedStart(agreed.get(stop.visit()));
        }
      }
    }

    private void freeze() {
      Timetable times = times();
      int count = 0;
      for (int i = 0; i < rest.size(); i++) {
        untouched.put(rest.get(i).getId(), times.start(i));
        count = times.start(i) < situation.frozenUntil() ? i + 1 : count;
      }
      for (int i = 0; i < count; i++) {
        Stop stop = rest.get(i);
        if (stop.isVisit()) {
          stays(stop, times.arrival(i), times.start(i), times.end(i));
        } else {
          take(stop, times.end(i));
        }
      }
      rest.subList(0, count).clear();
    }

    private void noteFixed() {
      for (Fixed done : fixed) {
        UUID visit = done.stop().visit();
        untouched.put(done.stop().getId(), done.start());
        fixedEnds.merge(visit, done.end(), Math::max);
        fixedTechnicians.computeIfAbsent(visit, v -> new BitSet()).set(day.technician());
      }
    }

    private boolean isOver() {
      return rest.isEmpty() && free >= day.latestHome();
    }

    /**
     * The day that is left, with its stops on its route.
     *
     * @param all to which its stops are added, those that are on no route too
     */
    private TechnicianDay goOn(List<Stop> all) {
      Timetable times = times();
      var pauses = new ArrayList<Break>();
      for (int number = 0; number < day.breaks().size(); number++) {
        Break pause = breakLeft(number, times);
        if (pause != null) {
          pauses.add(pause);
          numbers.add(number);
        }
      }
      untouchedOvertime += day.overtimeSeconds(home(times));
      int mark = left ? MARK_SECONDS : 0;
      TechnicianDay.Facts facts =
          goingOn()
              .startingAt(place, free - mark)
              .absent(day.absences().notBefore(free))
              .overtime(Math.max(day.latestHome(), home(times)) - day.shiftEnd())
              .carrying(stockLeft())
              .drivingAtMost(drivingLeft(times))
              .pausing(pauses);
      var next = new TechnicianDay(facts);
      if (left) {
        add(next, mark(), all);
      }
      for (int i = 0; i < rest.size(); i++) {
        Stop stop = rest.get(i);
        if (stop.isVisit()) {
          add(next, asLate(stop, times.start(i)), all);
        } else if (!stop.isBreak()) {
          Span now = new Span(times.start(i), times.start(i));
          Spans hours =
              stop.secondsOutsideWindows(times.start(i)) > 0
                  ? stop.windows().and(now)
                  : stop.windows();
          add(next, Stop.callOf(next, stop.place(), stop.serviceSeconds(), hours), all);
        } else if (numbers.contains(stop.member())) {
          add(next, Stop.breakOf(next, numbers.indexOf(stop.member())), all);
        }
      }
      addIdle(next, all);
      return next;
    }

    /** Whoever has left goes home, also if nothing more is to be done. */
    private int home(Timetable times) {
      return times.hasWork() || !left ? times.home() : free + Timetable.driveHome(day, place, free);
    }

    private void add(TechnicianDay next, Stop stop, List<Stop> all) {
      next.getStops().add(stop);
      all.add(stop);
    }

    private Stop mark() {
      UUID id = UUID.nameUUIDFromBytes(day.getId().getBytes(StandardCharsets.UTF_8));
      marks.add(id);
      int at = free - MARK_SECONDS;
      return new Stop(
          Stop.Facts.visit(
                  id, place, MARK_SECONDS, WhenMay.in(Spans.of(List.of(new Span(at, at)))), 0)
              .pinned(new Pin(day.technician(), at)));
    }

    /** A visit that may be as late as it is if nobody does anything. */
    private Stop asLate(Stop stop, int start) {
      Pin pin = stop.pin();
      WhenMay known = stop.when().within(windows.getOrDefault(stop, stop.windows()));
      Stop.Facts facts = afterWhatIsFixed(stop.facts().when(known));
      if (pin != null) {
        facts = facts.pinned(new Pin(pin.technician(), Math.max(pin.start(), start)));
      }
      WhenMay when = facts.when();
      Spans open = when.windows();
      if (new Stop(facts).secondsOutsideWindows(start) > 0) {
        int last = open.count() - 1;
        while (last > 0 && open.from(last) > start) {
          last--;
        }
        Span missed = new Span(open.from(last), open.to(last));
        when = when.within(open.and(new Span(open.to(last), start)));
        when = when.promised() == null ? when.promisedIn(missed) : when;
      }
      int end = start + stop.serviceSeconds(day);
      var late = new Stop(facts.when(when.latestEnd() < end ? when.doneBy(end) : when));
      late.setAgreedStart(stop.getAgreedStart());
      return late;
    }

    private void addIdle(TechnicianDay next, List<Stop> all) {
      Set<Integer> onRoute = new HashSet<>();
      boolean called = taken.stream().anyMatch(stop -> stop.kind() == Kind.DEPOT);
      for (Stop stop : rest) {
        called |= stop.kind() == Kind.DEPOT;
        if (stop.isBreak()) {
          onRoute.add(stop.member());
        }
      }
      for (int number : numbers) {
        if (!onRoute.contains(number)) {
          all.add(Stop.breakOf(next, numbers.indexOf(number)));
        }
      }
      for (Stop stop : whole.getStops()) {
        if (!called && stop.kind() == Kind.DEPOT && stop.mayBeOn(day)) {
          all.add(Stop.callOf(next, stop.place(), stop.serviceSeconds(), stop.windows()));
        }
      }
    }

    /** A break that is not taken yet, as late as it is; null if it is taken, or over. */
    private @Nullable Break breakLeft(int number, Timetable times) {
      if (taken.stream().anyMatch(stop -> stop.isBreak() && stop.member() == number)) {
        return null;
      }
      Break pause = day.breaks().get(number);
      int latest = pause.start().to();
      int done = latest;
      boolean onRoute = false;
      for (int i = 0; i < rest.size(); i++) {
        if (rest.get(i).isBreak() && rest.get(i).member() == number && times.isTaken(i)) {
          latest = Math.max(latest, times.start(i));
          onRoute = true;
        } else if (rest.get(i).isVisit()) {
          done = times.end(i);
        }
      }
      // One that nobody needed, as the work was to be over by then, may still be left out.
      latest = onRoute ? latest : Math.max(latest, done);
      return latest < free
          ? null
          : new Break(pause.place(), new Span(pause.start().from(), latest), pause.seconds());
    }

    private Cargo stockLeft() {
      Cargo stock = day.stock();
      int[] parts = stock.parts().clone();
      int load = stock.load();
      for (Fixed done : fixed) {
        if (load != TechnicianDay.UNLIMITED) {
          load = Math.max(0, load - done.stop().cargo().load());
        }
        for (int kind = 0; kind < parts.length; kind++) {
          parts[kind] = Math.max(0, parts[kind] - done.stop().cargo().pieces(kind));
        }
      }
      var tools = (BitSet) stock.tools().clone();
      if (taken.stream().anyMatch(stop -> stop.kind() == Kind.DEPOT)) {
        Arrays.fill(parts, PLENTY);
        whole.getStops().forEach(stop -> tools.or(stop.cargo().tools()));
      }
      return new Cargo(load, tools, parts);
    }

    private int drivingLeft(Timetable times) {
      if (day.maxDriveSeconds() == TechnicianDay.UNLIMITED) {
        return TechnicianDay.UNLIMITED;
      }
      int driven = 0;
      int from = day.home();
      for (Fixed done : fixed) {
        driven += Timetable.drive(day, from, done.stop().place(), done.arrival());
        from = done.stop().place();
      }
      return Math.max(day.maxDriveSeconds() - driven, times.driveSeconds());
    }
  }
}
