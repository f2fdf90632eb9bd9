package io.trasa.bench;

import io.trasa.bench.RichDay.Doing;
import io.trasa.bench.RichDay.Step;
import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A rich day as far as solvers of vehicle routes can say it: a visit is a job, one for a crew as
 * many jobs that all start at the same fixed moment in its first window; there is no call at the
 * depot. What they answer is turned into a plan whose faults are mended by leaving visits out: half
 * crews, and breaks for which there is no time.
 */
final class RichJobs {

  private static final int NO_WAY = 10_000_000;

  /** Between these hours of the day crews meet, if their windows let them. */
  private static final int EARLY = 34_200;

  private static final int LATE = 54_000;

  private final RichDay day;

  /** The visit of each job. */
  private final int[] visits;

  private final int[] costs;

  RichJobs(RichDay day) {
    this.day = day;
    visits =
        IntStream.range(0, day.visits().size())
            .flatMap(v -> IntStream.generate(() -> v).limit(day.visits().get(v).crew()))
            .toArray();
    costs = new int[day.seconds().length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] =
          day.seconds()[i] < 0
              ? NO_WAY
              : day.seconds()[i] + RichDay.PER_HECTOMETRE * ((day.metres()[i] + 50) / 100);
    }
  }

  RichDay day() {
    return day;
  }

  int count() {
    return visits.length;
  }

  Visit visit(int job) {
    return day.visits().get(visits[job]);
  }

  /** When the job may start. */
  List<Window> windows(int job) {
    return windows(visit(job));
  }

  private static List<Window> windows(Visit visit) {
    if (visit.crew() == 1) {
      return visit.windows();
    }
    Window first = visit.windows().getFirst();
    int early = Math.clamp(EARLY, first.from(), first.to());
    int late = visit.urgentPercent() > 0 ? early : Math.clamp(LATE, early, first.to());
    // Another moment for each, the same every time.
    int moment = early + Math.floorMod(visit.place() * 7919, late - early + 1);
    return List.of(new Window(moment, moment));
  }

  /** What the ways cost, {@code from · places + to}. */
  int[] costs() {
    return costs;
  }

  /** Driving times, {@code from · places + to}. */
  int[] times() {
    int[] times = day.seconds().clone();
    for (int i = 0; i < times.length; i++) {
      times[i] = times[i] < 0 ? NO_WAY : times[i];
    }
    return times;
  }

  long penalty(int job) {
    return RichDay.PER_POINT * visit(job).points();
  }

  /**
   * The plan of these jobs.
   *
   * @param routes by technician
   */
  List<List<Step>> plan(List<List<Integer>> routes) {
    List<List<Integer>> kept = new ArrayList<>();
    for (int t = 0; t < routes.size(); t++) {
      var route = new ArrayList<>(routes.get(t).stream().map(job -> visits[job]).toList());
      while (timed(t, route) == null) {
        route.remove(
            route.stream()
                .min(Comparator.comparingInt(v -> day.visits().get(v).points()))
                .orElseThrow());
      }
      kept.add(route);
    }
    Set<Integer> whole = wholeCrews(kept);
    List<List<Step>> plan = new ArrayList<>();
    for (int t = 0; t < kept.size(); t++) {
      List<Step> steps = timed(t, kept.get(t).stream().filter(whole::contains).toList());
      plan.add(steps == null ? List.of() : steps);
    }
    return plan;
  }

  private Set<Integer> wholeCrews(List<List<Integer>> routes) {
    Map<Integer, Integer> members = new HashMap<>();
    routes.forEach(route -> route.forEach(v -> members.merge(v, 1, Integer::sum)));
    Set<Integer> whole = new HashSet<>();
    members.forEach(
        (v, count) -> {
          if (count == day.visits().get(v).crew()) {
            whole.add(v);
          }
        });
    return whole;
  }

  /** The cheapest times with the break in its best place; null if there are none. */
  private @Nullable List<Step> timed(int t, List<Integer> route) {
    Technician technician = day.technicians().get(t);
    Window pause = technician.pause();
    Timed best = route.isEmpty() || pause == null ? timed(technician, route, -1) : null;
    if (best == null && pause != null) {
      Timed without = timed(technician, route, -1);
      best = without != null && without.done <= pause.to() ? without : null;
      for (int at = 0; at <= route.size(); at++) {
        Timed with = timed(technician, route, at);
        if (with != null && (best == null || with.delayCost < best.delayCost)) {
          best = with;
        }
      }
    }
    return best == null ? null : best.steps;
  }

  private record Timed(List<Step> steps, int done, long delayCost) {}

  /**
   * @param pauseAt before which visit the break is taken; −1 for no break
   */
  private @Nullable Timed timed(Technician technician, List<Integer> route, int pauseAt) {
    List<Step> steps = new ArrayList<>();
    int free = technician.shift().from();
    int at = technician.home();
    long delayCost = 0;
    for (int i = 0; i <= route.size(); i++) {
      int place = i < route.size() ? day.visits().get(route.get(i)).place() : technician.home();
      int arrival = free + day.travel(at, place);
      if (i == pauseAt) {
        Window pause = technician.pause();
        if (pause == null || free > pause.to()) {
          return null;
        }
        int begin = Math.max(free, pause.from());
        steps.add(new Step(Doing.BREAK, -1, begin));
        arrival = Math.max(arrival, begin) + technician.pauseSeconds();
      }
      if (i == route.size()) {
        return arrival <= technician.shift().to() ? new Timed(steps, free, delayCost) : null;
      }
      Visit visit = day.visits().get(route.get(i));
      int start = start(visit, arrival);
      if (start < 0) {
        return null;
      }
      steps.add(new Step(Doing.VISIT, route.get(i), start));
      delayCost += (long) (start - visit.windows().getFirst().from()) * visit.urgentPercent() / 100;
      free = start + visit.seconds();
      at = place;
    }
    throw new AssertionError("the way home ends the loop");
  }

  private static int start(Visit visit, int arrival) {
    for (Window window : windows(visit)) {
      if (arrival <= window.to()) {
        return Math.max(arrival, window.from());
      }
    }
    return -1;
  }
}
