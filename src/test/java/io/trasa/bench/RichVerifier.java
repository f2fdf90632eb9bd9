package io.trasa.bench;

import io.trasa.bench.RichDay.Doing;
import io.trasa.bench.RichDay.Step;
import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a plan of a rich day by the day alone; nothing of the engine is used. There is a list of
 * steps for each technician, in order.
 */
final class RichVerifier {

  private final RichDay day;
  private final List<List<Step>> plan;

  private RichVerifier(RichDay day, List<List<Step>> plan) {
    this.day = day;
    this.plan = plan;
  }

  /** What is wrong with the plan first; empty if nothing. */
  static Optional<String> fault(RichDay day, List<List<Step>> plan) {
    var verifier = new RichVerifier(day, plan);
    try {
      verifier.check();
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(broken.getMessage());
    }
  }

  /** What the plan costs; see {@link RichDay}. */
  static long value(RichDay day, List<List<Step>> plan) {
    return new RichVerifier(day, plan).cost();
  }

  private static final class Broken extends RuntimeException {
    Broken(String message) {
      super(message, null, false, false);
    }
  }

  private static void require(boolean kept, String otherwise, Object... what) {
    if (!kept) {
      throw new Broken(otherwise.formatted(what));
    }
  }

  private void check() {
    require(plan.size() == day.technicians().size(), "not a route for each technician");
    List<List<Integer>> startsOfVisit = new ArrayList<>();
    for (int v = 0; v < day.visits().size(); v++) {
      startsOfVisit.add(new ArrayList<>());
    }
    for (int t = 0; t < plan.size(); t++) {
      checkTimes(t);
      checkBreak(t);
      checkVisits(t, startsOfVisit);
      checkParts(t);
    }
    for (int v = 0; v < day.visits().size(); v++) {
      List<Integer> starts = startsOfVisit.get(v);
      int crew = day.visits().get(v).crew();
      require(
          starts.isEmpty() || starts.size() == crew,
          "visit %d has %d of %d technicians",
          v,
          starts.size(),
          crew);
      require(new HashSet<>(starts).size() <= 1, "the crew of visit %d starts apart", v);
    }
  }

  private void checkTimes(int t) {
    Technician technician = day.technicians().get(t);
    var way = new Way(technician);
    for (Step step : plan.get(t)) {
      require(
          step.doing() == Doing.BREAK || hasWay(way.at, placeOf(step)),
          "technician %d has no way to a stop",
          t);
      require(
          step.start() >= way.earliest(step), "technician %d is not there at %d", t, step.start());
      way.go(step);
    }
    require(hasWay(way.at, technician.home()), "technician %d has no way home", t);
    require(way.home() <= technician.shift().to(), "technician %d is home after the shift", t);
  }

  /** How far a technician has come. A break is taken before leaving, on the way, or on arrival. */
  private final class Way {
    private final Technician technician;
    private int at;

    /** When the last stop was done, and when a break since then began. */
    private int free;

    private int paused = -1;

    Way(Technician technician) {
      this.technician = technician;
      at = technician.home();
      free = technician.shift().from();
    }

    int earliest(Step step) {
      return step.doing() == Doing.BREAK ? free : arrival(placeOf(step));
    }

    private int arrival(int place) {
      int there = free + day.travel(at, place);
      return paused < 0 ? there : Math.max(there, paused) + technician.pauseSeconds();
    }

    void go(Step step) {
      if (step.doing() == Doing.BREAK) {
        paused = step.start();
        return;
      }
      at = placeOf(step);
      free = step.start() + lasts(step);
      paused = -1;
    }

    int home() {
      return arrival(technician.home());
    }
  }

  private int homeAt(int t) {
    var way = new Way(day.technicians().get(t));
    plan.get(t).forEach(way::go);
    return way.home();
  }

