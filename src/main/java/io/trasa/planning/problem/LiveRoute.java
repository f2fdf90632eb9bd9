package io.trasa.planning.problem;

import java.util.List;

/**
 * How a day really goes on: the times of a route once some of it has happened. What happened
 * stands; the rest follows from it by the steps of {@link Timetable}: drive, wait for a window,
 * work. Nobody who has not set off yet is anywhere earlier than a drive from now, and work that is
 * not finished ends no earlier than now. Without events, and while nothing is overdue, the times
 * are the timetable's; a later event never makes a later stop earlier. All times are seconds since
 * the horizon's start.
 */
public final class LiveRoute {

  /** Stands for what has not happened yet. */
  public static final int NOT_YET = Integer.MIN_VALUE;

  /** Stands for no clock: a day that is not today's is not measured against now. */
  public static final int NO_CLOCK = Integer.MIN_VALUE;

  /**
   * What has happened at a stop, each {@link #NOT_YET} or when it truly did.
   *
   * @param left the technician set off to it
   */
  public record Events(int left, int arrived, int started, int finished) {

    public static final Events NONE = new Events(NOT_YET, NOT_YET, NOT_YET, NOT_YET);

    /** When the last of it happened; {@link #NOT_YET} if nothing has. */
    public int last() {
      return Math.max(Math.max(left, arrived), Math.max(started, finished));
    }

    boolean hasLeft() {
      return left != NOT_YET;
    }

    boolean hasArrived() {
      return arrived != NOT_YET;
    }

    boolean hasStarted() {
      return started != NOT_YET;
    }

    boolean hasFinished() {
      return finished != NOT_YET;
    }
  }

  /**
   * One stop of the route.
   *
   * @param notBefore the work starts no earlier, as others of a crew come later; or {@link
   *     #NOT_YET}
   */
  public record Leg(Stop stop, Events events, int notBefore) {}

  private final int[] arrivals;
  private final int[] starts;
  private final int[] ends;
  private final int home;

  /**
   * @param legs in the order in which they are driven: what has begun first
   * @param now or {@link #NO_CLOCK}
   */
  public LiveRoute(TechnicianDay day, List<Leg> legs, int now) {
    arrivals = new int[legs.size()];
    starts = new int[legs.size()];
    ends = new int[legs.size()];
    int free = day.shiftStart();
    int place = day.home();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      arrivals[i] = arrival(day, leg, place, free, now);
      starts[i] = start(day, leg, arrivals[i], now);
      ends[i] = end(day, leg, starts[i], now);
      free = Math.max(free, ends[i]);
      place = leg.stop().placeFrom(place);
    }
    home = legs.isEmpty() ? free : free + Timetable.driveHome(day, place, free);
  }

  private static int arrival(TechnicianDay day, Leg leg, int from, int free, int now) {
    Events events = leg.events();
    if (!leg.stop().isVisit()) {
      // Nobody tells of breaks and calls: one begins when there is time for it, whatever the clock
      // says.
      return free + Timetable.drive(day, from, leg.stop().placeFrom(from), free);
    }
    if (events.hasArrived()) {
      return events.arrived();
    }
    if (events.hasStarted()) {
      return events.started();
    }
    int leaving = events.hasLeft() ? events.left() : Math.max(free, now);
    int arriving = leaving + Timetable.drive(day, from, leg.stop().place(), leaving);
    return events.hasLeft() ? Math.max(arriving, now) : arriving;
  }

  private static int start(TechnicianDay day, Leg leg, int arrival, int now) {
    if (leg.events().hasStarted()) {
      return leg.events().started();
    }
    int ready = leg.events().hasArrived() ? Math.max(arrival, now) : arrival;
    return Math.max(Timetable.start(day, leg.stop(), ready), leg.notBefore());
  }

  private static int end(TechnicianDay day, Leg leg, int start, int now) {
    if (leg.events().hasFinished()) {
      return leg.events().finished();
    }
    return Math.max(
        start + leg.stop().serviceSeconds(day), leg.events().hasStarted() ? now : start);
  }

  public int arrival(int i) {
    return arrivals[i];
  }

  public int start(int i) {
    return starts[i];
  }

  public int end(int i) {
    return ends[i];
  }

  /** When the technician is home again; the shift's start if there is nothing to do. */
  public int home() {
    return home;
  }
}
