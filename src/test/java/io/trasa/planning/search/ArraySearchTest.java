package io.trasa.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The array search says of its routes what the rules say, and never breaks one. */
class ArraySearchTest {

  private static final SolverFactory<RoutePlan> FACTORY =
      SolverFactory.createFromXmlFile(new File("solver-config/solver.xml"));

  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SCORES =
      SolutionManager.create(FACTORY);

  @Property(tries = 400)
  void itsCountIsTheScoreAfterEverySlice(@ForAll long seed) {
    RoutePlan plan = plan(seed);
    long hardOfPins = hardOfPins(plan(seed));
    var search = ArraySearch.seeded(plan, seed, 1);
    for (int slice = 0; slice < 3; slice++) {
      search(search, slice, 5);
      apply(search, plan);
      HardMediumSoftScore score = SCORES.update(plan);
      assertThat(score)
          .isEqualTo(HardMediumSoftScore.of(hardOfPins, search.mediumScore(), search.softScore()));
    }
  }

  @Property(tries = 50)
  void theSameSeedFindsTheSame(@ForAll long seed) {
    var routes = new ArrayList<List<List<Integer>>>();
    for (int run = 0; run < 2; run++) {
      var search = ArraySearch.seeded(RandomPlans.plan(new Random(seed), 4, 20), seed, 1);
      search(search, 0, 10);
      routes.add(
          IntStream.range(0, 4)
              .mapToObj(d -> Arrays.stream(search.route(d)).boxed().toList())
              .toList());
    }
    assertThat(routes.getFirst()).isEqualTo(routes.getLast());
  }

  @Property(tries = 60)
  void itsCountIsTheScoreOnSeveralThreadsToo(@ForAll long seed) {
    var random = new Random(seed);
    int days = 1 + random.nextInt(24);
    int stops = random.nextInt(90);
    RoutePlan plan = RandomPlans.plan(new Random(seed), days, stops);
    long hardOfPins = hardOfPins(RandomPlans.plan(new Random(seed), days, stops));
    var search = ArraySearch.seeded(plan, seed, 2 + random.nextInt(3));
    for (int slice = 0; slice < 3; slice++) {
      search(search, slice, 300);
      apply(search, plan);
      HardMediumSoftScore score = SCORES.update(plan);
      assertThat(score)
          .isEqualTo(HardMediumSoftScore.of(hardOfPins, search.mediumScore(), search.softScore()));
    }
  }

  @Property(tries = 100)
  void pinnedStopsKeepTheirDayAndOrder(@ForAll long seed) {
    RoutePlan plan = RandomPlans.plan(new Random(seed), 4, 25);
    List<List<Stop>> before = pinned(plan);
    var search = ArraySearch.seeded(plan, seed, 1);
    search(search, 0, 10);
    apply(search, plan);
    assertThat(pinned(plan)).isEqualTo(before);
  }

  @Test
  void aSolverWithThePhaseGivesAPlanThatKeepsEveryRule() {
    var config = SolverConfig.createFromXmlFile(new File("solver-config/solver.xml"));
    config.setEnvironmentMode(EnvironmentMode.FULL_ASSERT);
    config.setTerminationConfig(new TerminationConfig().withMillisecondsSpentLimit(700L));
    RoutePlan plan = RandomPlans.plan(new Random(7), 8, 60);
    plan.setLimitSeconds(1);
    long hardOfPins = hardOfPins(RandomPlans.plan(new Random(7), 8, 60));
    RoutePlan solved =
        SolverFactory.<RoutePlan>create(ArraySearchPhase.inSlices(config))
            .buildSolver()
            .solve(plan);
    assertThat(solved.getMemory()).isInstanceOf(ArraySearch.class);
    var search = (ArraySearch) Objects.requireNonNull(solved.getMemory());
    assertThat(search.isOver()).as("refused").isFalse();
    assertThat(solved.getScore())
        .isEqualTo(HardMediumSoftScore.of(hardOfPins, search.mediumScore(), search.softScore()));
  }

  private static void search(ArraySearch search, int slice, int looks) {
    int[] left = {looks};
    search.search(() -> slice / 3.0, () -> left[0]-- == 0);
  }

  private static RoutePlan plan(long seed) {
    var random = new Random(seed);
    return RandomPlans.plan(random, 1 + random.nextInt(6), random.nextInt(30));
  }

  /** What the pins break by themselves: nobody may heal it, and nobody may make it worse. */
  private static long hardOfPins(RoutePlan plan) {
    plan.getDays().forEach(day -> day.getStops().removeIf(stop -> !stop.isPinned()));
    return Objects.requireNonNull(SCORES.update(plan)).hardScore();
  }

  private static void apply(ArraySearch search, RoutePlan plan) {
    for (int d = 0; d < plan.getDays().size(); d++) {
      List<Stop> route = plan.getDays().get(d).getStops();
      route.clear();
      Arrays.stream(search.route(d)).forEach(s -> route.add(plan.getStops().get(s)));
    }
  }

  private static List<List<Stop>> pinned(RoutePlan plan) {
    return plan.getDays().stream()
        .map(day -> day.getStops().stream().filter(Stop::isPinned).toList())
        .toList();
  }
}