  private void checkBreak(int t) {
    Technician technician = day.technicians().get(t);
    Window pause = technician.pause();
    List<Step> breaks = plan.get(t).stream().filter(step -> step.doing() == Doing.BREAK).toList();
    if (pause == null) {
      require(breaks.isEmpty(), "technician %d has no break to take", t);
      return;
    }
    require(breaks.size() <= 1, "technician %d takes two breaks", t);
    for (Step step : breaks) {
      require(isIn(pause, step.start()), "technician %d takes the break at a wrong time", t);
    }
    require(
        !breaks.isEmpty() || !works(t) || doneAt(t) <= pause.to(),
        "technician %d lacks the break",
        t);
  }

  /** When the last stop of a technician is done. */
  private int doneAt(int t) {
    Step last = plan.get(t).getLast();
    return last.start() + lasts(last);
  }

  private boolean works(int t) {
    return plan.get(t).stream().anyMatch(step -> step.doing() == Doing.VISIT);
  }

  private void checkVisits(int t, List<List<Integer>> startsOfVisit) {
    Technician technician = day.technicians().get(t);
    Set<Integer> own = new HashSet<>();
    for (Step step : plan.get(t)) {
      if (step.doing() != Doing.VISIT) {
        continue;
      }
      int v = step.visit();
      Visit visit = day.visits().get(v);
      require(own.add(v), "technician %d does visit %d twice", t, v);
      require(
          visit.skill() < 0 || technician.levels()[visit.skill()] >= visit.level(),
          "technician %d lacks the skill for visit %d",
          t,
          v);
      require(
          visit.windows().stream().anyMatch(window -> isIn(window, step.start())),
          "visit %d starts outside its windows",
          v);
      startsOfVisit.get(v).add(step.start());
    }
  }

  private void checkParts(int t) {
    int[] left = day.technicians().get(t).parts().clone();
    int calls = 0;
    for (Step step : plan.get(t)) {
      calls += step.doing() == Doing.CALL ? 1 : 0;
      if (calls == 0 && step.doing() == Doing.VISIT) {
        for (int kind = 0; kind < left.length; kind++) {
          left[kind] -= day.visits().get(step.visit()).parts()[kind];
          require(left[kind] >= 0, "technician %d lacks a part for visit %d", t, step.visit());
        }
      }
    }
    require(calls <= 1, "technician %d calls at the depot twice", t);
  }

  private static boolean isIn(Window window, int moment) {
    return moment >= window.from() && moment <= window.to();
  }

  private boolean hasWay(int from, int to) {
    return day.travel(from, to) >= 0;
  }

  private int placeOf(Step step) {
    if (step.doing() == Doing.CALL) {
      return day.depot();
    }
    require(
        step.visit() >= 0 && step.visit() < day.visits().size(),
        "visit %d is unknown",
        step.visit());
    return day.visits().get(step.visit()).place();
  }

  private int lasts(Step step) {
    return step.doing() == Doing.CALL
        ? day.callSeconds()
        : day.visits().get(step.visit()).seconds();
  }

  private long cost() {
    long cost = 0;
    Set<Integer> planned = new HashSet<>();
    for (int t = 0; t < plan.size(); t++) {
      if (!works(t)) {
        continue;
      }
      int home = day.technicians().get(t).home();
      int at = home;
      for (Step step : plan.get(t)) {
        if (step.doing() == Doing.BREAK) {
          continue;
        }
        int place = placeOf(step);
        cost += wayCost(at, place);
        at = place;
        if (step.doing() == Doing.VISIT) {
          planned.add(step.visit());
          Visit visit = day.visits().get(step.visit());
          long delay = step.start() - visit.windows().getFirst().from();
          cost += delay * visit.urgentPercent() / 100;
        }
      }
      cost += wayCost(at, home);
    }
    for (int v = 0; v < day.visits().size(); v++) {
      Visit visit = day.visits().get(v);
      cost += planned.contains(v) ? 0 : RichDay.PER_POINT * visit.points() * visit.crew();
    }
    return cost;
  }

  private long wayCost(int from, int to) {
    long metres = day.metres()[from * day.places() + to];
    return day.travel(from, to) + RichDay.PER_HECTOMETRE * ((metres + 50) / 100);
  }
}
