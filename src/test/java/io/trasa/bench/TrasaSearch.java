package io.trasa.bench;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.planning.search.ArraySearchPhase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The solver as in production: that of solver-config/solver.xml, with every rule. */
final class TrasaSearch {

  private static final Path SOLVER_CONFIG = Path.of("solver-config/solver.xml");

  /** So that a visit left out outweighs all driving in a single number. */
  private static final double MEDIUM = 1e9;

  private TrasaSearch() {}

  static RoutePlan solve(RoutePlan problem, Terms terms, Trail trail) {
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
            trail.note(-score.toLevelDoubles()[1] * MEDIUM - score.toLevelDoubles()[2]);
          }
        });
    problem.startClock();
    RoutePlan solved = solver.solve(problem);
    RoutePlan.Memory memory = solved.getMemory();
    if (memory != null) {
      trail.count(memory.steps(), memory.checks());
    }
    return solved;
  }

  /** Every rule is there; of the wishes only these count. */
  static Policy policy(Map<Rule, Long> wishes) {
    var weights = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.level() == Rule.Level.SOFT) {
        weights.put(rule, wishes.getOrDefault(rule, 0L));
      }
    }
    return new Policy(weights);
  }
}
