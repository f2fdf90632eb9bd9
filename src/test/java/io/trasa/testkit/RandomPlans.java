package io.trasa.testkit;

import static io.trasa.testkit.PlanKit.at;

import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Published;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/**
 * Plans in which everything occurs: skills, territories, absences, traffic, several windows, pins
 * that clash, crews, urgent visits, places without a road. Most break some rule.
 */
public final class RandomPlans {

  private RandomPlans() {}

  public static RoutePlan plan(Random random) {
    return plan(random, 1 + random.nextInt(4), random.nextInt(12));
  }

  /** So many technicians' days, and visits of which most are on a route somewhere. */
  public static RoutePlan plan(Random random, int technicians, int visits) {
    var days = new ArrayList<TechnicianDay>();
    for (int t = 0; t < technicians; t++) {
      days.add(randomDay(random, t).build());
    }
    var stops = new ArrayList<Stop>();
    for (int s = 0; s < visits; s++) {
      stops.addAll(randomVisit(random, PlanKit.stop(random.nextInt(60)), technicians));
    }
    return placed(random, days, stops);
  }

  /**
   * Plans with everything else that there is too: breaks, calls at the depot for parts and tools,
   * capacity, visits that wait for others, wishes, costs, several days.
   */
  public static RoutePlan richPlan(Random random, int technicians, int visits) {
    var days = new ArrayList<TechnicianDay>();
    for (int t = 0; t < technicians; t++) {
      days.add(richDay(random, randomDay(random, t), 0).build());
      if (random.nextInt(3) == 0) {
        days.add(richDay(random, randomDay(random, t), 1).build());
      }
    }
    var stops = new ArrayList<Stop>();
    for (int s = 0; s < visits; s++) {
      var stop = richStop(random, PlanKit.stop(random.nextInt(60)), technicians);
      stops.addAll(randomVisit(random, stop, technicians));
    }
    List<Dependency> dependencies = dependencies(random, stops);
    for (TechnicianDay day : days) {
      for (int i = 0; i < day.breaks().size(); i++) {
        stops.add(Stop.breakOf(day, i));
      }
      if (random.nextInt(3) > 0) {
        Spans hours = Spans.of(List.of(new Span(day.shiftStart(), day.shiftEnd())));
        stops.add(Stop.callOf(day, random.nextInt(60), 60 * random.nextInt(20), hours));
      }
    }
    RoutePlan plan = placed(random, days, stops);
    plan.setDependencies(dependencies);
    return plan;
  }

