package io.trasa.planning.problem;

import io.trasa.routing.TravelMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a route turns into times: the only place where that is written. A technician leaves home when
 * the shift begins, drives, waits until a window opens and no absence is in the way, works, drives
 * on, and goes home. All times are seconds since the horizon's start.
 *
 * <p>The static steps serve Timefold's shadow variables, one stop at a time; an instance holds the
 * times of a whole route, also of one that is only imagined.
 */
public final class Timetable {

  private final TechnicianDay day;
  private final List<Stop> stops;
  private final int[] arrivals;
  private final int[] starts;

  private Timetable(TechnicianDay day, List<Stop> stops) {
    this.day = day;
    this.stops = stops;
    this.arrivals = new int[stops.size()];
    this.starts = new int[stops.size()];
  }

  /** The times of the route that visits these stops in this order on that day. O(stops). */
  public static Timetable of(TechnicianDay day, List<Stop> stops) {
    var table = new Timetable(day, stops);
    Stop previous = null;
    int end = day.shiftStart();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      table.arrivals[i] = arrive(day, previous, end, stop);
      table.starts[i] = start(day, stop, table.arrivals[i]);
      end = table.starts[i] + stop.serviceSeconds();
      previous = stop;
    }
    return table;
  }

  /** When the stop is reached by leaving the previous one, or home, at the given time. */
  static int arrive(TechnicianDay day, @Nullable Stop previous, int leaving, Stop stop) {
    int from = previous == null ? day.home() : previous.place();
    return leaving + drive(day, from, stop.place(), leaving);
  }

  /**
   * The earliest start of work from the arrival on: within a window, and clear of absences that the
   * technician comes back from. If there is none, the work starts at once and the rules count what
   * is broken.
   */
  static int start(TechnicianDay day, Stop stop, int arrival) {
    Pin pin = stop.pin();
    if (pin != null) {
      return Math.max(arrival, pin.start());
    }
    Spans windows = stop.windows();
    for (int i = 0; i < windows.count(); i++) {
      int start = day.clearOfAbsence(Math.max(arrival, windows.from(i)), stop.serviceSeconds());
      if (start <= windows.to(i)) {
        return start;
      }
    }
    return day.clearOfAbsence(arrival, stop.serviceSeconds());
  }

  /**
   * Driving time in seconds when leaving at that time; a missing way costs nothing here and is
   * counted by its own rule.
   */
  static int drive(TechnicianDay day, int from, int to, int leaving) {
    int seconds = day.travel().travel(from, to, leaving);
    return seconds == TravelMatrix.UNREACHABLE ? 0 : seconds;
  }

  /** The drive from home to the first stop, left for as late as the start of its work allows. */
  static int driveOut(TechnicianDay day, Stop first, int start) {
    return drive(day, day.home(), first.place(), leaveHome(day, first, start));
  }

  private static int leaveHome(TechnicianDay day, Stop first, int start) {
    return day.travel().isReachable(day.home(), first.place())
        ? day.travel().latestDeparture(day.home(), first.place(), start)
        : start;
  }

  public int arrival(int i) {
    return arrivals[i];
  }

  public int start(int i) {
    return starts[i];
  }

  public int end(int i) {
    return starts[i] + stops.get(i).serviceSeconds();
  }

  /** Driving time to stop i from the one before it, or from home. */
  public int driveTo(int i) {
    return i == 0
        ? driveOut(day, stops.getFirst(), starts[0])
        : drive(day, placeBefore(i), stops.get(i).place(), end(i - 1));
  }

  public int driveHome() {
    return stops.isEmpty()
        ? 0
        : drive(day, stops.getLast().place(), day.home(), end(stops.size() - 1));
  }

  /** When the technician is home again; the shift's start if the day is empty. */
  public int home() {
    return stops.isEmpty() ? day.shiftStart() : end(stops.size() - 1) + driveHome();
  }

  /** The latest leaving of home that still starts the first work as early; no idle start of day. */
  public int departure() {
    return stops.isEmpty() ? day.shiftStart() : leaveHome(day, stops.getFirst(), starts[0]);
  }

  /** The place that stop i is driven to from. */
  public int placeBefore(int i) {
    return i == 0 ? day.home() : stops.get(i - 1).place();
  }
}
