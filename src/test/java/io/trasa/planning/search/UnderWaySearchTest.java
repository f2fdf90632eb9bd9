package io.trasa.planning.search;

import static io.trasa.testkit.PlanKit.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.LiveRoute.Events;
import io.trasa.planning.problem.Published;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.UnderWay;
import io.trasa.planning.problem.UnderWay.Situation;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is left of any plan under way is a problem that begins with a plan that keeps the rules. */
class UnderWaySearchTest {

  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SCORES =
      SolutionManager.create(
          SolverFactory.<RoutePlan>createFromXmlFile(new File("solver-config/solver.xml")));

  @Property(tries = 500)
  void whateverIsLateThePlanThatHoldsKeepsTheRules(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan whole = published(random);
    int now = at(7 + random.nextInt(10), random.nextInt(60));
    int frozen = random.nextBoolean() ? Integer.MIN_VALUE : now + 600 * random.nextInt(20);
    var situation = new Situation(now, frozen, events(whole, now, random), Map.of(), Set.of());
    UnderWay underWay = UnderWay.of(whole, situation);

    RoutePlan rest = underWay.rest();
    SCORES.update(rest);
    // Who is absent by then goes to nobody any more: that visit is to be handed over.
    Assume.that(hard(rest).stream().noneMatch(finding -> finding.rule() == Rule.ABSENCE));
    assertThat(hard(rest)).isEmpty();
    // Nor does anybody come back whose absence lasts to the end of his shift.
    Assume.that(rest.getDays().stream().noneMatch(UnderWaySearchTest::goesOnAfterTheEnd));
    Assume.that(!rest.getDays().isEmpty());
    var search = ArraySearch.seeded(rest, seed, 1);
    search.search(() -> 0, () -> true);
    for (int d = 0; d < rest.getDays().size(); d++) {
      List<Stop> route = withoutTheLastBreaks(rest.getDays().get(d));
      assertThat(Arrays.stream(search.route(d)).mapToObj(rest.getStops()::get).toList())
          .as("what stood stands")
          .isEqualTo(route);
      for (Stop stop : route) {
        if (!underWay.isMark(stop) && stop.isVisit()) {
          assertThat(stop.start()).isEqualTo(underWay.untouchedStart(stop.getId()));
        }
      }
    }
  }

  @Property(tries = 200)
  void nothingHappenedNothingChanges(@ForAll long seed) {
    RoutePlan whole = published(new Random(seed));
    RoutePlan rest = UnderWay.of(whole, Situation.at(at(6, 0))).rest();
    SCORES.update(rest);
    assertThat(Explainer.findings(rest))
        .extracting(Finding::rule)
        .doesNotContain(Rule.OTHER_TECHNICIAN, Rule.OTHER_TIME);
  }

  private static List<Finding> hard(RoutePlan plan) {
    return Explainer.findings(plan).stream()
        .filter(finding -> finding.rule().level() == Rule.Level.HARD)
        .toList();
  }

  private static boolean goesOnAfterTheEnd(TechnicianDay day) {
    Spans absences = day.absences();
    return IntStream.range(0, absences.count())
        .filter(i -> absences.to(i) >= day.shiftEnd())
        .anyMatch(i -> day.getStops().stream().anyMatch(stop -> stop.end() > absences.from(i)));
  }

  private static List<Stop> withoutTheLastBreaks(TechnicianDay day) {
    List<Stop> stops = new ArrayList<>(day.getStops());
    while (!stops.isEmpty() && !stops.getLast().isVisit()) {
      stops.removeLast();
    }
    return stops;
  }

  /** A plan that keeps every rule, each visit published where it stands. */
  private static RoutePlan published(Random random) {
    RoutePlan plan = RandomPlans.plan(random, 1 + random.nextInt(6), random.nextInt(30));
    plan.getDays().forEach(day -> day.getStops().clear());
    plan.setStops(plan.getStops().stream().filter(stop -> !stop.isPinned()).toList());
    plan.getStops().forEach(stop -> stop.setDay(null));
    var search = ArraySearch.seeded(plan, random.nextLong(), 1);
    int[] left = {5};
    search.search(() -> 0.5, () -> left[0]-- == 0);
    var stops = new HashMap<Stop, Stop>();
    for (int d = 0; d < plan.getDays().size(); d++) {
      TechnicianDay day = plan.getDays().get(d);
      Arrays.stream(search.route(d)).forEach(s -> day.getStops().add(plan.getStops().get(s)));
    }
    for (int s = 0; s < plan.getStops().size(); s++) {
      plan.getStops().get(s).setAgreedStart(search.agreedStart(s));
    }
    SCORES.update(plan);
    for (Stop stop : plan.getStops()) {
      TechnicianDay day = stop.getDay();
      stops.put(
          stop,
          new Stop(
              stop.facts()
                  .published(
                      day == null || !stop.isVisit()
                          ? null
                          : new Published(day.technician(), stop.start(), 100))));
    }
    plan.getDays().forEach(day -> day.getStops().replaceAll(stops::get));
    plan.setStops(plan.getStops().stream().map(stops::get).toList());
    return plan;
  }

  /** Each route goes on in its order, with delays; who is at work at that time is not done yet. */
  private static Map<UUID, Events> events(RoutePlan plan, int now, Random random) {
    var events = new HashMap<UUID, Events>();
    for (TechnicianDay day : plan.getDays()) {
      int free = day.shiftStart();
      for (Stop stop : day.getStops()) {
        Published told = stop.published();
        if (told == null || stop.isCrewed() || free > now || told.start() > now) {
          break;
        }
        int start = Math.max(free, told.start()) + 60 * random.nextInt(40);
        int end = start + stop.serviceSeconds(day) + 60 * (random.nextInt(60) - 5);
        events.put(
            stop.visit(),
            new Events(
                free,
                start <= now ? start : Integer.MIN_VALUE,
                start <= now ? start : Integer.MIN_VALUE,
                end <= now ? end : Integer.MIN_VALUE));
        free = Math.max(start, end);
      }
    }
    return events;
  }
}