  /** Every wish weighs something, each something else. */
  public static Policy policy(Random random) {
    var weights = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.level() == Rule.Level.SOFT) {
        weights.put(rule, 1L + random.nextInt(5));
      }
    }
    return new Policy(weights);
  }

  private static RoutePlan placed(Random random, List<TechnicianDay> days, List<Stop> stops) {
    for (Stop stop : stops) {
      if (random.nextInt(5) > 0) {
        TechnicianDay any = days.get(random.nextInt(days.size()));
        TechnicianDay on =
            days.stream().filter(d -> !stop.isVisit() && stop.mayBeOn(d)).findAny().orElse(any);
        on.getStops().add(random.nextInt(on.getStops().size() + 1), stop);
      }
    }
    var plan = PlanKit.plan(days, stops);
    plan.setWeights(Policy.standard().overrides());
    return plan;
  }

  private static List<Dependency> dependencies(Random random, List<Stop> stops) {
    var dependencies = new ArrayList<Dependency>();
    for (int i = 1; i < stops.size(); i++) {
      Stop before = stops.get(random.nextInt(i));
      Stop after = stops.get(i);
      if (random.nextInt(4) == 0 && !before.visit().equals(after.visit())) {
        boolean same = random.nextInt(4) == 0 && !before.isCrewed() && !after.isCrewed();
        dependencies.add(
            new Dependency(before.visit(), after.visit(), 600 * random.nextInt(7), same));
      }
    }
    return dependencies;
  }

  private static PlanKit.DayBuilder richDay(Random random, PlanKit.DayBuilder day, int number) {
    int midnight = number * at(24, 0);
    day.shift(midnight + at(7 + random.nextInt(3), 0), midnight + at(14 + random.nextInt(4), 0));
    int place = random.nextInt(60);
    List<Break> breaks = breaks(random, midnight);
    if (random.nextInt(2) == 0) {
      day.but(facts -> facts.pausing(breaks));
    }
    int choice = random.nextInt(20);
    int amount = random.nextInt(8);
    var tools = BitSet.valueOf(new long[] {random.nextInt(8)});
    int[] parts = {random.nextInt(4), random.nextInt(3)};
    int load = random.nextInt(3) == 0 ? 6 + random.nextInt(10) : TechnicianDay.UNLIMITED;
    day.but(facts -> facts.carrying(new Cargo(load, tools, parts)));
    return switch (choice) {
      case 0, 1 -> day.but(facts -> facts.endingAt(place));
      case 2, 3 -> day.but(facts -> facts.endingAt(Stop.ANYWHERE));
      case 4, 5, 6 -> day.but(facts -> facts.overtime(1800 * amount));
      case 7, 8 -> day.but(facts -> facts.drivingAtMost(1800 * amount));
      case 9, 10 -> day.but(facts -> facts.aimingAt(3600 * amount));
      case 11 -> day.but(facts -> facts.frozen(midnight + at(7 + amount, 0)));
      case 12 -> day.but(TechnicianDay.Facts::closedAsItIs);
      case 13, 14 -> day.but(facts -> facts.costing(50 + 10 * amount, 200 - 10 * amount));
      default -> day;
    };
  }

  private static List<Break> breaks(Random random, int midnight) {
    int at = midnight + at(10 + random.nextInt(3), 0);
    int place = random.nextInt(3) == 0 ? random.nextInt(60) : Stop.ANYWHERE;
    int slack = random.nextInt(3) * 2400;
    var lunch = new Break(place, new Span(at, at + slack), 900 * (1 + random.nextInt(3)));
    var coffee = new Break(Stop.ANYWHERE, new Span(at + 9000, at + 12600), 600);
    return random.nextInt(3) == 0 ? List.of(lunch, coffee) : List.of(lunch);
  }

  private static PlanKit.StopBuilder richStop(
      Random random, PlanKit.StopBuilder stop, int technicians) {
    int time = at(8 + random.nextInt(8), 0);
    var span = new Span(time, time + 1800 * random.nextInt(4));
    var someone = new BitSet();
    someone.set(random.nextInt(technicians));
    var tools = BitSet.valueOf(new long[] {1 << random.nextInt(4)});
    int[] parts = {random.nextInt(3), random.nextInt(2)};
    var published = new Published(random.nextInt(technicians), time, 10 * (1 + random.nextInt(10)));
    int[] by = random.ints(technicians, 600, 7200).toArray();
    int load = random.nextInt(5);
    stop.but(facts -> facts.with(Cargo.ofLoad(load)));
    for (int wish = random.nextInt(4); wish > 0; wish--) {
      switch (random.nextInt(11)) {
        case 0 -> stop.when(when -> when.promisedIn(span));
        case 1 -> stop.when(when -> when.ratherIn(span));
        case 2 -> stop.when(when -> when.due(span.to()));
        case 3 -> stop.when(when -> when.doneBy(span.to() + 3600));
        case 4 -> stop.who(who -> who.rather(someone));
        case 5 -> stop.who(who -> who.without(someone));
        case 6 -> stop.who(who -> who.only(someone));
        case 7 -> stop.but(facts -> facts.published(published));
        case 8 -> stop.but(facts -> facts.lasting(by));
        case 9 -> stop.but(facts -> facts.with(new Cargo(load, tools, new int[0])));
        default -> stop.but(facts -> facts.with(new Cargo(load, new BitSet(), parts)));
      }
    }
    return stop;
  }

  private static PlanKit.DayBuilder randomDay(Random random, int technician) {
    var day = PlanKit.day(technician).home(random.nextInt(50)).skill(0, random.nextInt(3));
    if (random.nextInt(3) == 0) {
      int from = at(7 + random.nextInt(8), 0);
      day.absent(from, from + 3600 * (1 + random.nextInt(9)));
    }
    if (random.nextInt(2) == 0) {
      day.serves(random.nextInt(3));
    }
    if (random.nextInt(2) == 0) {
      day.inTraffic();
    }
    return day;
  }

  private static List<Stop> randomVisit(
      Random random, PlanKit.StopBuilder anywhere, int technicians) {
    var stop = anywhere.lasting(10 + random.nextInt(120));
    int place = random.nextInt(20);
    if (place == 0) {
      stop = PlanKit.stop(PlanKit.islandPlace());
    }
    for (int w = 0; w < random.nextInt(3); w++) {
      int from = at(8 + random.nextInt(8), 0);
      stop.window(from, from + random.nextInt(7200));
    }
    if (random.nextInt(3) == 0) {
      stop.needs(0, 1 + random.nextInt(3));
    }
    if (random.nextInt(3) == 0) {
      stop.in(random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      stop.pinnedTo(random.nextInt(technicians), at(9 + random.nextInt(6), 0));
    }
    stop.urgent(random.nextInt(2) * 10).points(1 + random.nextInt(9));
    return random.nextInt(5) == 0 ? stop.crewOf(2 + random.nextInt(2)) : List.of(stop.build());
  }
}
