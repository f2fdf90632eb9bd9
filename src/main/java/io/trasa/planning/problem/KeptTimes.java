package io.trasa.planning.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * The times of a route in which a visit waits for the time that was published, as far as nothing
 * after it gets later: nobody is asked to be ready earlier for nothing.
 */
final class KeptTimes {

  private KeptTimes() {}

  /** O(stops²). */
  static Timetable of(TechnicianDay day, List<Stop> route, List<Dependency> dependencies) {
    var stops = new ArrayList<>(route);
    Timetable times = Timetable.of(day, stops);
    for (int i = stops.size() - 1; i >= 0; i--) {
      Stop stop = stops.get(i);
      Published told = stop.published();
      if (told == null || !mayWait(stop, dependencies)) {
        continue;
      }
      stops.set(i, waiting(stop, told.start()));
      Timetable later = Timetable.of(day, stops);
      int delay = delayAfter(i, times, later, day);
      if (delay > 0) {
        stops.set(i, waiting(stop, told.start() - delay));
        later = Timetable.of(day, stops);
      }
      if (later.start(i) > times.start(i) && delayAfter(i, times, later, day) == 0) {
        times = later;
      } else {
        stops.set(i, stop);
      }
    }
    return times;
  }

  /** The same visit, but not begun before. */
  static Stop waiting(Stop stop, int until) {
    return new Stop(stop.facts().when(stop.when().notBefore(until)));
  }

  /** Others wait for a crew's member and for what comes before; what is urgent waits for nobody. */
  private static boolean mayWait(Stop stop, List<Dependency> dependencies) {
    return !stop.isCrewed()
        && !stop.isPinned()
        && stop.urgencyPercent() == 0
        && dependencies.stream().noneMatch(tie -> tie.before().equals(stop.visit()));
  }

  /** The most by which what follows gets later; the way home only where it makes overtime. */
  private static int delayAfter(int i, Timetable times, Timetable later, TechnicianDay day) {
    int delay = Math.max(0, later.home() - Math.max(times.home(), day.shiftEnd()));
    for (int j = i + 1; j < times.size(); j++) {
      delay = Math.max(delay, later.start(j) - times.start(j));
    }
    return delay;
  }
}
