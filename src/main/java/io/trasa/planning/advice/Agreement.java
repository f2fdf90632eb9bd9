package io.trasa.planning.advice;

import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Agrees on starts: a crew starts when its last member can, a visit that waits for others when they
 * are done. From the earliest times on, starts are put off until nobody needs to wait any longer,
 * so nobody waits longer than he must. What is pinned keeps its time.
 */
final class Agreement {

  /** Ties that go round in a circle put each other off for ever; then the rules tell. */
  private static final int MAX_ROUNDS = 40;

  private final Map<TechnicianDay, List<Stop>> routes;
  private final Map<UUID, List<Stop>> visits;
  private final List<Dependency> dependencies;

  /**
   * @param routes whose stops may be changed: their days and starts are set
   * @param visits all stops of each visit that is tied, on these routes or on none
   */
  Agreement(
      Map<TechnicianDay, List<Stop>> routes,
      Map<UUID, List<Stop>> visits,
      List<Dependency> dependencies) {
    this.routes = routes;
    this.visits = visits;
    this.dependencies = dependencies;
  }

  /** Sets the starts of all stops on the routes, and the agreed ones of those that are tied. */
  void settle() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      routes.forEach(Agreement::takeTimes);
      boolean putOff = crews(visits.values());
      for (Dependency dependency : dependencies) {
        putOff |= waiting(dependency);
      }
      if (!putOff) {
        return;
      }
    }
    routes.forEach(Agreement::takeTimes);
  }

  private static void takeTimes(TechnicianDay day, List<Stop> stops) {
    var times = Timetable.of(day, stops);
    Stop previous = null;
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      stop.setDay(day);
      stop.setPrevious(previous);
      stop.setArrival(times.arrival(i));
      stop.setStart(times.start(i));
      previous = stop;
    }
  }

  private static boolean crews(Collection<List<Stop>> tied) {
    boolean putOff = false;
    for (List<Stop> crew : tied) {
      if (crew.size() > 1) {
        int last = Integer.MIN_VALUE;
        for (Stop stop : crew) {
          last = stop.getDay() == null ? last : Math.max(last, stop.start());
        }
        for (Stop stop : crew) {
          putOff |= putOff(stop, last);
        }
      }
    }
    return putOff;
  }

  private boolean waiting(Dependency dependency) {
    boolean putOff = false;
    for (Stop before : visits.getOrDefault(dependency.before(), List.of())) {
      if (before.getDay() != null) {
        for (Stop after : visits.getOrDefault(dependency.after(), List.of())) {
          putOff |= putOff(after, before.end() + dependency.gapSeconds());
        }
      }
    }
    return putOff;
  }

  private static boolean putOff(Stop stop, int start) {
    @Nullable Integer agreed = stop.getAgreedStart();
    if (stop.getDay() == null
        || stop.isPinned()
        || stop.start() >= start
        || (agreed != null && agreed >= start)) {
      return false;
    }
    stop.setAgreedStart(start);
    return true;
  }
}
