package io.trasa.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

  @Property(tries = 3000)
  void itsCountIsTheScoreAfterEverySlice(@ForAll long seed) {
    RoutePlan plan = plan(seed);
    List<Finding> byPinsAlone = brokenByPinsAlone(plan(seed));
    var search = ArraySearch.seeded(plan, seed, 1);
    // Some go on until routes are polished, and rare ways to take out and put back have had their
    // turn.
    int looks = Math.floorMod(seed, 40L) == 0 ? 100 : 5;
    for (int slice = 0; slice < 3; slice++) {
      search(search, slice, looks);
      apply(search, plan);
      HardMediumSoftScore score = Objects.requireNonNull(SCORES.update(plan));
      assertThat(score.mediumScore()).isEqualTo(search.mediumScore());
      assertThat(score.softScore()).isEqualTo(search.softScore());
      assertThat(brokenByFreeStops(plan, byPinsAlone)).isEmpty();
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

  @Property(tries = 300)
  void itsCountIsTheScoreOnSeveralThreadsToo(@ForAll long seed) {
    RoutePlan plan = largerPlan(seed);
    List<Finding> byPinsAlone = brokenByPinsAlone(largerPlan(seed));
    var search = ArraySearch.seeded(plan, seed, 2 + (int) Math.floorMod(seed, 3L));
    for (int slice = 0; slice < 3; slice++) {
      search(search, slice, 60);
      apply(search, plan);
      HardMediumSoftScore score = Objects.requireNonNull(SCORES.update(plan));
      assertThat(score.mediumScore()).isEqualTo(search.mediumScore());
      assertThat(score.softScore()).isEqualTo(search.softScore());
      assertThat(brokenByFreeStops(plan, byPinsAlone)).isEmpty();
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
    config.setTerminationConfig(new TerminationConfig().withMillisecondsSpentLimit(1500L));
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

  @Test
  void threadsOutOfBoundsAreRefusedByName() {
    var config = SolverConfig.createFromXmlFile(new File("solver-config/solver.xml"));
    var phase = (CustomPhaseConfig) Objects.requireNonNull(config.getPhaseConfigList()).getFirst();
    phase.setCustomProperties(Map.of("threads", "0"));
    assertThatThrownBy(() -> ArraySearchPhase.inSlices(config))
        .hasMessage("solver.xml: threads must be from 1 to 64, not 0.");
  }

  private static void search(ArraySearch search, int slice, int looks) {
    int[] left = {looks};
    search.search(() -> slice / 3.0, () -> left[0]-- == 0);
  }

  private static RoutePlan plan(long seed) {
    var random = new Random(seed);
    RoutePlan plan =
        random.nextInt(3) == 0
            ? RandomPlans.plan(random, 1 + random.nextInt(6), random.nextInt(30))
            : RandomPlans.richPlan(random, 1 + random.nextInt(6), random.nextInt(30));
    plan.setWeights(anyPolicy(random).overrides());
    return plan;
  }

  private static RoutePlan largerPlan(long seed) {
    var random = new Random(seed);
    RoutePlan plan =
        random.nextBoolean()
            ? RandomPlans.plan(random, 1 + random.nextInt(24), random.nextInt(90))
            : RandomPlans.richPlan(random, 1 + random.nextInt(24), random.nextInt(90));
    plan.setWeights(anyPolicy(random).overrides());
    return plan;
  }

  /** Wishes of any weight, some of none. */
  private static Policy anyPolicy(Random random) {
    var weights = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.level() == Rule.Level.SOFT) {
        weights.put(rule, Math.max(0L, random.nextInt(8) - 2));
      }
    }
    return new Policy(weights);
  }

  private static List<Finding> brokenByPinsAlone(RoutePlan plan) {
    plan.getDays().forEach(day -> day.getStops().removeIf(stop -> !stop.isPinned()));
    SCORES.update(plan);
    return hard(plan);
  }

  private static List<Finding> hard(RoutePlan plan) {
    return Explainer.findings(plan).stream()
        .filter(finding -> finding.rule().level() == Rule.Level.HARD)
        .toList();
  }

  /** What no pinned visit is to blame for, and what days break more than by their pins alone. */
  private static List<Finding> brokenByFreeStops(RoutePlan plan, List<Finding> byPinsAlone) {
    Set<UUID> pinned =
        plan.getStops().stream()
            .filter(Stop::isPinned)
            .map(Stop::visit)
            .collect(Collectors.toSet());
    return hard(plan).stream()
        .filter(
            finding ->
                finding.visit() == null
                    ? byPinsAlone.stream().noneMatch(alone -> isNoWorse(finding, alone))
                    : !pinned.contains(finding.visit()))
        .toList();
  }

  private static boolean isNoWorse(Finding finding, Finding alone) {
    return finding.rule() == alone.rule()
        && Objects.equals(finding.day(), alone.day())
        && finding.visit() == null
        && finding.amount() <= alone.amount();
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
    for (int s = 0; s < plan.getStops().size(); s++) {
      plan.getStops().get(s).setAgreedStart(search.agreedStart(s));
    }
  }

  private static List<List<Stop>> pinned(RoutePlan plan) {
    return plan.getDays().stream()
        .map(day -> day.getStops().stream().filter(Stop::isPinned).toList())
        .toList();
  }
}
