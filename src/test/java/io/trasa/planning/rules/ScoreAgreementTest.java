package io.trasa.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The solver's number and the explainer's findings are two readings of the same rules. */
class ScoreAgreementTest {

  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SOLVER =
      SolutionManager.create(SolverFactory.createFromXmlFile(new File("solver-config/solver.xml")));

  @Property(tries = 500)
  void findingsAddUpToTheSolversScore(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan plan = RandomPlans.richPlan(random, 1 + random.nextInt(4), random.nextInt(14));
    Policy policy = RandomPlans.policy(random);
    plan.setWeights(policy.overrides());
    HardMediumSoftScore score = SOLVER.update(plan);
    assertThat(Explainer.score(Explainer.findings(plan), policy)).isEqualTo(score);
  }

  @Property(tries = 500)
  void shadowTimesAreTheTimetables(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan plan = RandomPlans.richPlan(random, 1 + random.nextInt(4), random.nextInt(14));
    for (TechnicianDay day : plan.getDays()) {
      var table = Timetable.of(day, day.getStops());
      for (int i = 0; i < day.getStops().size(); i++) {
        Stop stop = day.getStops().get(i);
        assertThat(stop.getArrival()).isEqualTo(table.arrival(i));
        assertThat(stop.start()).isEqualTo(table.start(i));
      }
    }
  }
}
