package io.trasa.planning.problem;

import io.trasa.routing.TravelMatrix;
import java.util.BitSet;
import java.util.List;

/**
 * How a route turns into times: the only place where that is written. A technician leaves home when
 * the shift begins, drives, waits until a window opens, what was agreed with others has come and no
 * absence is in the way, works, drives on, and goes home. Breaks and the call at the depot are
 * taken where they stand on the route, but not after its last visit. All times are seconds since
 * the horizon's start.
 *
 * <p>The static steps serve Timefold's shadow variables, one stop at a time; an instance holds the
 * times of a whole route, also of one that is only imagined.
 */
public final class Timetable {

  private static final int NOT_TAKEN = -1;

  private final TechnicianDay day;
  private final List<Stop> stops;

  /** How many stops are taken: all up to the last visit. */
  private final int taken;

  private final int[] places;
  private final int[] arrivals;
  private final int[] starts;

  private Timetable(TechnicianDay day, List<Stop> stops) {
    this.day = day;
    this.stops = stops;
    this.places = new int[stops.size()];
    this.arrivals = new int[stops.size()];
    this.starts = new int[stops.size()];
    int last = stops.size() - 1;
    while (last >= 0 && !stops.get(last).isVisit()) {
      last--;
    }
    this.taken = last + 1;
  }

