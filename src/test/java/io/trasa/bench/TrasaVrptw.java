package io.trasa.bench;

import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Vehicle routing as Trasa takes it: a vehicle is a technician with one day, a tenth is a second,
 * of the wishes only driving counts.
 */
final class TrasaVrptw {

  private TrasaVrptw() {}

  static List<int[]> solve(Vrptw instance, Terms terms, Trail trail) {
    int[] travel = instance.matrix();
    var matrix = TravelMatrix.of(instance.places(), travel, travel);
    var days = new ArrayList<TechnicianDay>();
    var shift = new Span(instance.ready()[0], instance.due()[0]);
    for (int v = 0; v < instance.vehicles(); v++) {
      days.add(
          new TechnicianDay(
              TechnicianDay.Facts.of("v" + v, v, 0, shift, matrix)
                  .carrying(Cargo.ofLoad(instance.capacity()))));
    }
    var stops = new ArrayList<Stop>();
    for (int i : Order.shuffled(instance.places() - 1, terms.seed())) {
      int c = i + 1;
      var windows = Spans.of(List.of(new Span(instance.ready()[c], instance.due()[c])));
      stops.add(
          new Stop(
              Stop.Facts.visit(new UUID(0, c), c, instance.service()[c], WhenMay.in(windows), 1)
                  .with(Cargo.ofLoad(instance.demand()[c]))));
    }
    var policy = TrasaSearch.policy(Map.of(Rule.TRAVEL, 1L));
    var plan = TrasaSearch.solve(new RoutePlan(days, stops, policy.overrides()), terms, trail);
    return plan.getDays().stream()
        .map(day -> day.getStops().stream().mapToInt(Stop::place).toArray())
        .toList();
  }
}
