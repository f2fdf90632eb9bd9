package io.trasa.planning.advice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Policy;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a change is said to cost is what it costs when done: all rules counted anew, both plans. */
class TrialTest {

  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SOLVER =
      SolutionManager.create(SolverFactory.createFromXmlFile(new File("solver-config/solver.xml")));

  @Property(tries = 500)
  void whatStandsIsScoredAsTheSolverScoresIt(@ForAll long seed) {
    RoutePlan plan = plan(new Random(seed));
    var standing = new Standing(plan);
    assertThat(SOLVER.update(plan)).isEqualTo(standing.score());
  }

  @Property(tries = 500)
  void aChangeCostsTheDifferenceOfTheScores(@ForAll long seed) {
    var random = new Random(seed);
    var standing = new Standing(plan(random));
    Amounts before = standing.total();
    Trial trial = change(random, standing);
    Outcome outcome = trial.outcome();
    RoutePlan done = done(standing, trial);
    var after = new Standing(done);
    assertThat(after.total()).isEqualTo(before.plus(outcome.more()));
    assertThat(SOLVER.update(done))
        .isEqualTo(standing.score().subtract(standing.policy().cost(outcome.more())));
    assertThat(standing.total()).as("what stands is left alone").isEqualTo(before);
    outcome
        .routes()
        .forEach(
            (day, route) -> {
              for (int i = 0; i < route.stops().size(); i++) {
                assertThat(route.times().start(i)).isEqualTo(after.route(day).times().start(i));
              }
            });
  }

  private static RoutePlan plan(Random random) {
    RoutePlan plan = RandomPlans.richPlan(random, 1 + random.nextInt(4), random.nextInt(14));
    plan.setWeights(RandomPlans.policy(random).overrides());
    return plan;
  }

  /** Some visits out, some in, one known otherwise, a technician who can do more. */
  private static Trial change(Random random, Standing standing) {
    Trial trial = standing.trial();
    List<Stop> visits = standing.stops().stream().filter(Stop::isVisit).toList();
    for (int i = 0; i < 1 + random.nextInt(3) && !visits.isEmpty(); i++) {
      Stop stop = visits.get(random.nextInt(visits.size()));
      trial.remove(stop);
      Stop moved = random.nextInt(3) == 0 ? new Stop(stop.facts().pinned(null)) : stop;
      if (random.nextInt(4) > 0) {
        int day = random.nextInt(standing.routes().size());
        trial.insert(moved, day, random.nextInt(trial.stops(day).size() + 1));
      }
    }
    if (random.nextInt(3) == 0) {
      int day = random.nextInt(standing.routes().size());
      trial.know(day, trial.day(day).facts().overtime(3600));
    }
    return trial;
  }

  /** The plan with the change done, made from scratch. */
  private static RoutePlan done(Standing standing, Trial trial) {
    var stops = new HashMap<String, Stop>();
    standing.stops().forEach(stop -> stops.put(stop.getId(), new Stop(stop.facts())));
    var days = new ArrayList<TechnicianDay>();
    for (int day = 0; day < standing.routes().size(); day++) {
      var copy = new TechnicianDay(trial.day(day).facts());
      for (Stop stop : trial.stops(day)) {
        var placed = new Stop(stop.facts());
        stops.put(stop.getId(), placed);
        copy.getStops().add(placed);
      }
      days.add(copy);
    }
    var inOrder = standing.stops().stream().map(stop -> stops.get(stop.getId())).toList();
    Policy policy = standing.policy();
    var plan = new RoutePlan(days, inOrder, policy.overrides());
    plan.setDependencies(standing.dependencies());
    return plan;
  }
}
