package io.trasa.bench;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.planning.search.ArraySearchPhase;
import io.trasa.routing.TravelMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Trasa as in production: the solver of solver-config/solver.xml, all rules present. */
final class Trasa implements Contender {

  private static final Path SOLVER_CONFIG = Path.of("solver-config/solver.xml");

  @Override
  public String name() {
    return "trasa";
  }

  @Override
  public Optional<Solver<Vrptw, List<int[]>>> vrptw() {
    return Optional.of(Trasa::solve);
  }

  /** Every rule is there, and of the wishes only driving counts. */
  private static final Policy DRIVING_ONLY = drivingOnly();

  private static Policy drivingOnly() {
    var weights = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.level() == Rule.Level.SOFT) {
        weights.put(rule, rule == Rule.TRAVEL ? 1L : 0L);
      }
    }
    return new Policy(weights);
  }

  /** A tenth is a second; a vehicle is a technician with one day. */
  private static List<int[]> solve(Vrptw instance, Terms terms, Trail trail) {
    int[] travel = instance.matrix();
    var matrix = TravelMatrix.of(instance.places(), travel, travel);
    var days = new ArrayList<TechnicianDay>();
    for (int v = 0; v < instance.vehicles(); v++) {
      days.add(
          new TechnicianDay(
              TechnicianDay.Facts.of(
                      "v" + v, v, 0, new Span(instance.ready()[0], instance.due()[0]), matrix)
                  .carrying(Cargo.ofLoad(instance.capacity()))));
    }
    var stops = new ArrayList<Stop>();
    Map<String, Integer> customers = new HashMap<>();
    for (int i : Order.shuffled(instance.places() - 1, terms.seed())) {
      int c = i + 1;
      var windows = Spans.of(List.of(new Span(instance.ready()[c], instance.due()[c])));
      var stop =
          new Stop(
              Stop.Facts.visit(new UUID(0, c), c, instance.service()[c], WhenMay.in(windows), 1)
                  .with(Cargo.ofLoad(instance.demand()[c])));
      stops.add(stop);
      customers.put(stop.getId(), c);
    }
    RoutePlan plan = plan(new RoutePlan(days, stops, DRIVING_ONLY.overrides()), terms, trail);
    return plan.getDays().stream()
        .map(day -> day.getStops().stream().mapToInt(s -> customers.get(s.getId())).toArray())
        .toList();
  }

  private static RoutePlan plan(RoutePlan problem, Terms terms, Trail trail) {
    problem.setLimitSeconds(terms.seconds());
    var config =
        ArraySearchPhase.inSlices(SolverConfig.createFromXmlFile(SOLVER_CONFIG.toFile()))
            .withTerminationConfig(
                new TerminationConfig().withMillisecondsSpentLimit(trail.millisLeft(terms)));
    var solver = SolverFactory.<RoutePlan>create(config).buildSolver();
    solver.addEventListener(
        event -> {
          var score = event.getNewBestScore();
          if (score.isFeasible()) {
            trail.note(-score.toLevelDoubles()[1] * 1e9 - score.toLevelDoubles()[2]);
          }
        });
    return solver.solve(problem);
  }
}
