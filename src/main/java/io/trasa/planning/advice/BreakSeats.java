package io.trasa.planning.advice;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the breaks of a changed route where they disturb least. Who moves a visit by hand says
 * nothing of breaks: they give way to it as long as they are taken in their time.
 */
final class BreakSeats {

  /** A second of a broken hard rule is worse than any wish. */
  private static final long HARD = 1_000_000;

  private BreakSeats() {}

  /**
   * The route with each break once, those that were on it where they were unless another place is
   * better. O(breaks · stops²).
   *
   * @param breaks of the day, by their number; none of them may be on the route yet
   */
  static List<Stop> seated(TechnicianDay day, List<Stop> stops, List<Stop> breaks) {
    List<Stop> best = null;
    if (stops.stream().filter(Stop::isBreak).count() == breaks.size()) {
      best = List.copyOf(stops);
    }
    var seated = new ArrayList<>(stops);
    seated.removeIf(Stop::isBreak);
    for (Stop pause : breaks) {
      seat(day, seated, pause);
    }
    return best == null || cost(day, seated) < cost(day, best) ? seated : best;
  }

  private static void seat(TechnicianDay day, List<Stop> stops, Stop pause) {
    int best = stops.size();
    long least = Long.MAX_VALUE;
    for (int at = stops.size(); at >= 0; at--) {
      stops.add(at, pause);
      long cost = cost(day, stops);
      if (cost < least) {
        least = cost;
        best = at;
      }
      stops.remove(at);
    }
    stops.add(best, pause);
  }

  private static long cost(TechnicianDay day, List<Stop> stops) {
    var times = Timetable.of(day, stops);
    long broken = times.brokenBreakSeconds() + Math.max(0, times.home() - day.latestHome());
    long wishes = times.home();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (stop.isVisit()) {
        int start = times.start(i);
        broken +=
            stop.secondsOutsideWindows(start)
                + stop.secondsOffPin(day, start)
                + stop.secondsAfterContract(day, start);
        wishes += stop.secondsLate(day, start) + stop.secondsOffPromise(start);
      }
    }
    return broken * HARD + wishes;
  }
}
