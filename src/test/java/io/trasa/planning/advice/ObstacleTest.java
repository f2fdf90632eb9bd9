package io.trasa.planning.advice;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.testkit.RandomPlans;
import java.io.File;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What stands against a visit, and what would have to be allowed. */
class ObstacleTest {

  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SOLVER =
      SolutionManager.create(SolverFactory.createFromXmlFile(new File("solver-config/solver.xml")));

  @Test
  void saysHowMuchOvertimeWouldDo() {
    var full = stop(0).lasting(7 * 60 + 30).build();
    var out = stop(0).lasting(45).build();
    var standing = new Standing(plan(List.of(route(day(0), full)), List.of(full, out)));
    var obstacle = Obstacle.of(standing, out).getFirst();
    assertThat(obstacle.broken()).containsExactly(Map.entry(Rule.SHIFT, (long) minutes(15)));
    assertThat(obstacle.relaxations())
        .containsExactly(new Relaxation(Rule.SHIFT, null, minutes(15), -1, 0));
  }

  @Test
  void saysBothWhenTwoThingsAreInTheWay() {
    var out = stop(30).needs(1, 3).window(at(8, 0), at(8, 10)).build();
    var standing = new Standing(plan(List.of(day(0).skill(1, 1).build()), List.of(out)));
    assertThat(Obstacle.of(standing, out).getFirst().relaxations())
        .containsExactlyInAnyOrder(
            new Relaxation(Rule.SKILL, out.visit(), 2, 1, 3),
            new Relaxation(Rule.TIME_WINDOW, out.visit(), minutes(20), -1, 0));
  }

  /**
   * Each is done as it was told, on the problem; then the solver finds no more broken than before.
   */
  @Property(tries = 300)
  void whatIsToldWouldDo(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan plan = RandomPlans.richPlan(random, 1 + random.nextInt(4), random.nextInt(14));
    var standing = new Standing(plan);
    for (Stop stop : standing.stops()) {
      if (stop.isVisit() && standing.place(stop).isEmpty()) {
        for (Obstacle obstacle : Obstacle.of(standing, stop)) {
          // Where there are breaks they give way to the visit, which is not rebuilt here.
          boolean pauses = !standing.breaks(obstacle.spot().day()).isEmpty();
          if (!pauses && (obstacle.broken().isEmpty() || !obstacle.relaxations().isEmpty())) {
            assertThat(score(relaxed(standing, stop, obstacle)).hardScore())
                .as("%s on %s: %s", stop, obstacle.spot().day(), obstacle.relaxations())
                .isGreaterThanOrEqualTo(standing.score().hardScore());
          }
        }
      }
    }
  }

  private static HardMediumSoftScore score(RoutePlan plan) {
    return Objects.requireNonNull(SOLVER.update(plan));
  }

  private static RoutePlan relaxed(Standing standing, Stop out, Obstacle obstacle) {
    int on = obstacle.spot().day();
    TechnicianDay.Facts facts = standing.route(on).day().facts();
    var stops = new HashMap<UUID, List<Relaxation>>();
    for (Relaxation told : obstacle.relaxations()) {
      UUID visit = told.visit();
      facts = allowed(facts, told, standing);
      if (visit != null) {
        stops.computeIfAbsent(visit, v -> new ArrayList<>()).add(told);
      }
    }
    var days = new ArrayList<TechnicianDay>();
    var known = new HashMap<String, Stop>();
    for (Stop stop : standing.stops()) {
      Stop.Facts kept = stop.getId().equals(out.getId()) ? stop.facts().pinned(null) : stop.facts();
      boolean there = stop.getDay() == standing.route(on).day() || stop.getId().equals(out.getId());
      List<Relaxation> ofStop = there ? stops.getOrDefault(stop.visit(), List.of()) : List.of();
      for (Relaxation told : ofStop) {
        kept = allowed(kept, told, facts.technician());
      }
      known.put(stop.getId(), new Stop(kept));
    }
    for (int d = 0; d < standing.routes().size(); d++) {
      Route route = standing.route(d);
      var copy = new TechnicianDay(d == on ? facts : route.day().facts());
      route.stops().forEach(s -> copy.getStops().add(known.get(s.getId())));
      if (d == on) {
        copy.getStops().add(obstacle.spot().position(), known.get(out.getId()));
      }
      days.add(copy);
    }
    var plan =
        new RoutePlan(
            days,
            standing.stops().stream().map(s -> known.get(s.getId())).toList(),
            Policy.standard().overrides());
    plan.setDependencies(standing.dependencies());
    new Standing(plan);
    return plan;
  }

  private static TechnicianDay.Facts allowed(
      TechnicianDay.Facts facts, Relaxation told, Standing standing) {
    int by = Math.toIntExact(told.amount());
    return switch (told.rule()) {
      case SHIFT -> facts.overtime(facts.overtimeSeconds() + by);
      case MAX_DRIVING -> facts.drivingAtMost(facts.maxDriveSeconds() + by);
      case CAPACITY ->
          facts.carrying(
              new Cargo(facts.stock().load() + by, facts.stock().tools(), facts.stock().parts()));
      case PARTS ->
          facts.carrying(
              new Cargo(
                  facts.stock().load(), BitSet.valueOf(new long[] {255}), new int[] {99, 99, 99}));
      case ABSENCE -> facts.absent(Spans.NONE);
      case TERRITORY -> {
        BitSet served = (BitSet) facts.territories().clone();
        standing
            .stops(Objects.requireNonNull(told.visit()))
            .forEach(s -> served.set(s.territory()));
        yield facts.serving(served);
      }
      case SKILL -> {
        int[] levels = facts.skillLevels().clone();
        levels[told.skill()] = told.level();
        yield facts.skilled(levels);
      }
      default -> facts;
    };
  }

  private static Stop.Facts allowed(Stop.Facts facts, Relaxation told, int technician) {
    int by = Math.toIntExact(told.amount());
    var when = facts.when();
    return switch (told.rule()) {
      case TIME_WINDOW -> {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < when.windows().count(); i++) {
          spans.add(new Span(when.windows().from(i) - by, when.windows().to(i) + by));
        }
        yield facts.when(when.within(Spans.of(spans)));
      }
      case CONTRACT -> facts.when(when.doneBy(when.latestEnd() + by));
      case PINNED -> {
        Pin pin = Objects.requireNonNull(facts.pin());
        yield facts.pinned(new Pin(technician, pin.start() + by));
      }
      case TECHNICIAN -> {
        BitSet only = (BitSet) facts.who().required().clone();
        if (!only.isEmpty()) {
          only.set(technician);
        }
        yield facts.by(facts.who().without(new BitSet()).only(only));
      }
      default -> facts;
    };
  }
}
