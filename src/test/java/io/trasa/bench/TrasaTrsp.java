package io.trasa.bench;

import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Technician routing as Trasa takes it: of the wishes only the working time counts. Times are whole
 * ten-thousandths; ways are rounded up, so that what is in time here is so in full precision.
 */
final class TrasaTrsp {

  private static final int UNITS = 10_000;

  private TrasaTrsp() {}

  static List<int[]> solve(Trsp instance, Terms terms, Trail trail) {
    TravelMatrix matrix = matrix(instance);
    var days = new ArrayList<TechnicianDay>();
    var stops = new ArrayList<Stop>();
    int n = instance.nodes().size();
    for (int i : Order.shuffled(n - 1 - instance.technicians(), terms.seed())) {
      stops.add(request(instance, instance.technicians() + 1 + i));
    }
    for (int t = 1; t <= instance.technicians(); t++) {
      Trsp.Node node = instance.nodes().get(t);
      var span = span(node);
      var day =
          new TechnicianDay(
              TechnicianDay.Facts.of("t" + t, t - 1, t, span, matrix)
                  .skilled(levels(instance, node))
                  .carrying(cargo(TechnicianDay.UNLIMITED, node)));
      days.add(day);
      stops.add(Stop.callOf(day, 0, 0, Spans.of(List.of(span(instance.nodes().getFirst())))));
    }
    var policy = TrasaSearch.policy(Map.of(Rule.WORKING_TIME, 1L));
    var plan = TrasaSearch.solve(new RoutePlan(days, stops, policy.overrides()), terms, trail);
    return plan.getDays().stream().map(TrasaTrsp::route).toList();
  }

  /** A call after the last request is none. */
  private static int[] route(TechnicianDay day) {
    List<Stop> stops = day.getStops();
    int count = stops.size();
    while (count > 0 && !stops.get(count - 1).isVisit()) {
      count--;
    }
    return stops.subList(0, count).stream().mapToInt(Stop::place).toArray();
  }

  private static Stop request(Trsp instance, int id) {
    Trsp.Node node = instance.nodes().get(id);
    var when = WhenMay.in(Spans.of(List.of(span(node))));
    var skills = node.skills().stream().map(skill -> new RequiredSkill(skill, 1)).toList();
    var facts = Stop.Facts.visit(new UUID(0, id), id, units(node.service()), when, 1);
    return new Stop(facts.by(facts.who().withSkills(skills)).with(cargo(0, node)));
  }

  private static TravelMatrix matrix(Trsp instance) {
    int n = instance.nodes().size();
    int[] travel = new int[n * n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        travel[from * n + to] = (int) Math.ceil(UNITS * instance.travel(from, to));
      }
    }
    return TravelMatrix.of(n, travel, travel);
  }

  private static int units(double time) {
    return (int) Math.round(UNITS * time);
  }

  private static Span span(Trsp.Node node) {
    return new Span(units(node.open()), units(node.close()));
  }

  private static int[] levels(Trsp instance, Trsp.Node node) {
    int skills =
        instance.nodes().stream().flatMap(n -> n.skills().stream()).max(Integer::compare).orElse(-1)
            + 1;
    int[] levels = new int[skills];
    node.skills().forEach(skill -> levels[skill] = 1);
    return levels;
  }

  private static Cargo cargo(int load, Trsp.Node node) {
    var tools = new BitSet();
    node.tools().forEach(tools::set);
    return new Cargo(load, tools, node.parts().stream().mapToInt(Integer::intValue).toArray());
  }
}
