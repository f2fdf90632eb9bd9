package io.trasa.planning.advice;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the breaks of a changed route, and its call at the depot, where they disturb least. Who
 * moves a visit by hand says nothing of them: breaks give way to it as long as they are taken in
 * their time, and a call is made if something must be fetched, else not.
 */
final class Seats {

  /** A second of a broken hard rule is worse than any wish. */
  private static final long HARD = 1_000_000;

  /** A missing piece weighs as much as an hour, as in its rule. */
  private static final long PIECE_SECONDS = 3600;

  private Seats() {}

  /**
   * The route with each break once, and with the call if it is needed; those that were on it where
   * they were unless another place is better. O((breaks + call) · stops²), and O(stops) if nothing
   * has to be sought.
   *
   * @param breaks of the day, by their number
   * @param call that the day may have; null for none
   */
  static List<Stop> seated(
      TechnicianDay day, List<Stop> stops, List<Stop> breaks, @Nullable Stop call) {
    var seated = new ArrayList<>(stops);
    seated.removeIf(stop -> !stop.isVisit());
    Stop needed = call != null && Timetable.of(day, seated).missingPieces() > 0 ? call : null;
    boolean isWhole =
        stops.stream().anyMatch(Stop::isCall) == (needed != null)
            && stops.stream().filter(Stop::isBreak).count() == breaks.size();
    if (isWhole && breaks.isEmpty() && Timetable.of(day, stops).missingPieces() == 0) {
      return stops;
    }
    if (needed != null) {
      seat(day, seated, needed);
    }
    for (Stop pause : breaks) {
      seat(day, seated, pause);
    }
    return !isWhole || cost(day, seated) < cost(day, stops) ? seated : stops;
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
    long broken =
        times.brokenBreakSeconds()
            + Math.max(0, times.home() - day.latestHome())
            + PIECE_SECONDS * times.missingPieces();
    long wishes = times.home() + times.driveSeconds();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      int start = times.start(i);
      if (stop.isVisit()) {
        broken +=
            stop.secondsOutsideWindows(start)
                + stop.secondsOffPin(day, start)
                + stop.secondsAfterContract(day, start);
        wishes += stop.secondsLate(day, start) + stop.secondsOffPromise(start);
      } else if (stop.isCall() && times.isTaken(i)) {
        broken += stop.secondsOutsideWindows(start);
      }
    }
    return broken * HARD + wishes;
  }
}
