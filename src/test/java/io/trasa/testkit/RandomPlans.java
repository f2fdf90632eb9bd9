package io.trasa.testkit;

import static io.trasa.testkit.PlanKit.at;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Policy;
import java.util.ArrayList;
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
      days.add(randomDay(random, t));
    }
    var stops = new ArrayList<Stop>();
    for (int s = 0; s < visits; s++) {
      stops.addAll(randomVisit(random));
    }
    for (Stop stop : stops) {
      if (random.nextInt(5) > 0) {
        List<Stop> route = days.get(random.nextInt(days.size())).getStops();
        route.add(random.nextInt(route.size() + 1), stop);
      }
    }
    var plan = PlanKit.plan(days, stops);
    plan.setWeights(Policy.standard().overrides());
    return plan;
  }

  private static TechnicianDay randomDay(Random random, int technician) {
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
    return day.build();
  }

  private static List<Stop> randomVisit(Random random) {
    var stop = PlanKit.stop(random.nextInt(60)).lasting(10 + random.nextInt(120));
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
      stop.pinnedTo(random.nextInt(4), at(9 + random.nextInt(6), 0));
    }
    stop.urgent(random.nextInt(2) * 10).points(1 + random.nextInt(9));
    return random.nextInt(5) == 0 ? stop.crewOf(2 + random.nextInt(2)) : List.of(stop.build());
  }
}
