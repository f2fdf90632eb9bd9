package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.common.Coordinates;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlanCutTest {

  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SCORES =
      SolutionManager.create(SolverFactory.createFromXmlFile(new File("solver-config/solver.xml")));

  private final Map<String, List<Stop>> routes = new HashMap<>();
  private final Map<Coordinates, Integer> places = new LinkedHashMap<>();
  private final Map<String, LocalDate> dates = new HashMap<>();

  /** Unless it moves what others elsewhere wait for; that would break a pin in the part. */
  @Property(tries = 500)
  void whatAPartGainsThePlanGains(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan plan = plan(random);
    HardMediumSoftScore before = score(plan);
    HardMediumSoftScore gained = HardMediumSoftScore.ZERO;
    KeptRoutes joined = KeptRoutes.of(plan);
    boolean held = true;
    for (PlanPart part : cut(plan, 1 + random.nextInt(3), random.nextInt(2))) {
      putBack(plan);
      RoutePlan cut = part.cutFrom(plan);
      gained = gained.subtract(score(cut));
      change(cut, random);
      gained = gained.add(score(cut));
      held &= cut.getStops().stream().allMatch(stop -> isHeld(part, stop));
      joined = joined.with(KeptRoutes.of(cut));
    }
    putBack(plan);
    joined.layOn(plan);
    HardMediumSoftScore after = score(plan);
    if (held) {
      assertThat(after.subtract(before)).isEqualTo(gained);
    }
  }

  @Property(tries = 300)
  void eachDayIsInOnePartAndNoStopInTwo(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan plan = plan(random);
    SCORES.update(plan);
    int count = 1 + random.nextInt(5);
    var days = new ArrayList<String>();
    var stops = new ArrayList<String>();
    List<PlanPart> parts = cut(plan, count, random.nextInt(2));
    for (PlanPart part : parts) {
      days.addAll(part.routes().days().keySet());
      stops.addAll(part.out());
      part.routes().days().values().forEach(day -> day.forEach(place -> stops.add(place.stop())));
    }
    assertThat(parts).hasSize(count);
    assertThat(days)
        .containsExactlyInAnyOrderElementsOf(
            plan.getDays().stream().map(TechnicianDay::getId).toList());
    assertThat(stops).doesNotHaveDuplicates();
    assertThat(stops)
        .as("all that are on a route")
        .containsAll(
            plan.getDays().stream().flatMap(d -> d.getStops().stream()).map(Stop::getId).toList());
  }

  private static HardMediumSoftScore score(RoutePlan plan) {
    return Objects.requireNonNull(SCORES.update(plan));
  }

  private RoutePlan plan(Random random) {
    RoutePlan plan = RandomPlans.richPlan(random, 2 + random.nextInt(5), random.nextInt(25));
    routes.clear();
    plan.getDays().forEach(day -> routes.put(day.getId(), List.copyOf(day.getStops())));
    places.clear();
    for (int i = 0; i < plan.getDays().getFirst().travel().size(); i++) {
      places.put(new Coordinates(53 + i / 200.0, 13 + random.nextInt(1000) / 1000.0), i);
    }
    dates.clear();
    plan.getDays()
        .forEach(
            day -> dates.put(day.getId(), LocalDate.EPOCH.plusDays(day.shiftStart() / 86_400)));
    return plan;
  }

  private List<PlanPart> cut(RoutePlan plan, int parts, int round) {
    return PlanCut.of(plan, places, dates, parts, round);
  }

  private void putBack(RoutePlan plan) {
    plan.getDays()
        .forEach(day -> day.setStops(new ArrayList<>(routes.getOrDefault(day.getId(), List.of()))));
  }

  /** Moves visits that may be moved, takes some off and puts some in. */
  private static void change(RoutePlan plan, Random random) {
    for (int i = 0; i < 5 && !plan.getStops().isEmpty() && !plan.getDays().isEmpty(); i++) {
      Stop stop = plan.getStops().get(random.nextInt(plan.getStops().size()));
      if (stop.isVisit() && !stop.isPinned()) {
        plan.getDays().forEach(day -> day.getStops().remove(stop));
        TechnicianDay day = plan.getDays().get(random.nextInt(plan.getDays().size()));
        if (random.nextInt(4) > 0) {
          day.getStops().add(random.nextInt(day.getStops().size() + 1), stop);
        } else {
          stop.setDay(null);
        }
      }
    }
    var onRoutes = new HashSet<Stop>();
    plan.getDays().forEach(day -> onRoutes.addAll(day.getStops()));
    plan.getStops().stream().filter(s -> !onRoutes.contains(s)).forEach(s -> s.setDay(null));
  }

  private static boolean isHeld(PlanPart part, Stop stop) {
    Integer start = part.fixed().get(stop.getId());
    return start == null || start == stop.start();
  }
}