  /** The times of the route that visits these stops in this order on that day. O(stops). */
  public static Timetable of(TechnicianDay day, List<Stop> stops) {
    var table = new Timetable(day, stops);
    int place = day.home();
    int end = day.shiftStart();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      int here = stop.placeFrom(place);
      table.places[i] = here;
      table.arrivals[i] = end + drive(day, place, here, end);
      table.starts[i] = start(day, stop, table.arrivals[i]);
      end = table.starts[i] + stop.serviceSeconds(day);
      place = here;
    }
    return table;
  }

  /** The times of the route that the day has. */
  public static Timetable of(TechnicianDay day) {
    return of(day, day.getStops());
  }

  /**
   * The earliest start of work from the arrival on: agreed with others, within a window, not in
   * what is frozen, and clear of absences that the technician comes back from. If there is none,
   * the work starts at once and the rules count what is broken.
   */
  static int start(TechnicianDay day, Stop stop, int arrival) {
    Integer agreed = stop.getAgreedStart();
    int ready = agreed == null ? arrival : Math.max(arrival, agreed);
    Pin pin = stop.pin();
    if (pin != null) {
      return Math.max(ready, pin.start());
    }
    int free = Math.max(ready, day.frozenUntil());
    int service = stop.serviceSeconds(day);
    Spans windows = stop.windows();
    for (int i = 0; i < windows.count(); i++) {
      int start = day.clearOfAbsence(Math.max(free, windows.from(i)), service);
      if (start <= windows.to(i)) {
        return start;
      }
    }
    return day.clearOfAbsence(free, service);
  }

  /**
   * Driving time in seconds when leaving at that time; a missing way costs nothing here and is
   * counted by its own rule.
   */
  static int drive(TechnicianDay day, int from, int to, int leaving) {
    int seconds = day.travel().travel(from, to, leaving);
    return seconds == TravelMatrix.UNREACHABLE ? 0 : seconds;
  }

  /** Driving time to where the day ends. */
  static int driveHome(TechnicianDay day, int from, int leaving) {
    return day.endPlace() == Stop.ANYWHERE ? 0 : drive(day, from, day.endPlace(), leaving);
  }

  private int leave(int from, int to, int arrival) {
    return day.travel().isReachable(from, to)
        ? day.travel().latestDeparture(from, to, arrival)
        : arrival;
  }

  /** How many stops. */
  public int size() {
    return starts.length;
  }

  public int arrival(int i) {
    return arrivals[i];
  }

  public int start(int i) {
    return starts[i];
  }

  public int end(int i) {
    return starts[i] + stops.get(i).serviceSeconds(day);
  }

  /** True if there is a visit: without one, nobody sets off. */
  public boolean hasWork() {
    return taken > 0;
  }

  /** False for a break or call after the last visit. */
  public boolean isTaken(int i) {
    return i < taken;
  }

  /** Driving time to stop i from the one before it, or from home. */
  public int driveTo(int i) {
    return i == 0
        ? drive(day, day.home(), places[0], departure())
        : drive(day, places[i - 1], places[i], end(i - 1));
  }

  public int driveHome() {
    return taken == 0 ? 0 : driveHome(day, places[taken - 1], end(taken - 1));
  }

  /** When the technician is home again; the shift's start if there is no work. */
  public int home() {
    return taken == 0 ? day.shiftStart() : end(taken - 1) + driveHome();
  }

  /** The latest leaving of home that still starts the first work as early; no idle start of day. */
  public int departure() {
    return taken == 0 ? day.shiftStart() : leave(day.home(), places[0], starts[0]);
  }

  /** The place that stop i is driven to from. */
  public int placeBefore(int i) {
    return i == 0 ? day.home() : places[i - 1];
  }

  /** Driving seconds of the whole day, the way home included. */
  public int driveSeconds() {
    int seconds = driveHome();
    for (int i = 0; i < taken; i++) {
      seconds += driveTo(i);
    }
    return seconds;
  }

  /** Metres of the whole day, the way home included. */
  public int driveMetres() {
    int metres = metresHome();
    for (int i = 0; i < taken; i++) {
      metres += metresTo(i);
    }
    return metres;
  }

  /** What the day's ways cost, in hectometres of a usual vehicle, each way rounded. */
  public int hectometres() {
    int sum = day.hectometres(metresHome());
    for (int i = 0; i < taken; i++) {
      sum += day.hectometres(metresTo(i));
    }
    return sum;
  }

  public int metresTo(int i) {
    return Math.max(0, day.travel().metres(placeBefore(i), places[i]));
  }

  public int metresHome() {
    return taken == 0 || day.endPlace() == Stop.ANYWHERE
        ? 0
        : Math.max(0, day.travel().metres(places[taken - 1], day.endPlace()));
  }

  /** Seconds of driving and of work at customers' and at the depot: the day's load. */
  public int loadSeconds() {
    int seconds = driveSeconds();
    for (int i = 0; i < taken; i++) {
      seconds += stops.get(i).isBreak() ? 0 : stops.get(i).serviceSeconds(day);
    }
    return seconds;
  }

  /**
   * The least time from setting off to being home: the departure is put off as long as that makes
   * nobody later home. Pinned visits and crews do not move for it.
   */
  public int workingSeconds() {
    if (taken == 0) {
      return 0;
    }
    int homeAt = home();
    int latest = homeAt;
    for (int i = taken - 1; i >= 0; i--) {
      int end =
          i < taken - 1
              ? leave(places[i], places[i + 1], latest)
              : day.endPlace() == Stop.ANYWHERE ? homeAt : leave(places[i], day.endPlace(), homeAt);
      latest = Math.max(arrivals[i], latestArrival(i, end));
    }
    return homeAt - Math.max(day.shiftStart(), leave(day.home(), places[0], latest));
  }

  private int latestArrival(int i, int end) {
    Stop stop = stops.get(i);
    return stop.isPinned() || stop.isCrewed()
        ? starts[i]
        : StartSpans.latestArrival(StartSpans.of(stop, day), end - stop.serviceSeconds(day));
  }

  /** Seconds of the working time that are neither driving nor work nor break. */
  public int waitingSeconds() {
    int seconds = workingSeconds() - loadSeconds();
    for (int i = 0; i < taken; i++) {
      seconds -= stops.get(i).isBreak() ? stops.get(i).serviceSeconds(day) : 0;
    }
    return Math.max(0, seconds);
  }

  /** The day's share of what it could hold, times its load: the fuller, the dearer each second. */
  public long squaredLoadSeconds() {
    long load = loadSeconds();
    return load * load / Math.max(1, day.availableSeconds());
  }

  public int secondsOverTarget() {
    return Math.max(0, loadSeconds() - day.targetSeconds());
  }

  /** Units by which all that is taken along exceeds the vehicle's capacity. */
  public long excessLoad() {
    long load = 0;
    for (Stop stop : stops) {
      load += stop.cargo().load();
    }
    return Math.max(0, load - day.stock().load());
  }

  /** Tools and pieces that are not on the van when needed; after a call at the depot none are. */
  public int missingPieces() {
    var tools = new BitSet();
    int kinds = 0;
    int last = 0;
    while (last < taken && stops.get(last).kind() != Kind.DEPOT) {
      tools.or(stops.get(last).cargo().tools());
      kinds = Math.max(kinds, stops.get(last).cargo().parts().length);
      last++;
    }
    tools.andNot(day.stock().tools());
    int missing = tools.cardinality();
    for (int kind = 0; kind < kinds; kind++) {
      int used = 0;
      for (int i = 0; i < last; i++) {
        used += stops.get(i).cargo().pieces(kind);
      }
      missing += Math.max(0, used - day.stock().pieces(kind));
    }
    return missing;
  }

  /**
   * Seconds by which breaks begin outside their time, or are missing from a day that needs them.
   */
  public int brokenBreakSeconds() {
    int seconds = 0;
    for (int number = 0; number < day.breaks().size(); number++) {
      int at = takenBreak(number);
      seconds +=
          at == NOT_TAKEN
              ? hasWork() ? Math.max(0, end(taken - 1) - day.breaks().get(number).start().to()) : 0
              : stops.get(at).secondsOutsideWindows(starts[at]);
    }
    return seconds;
  }

  private int takenBreak(int number) {
    for (int i = 0; i < taken; i++) {
      Stop stop = stops.get(i);
      if (stop.isBreak() && stop.member() == number && stop.mayBeOn(day)) {
        return i;
      }
    }
    return NOT_TAKEN;
  }
}
