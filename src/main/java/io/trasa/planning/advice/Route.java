package io.trasa.planning.advice;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import java.util.List;

/**
 * A technician's day as it is or would be driven: its stops in order, their times, what they cost.
 */
public record Route(TechnicianDay day, List<Stop> stops, Timetable times, Amounts amounts) {

  static Route of(TechnicianDay day, List<Stop> stops) {
    var times = Timetable.of(day, stops);
    return new Route(day, stops, times, Amounts.ofRoute(day, stops, times));
  }

  /** What the rules say about it, visit by visit; ties to other days apart. */
  public List<Finding> findings() {
    return Explainer.route(day, stops);
  }

  /** True if anything on it is at another time, or it costs another sum. */
  boolean movesAgainst(Route other) {
    if (stops.size() != other.stops.size() || !amounts.equals(other.amounts)) {
      return true;
    }
    for (int i = 0; i < stops.size(); i++) {
      if (times.start(i) != other.times.start(i)) {
        return true;
      }
    }
    return false;
  }

  /** Which of the route's visits that at this index is, from 1: only what is shown counts. */
  public int numberOf(int index) {
    return 1
        + (int)
            stops.subList(0, index).stream()
                .filter(stop -> stop.isVisit() && !stop.isHeld())
                .count();
  }

  /** Where the stop stands, or −1. */
  public int indexOf(Stop stop) {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).getId().equals(stop.getId())) {
        return i;
      }
    }
    return -1;
  }
}
