package io.trasa.planning.advice;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.islandPlace;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.pause;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Dependency;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
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
    assertThat(obstacle.relaxations()).containsExactly(told(Rule.SHIFT, null, minutes(15)));
  }

  @Test
  void saysBothWhenTwoThingsAreInTheWay() {
    var out = stop(30).needs(1, 3).window(at(8, 0), at(8, 10)).build();
    var standing = new Standing(plan(List.of(day(0).skill(1, 1).build()), List.of(out)));
    assertThat(Obstacle.of(standing, out).getFirst().relaxations())
        .containsExactlyInAnyOrder(
            new Relaxation(Rule.SKILL, out.visit(), 2, 1, 3, null),
            told(Rule.TIME_WINDOW, out.visit(), minutes(20)));
  }

  @Test
  void saysHowFarABreakWouldHaveToMove() {
    var day = day(0).pausing(pause(at(12, 0), at(12, 30), 30)).build();
    var lunch = Stop.breakOf(day, 0);
    var out = stop(0).lasting(100).window(at(11, 20), at(11, 20)).build();
    var late = stop(0).window(at(14, 0), at(14, 0)).build();
    var standing = new Standing(plan(List.of(route(day, lunch, late)), List.of(lunch, late, out)));
    assertThat(relaxed(standing, out))
        .containsExactly(new Relaxation(Rule.BREAK, null, minutes(30), 0, 0, null));
  }

  @Test
  void saysFromWhenOnAFrozenDayWouldHaveToTakeChanges() {
    var out = stop(0).window(at(9, 0), at(9, 30)).build();
    var day = day(0).but(facts -> facts.frozen(at(11, 0))).build();
    var standing = new Standing(plan(List.of(day), List.of(out)));
    assertThat(relaxed(standing, out)).containsExactly(told(Rule.FROZEN, null, minutes(120)));
    var closed = day(0).but(TechnicianDay.Facts::closedAsItIs).build();
    assertThat(relaxed(new Standing(plan(List.of(closed), List.of(out))), out))
        .extracting(Relaxation::rule)
        .containsExactly(Rule.FROZEN);
  }

  @Test
  void saysHowMuchLaterTheRestOfACrewWouldHaveToStart() {
    List<Stop> crew = stop(30).crewOf(2);
    var pinned = new Stop(crew.get(0).facts().pinned(new Pin(0, at(8, 30))));
    var out = crew.get(1);
    var standing =
        new Standing(
            plan(List.of(route(day(0), pinned), day(1).home(80).build()), List.of(pinned, out)));
    assertThat(Obstacle.of(standing, out).getFirst().relaxations())
        .containsExactly(told(Rule.CREW, out.visit(), minutes(20)));
  }

  @Test
  void saysThatACrewNeedsOthersToo() {
    List<Stop> crew = stop(30).window(at(8, 0), at(8, 10)).crewOf(2);
    var standing = new Standing(plan(List.of(day(0).build()), crew));
    UUID visit = crew.getFirst().visit();
    assertThat(relaxed(standing, crew.getFirst()))
        .containsExactly(
            told(Rule.TIME_WINDOW, visit, minutes(20)), told(Rule.CREW_INCOMPLETE, visit, 1));
  }

  @Test
  void saysWhatTheVisitWouldNotWaitFor() {
    var first = stop(0).build();
    var out = stop(0).build();
    var alone = plan(List.of(day(0).build()), List.of(first, out));
    alone.setDependencies(List.of(new Dependency(first.visit(), out.visit(), 0, false)));
    assertThat(relaxed(new Standing(alone), out))
        .containsExactly(new Relaxation(Rule.DEPENDENCY, out.visit(), 0, -1, 0, first.visit()));
  }

  @Test
  void saysThatNoRoadLeadsThere() {
    var out = stop(islandPlace()).build();
    var standing = new Standing(plan(List.of(day(0).build()), List.of(out)));
    assertThat(relaxed(standing, out)).containsExactly(told(Rule.ROAD, out.visit(), 1));
  }

  private static Relaxation told(Rule rule, @Nullable UUID visit, long amount) {
    return new Relaxation(rule, visit, amount, -1, 0, null);
  }

  private static List<Relaxation> relaxed(Standing standing, Stop out) {
    return Obstacle.of(standing, out).getFirst().relaxations();
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
          boolean isTold = obstacle.broken().isEmpty() || !obstacle.relaxations().isEmpty();
          // Nobody says where the pin of another visit belongs, so nobody knows its times there.
          boolean isElsewhere =
              obstacle.relaxations().stream()
                  .anyMatch(r -> r.rule() == Rule.ROAD && !stop.visit().equals(r.visit()));
          if (isTold && !isElsewhere) {
            // Nobody says in which direction a break moves; one of them must do.
            assertThat(
                    Stream.of(Side.values())
                        .mapToLong(s -> score(allowed(standing, stop, obstacle, s)).hardScore())
                        .anyMatch(hard -> hard >= standing.score().hardScore()))
                .as("%s on %s: %s", stop, obstacle.spot().day(), obstacle.relaxations())
                .isTrue();
          }
        }
      }
    }
  }

  private static HardMediumSoftScore score(RoutePlan plan) {
    return Objects.requireNonNull(SOLVER.update(plan));
  }

  /** The plan in which all of it is allowed and the stop put in. */
  private static RoutePlan allowed(Standing standing, Stop out, Obstacle obstacle, Side side) {
    int on = obstacle.spot().day();
    List<Relaxation> all = obstacle.relaxations();
    TechnicianDay.Facts facts = standing.route(on).day().facts();
    for (Relaxation told : all) {
      facts = allowed(facts, told, standing);
      if (told.rule() == Rule.BREAK) {
        facts = facts.pausing(moved(facts, side, told));
      }
    }
    var days = new ArrayList<TechnicianDay>();
    standing.routes().forEach(route -> days.add(new TechnicianDay(route.day().facts())));
    days.set(on, new TechnicianDay(facts));
    var known = new LinkedHashMap<String, Stop>();
    for (Stop stop : standing.stops()) {
      known.put(stop.getId(), allowed(standing, stop, out, obstacle, side));
    }
    for (int d = 0; d < days.size(); d++) {
      for (Stop stop : standing.route(d).stops()) {
        days.get(d).getStops().add(known.get(stop.getId()));
      }
    }
    var plan = new RoutePlan(days, List.copyOf(known.values()), Policy.standard().overrides());
    plan.setDependencies(waits(standing.dependencies(), all));
    var before = new Standing(plan);
    Stop in = Objects.requireNonNull(known.get(out.getId()));
    Trial change = before.trial().insert(in, on, obstacle.spot().position());
    Standing after = before.after(change, Map.of());
    var done =
        new RoutePlan(
            after.routes().stream().map(Route::day).toList(), after.stops(), plan.getWeights());
    done.setDependencies(plan.getDependencies());
    return done;
  }

  private static Stop allowed(
      Standing standing, Stop stop, Stop out, Obstacle obstacle, Side side) {
    int on = obstacle.spot().day();
    boolean isOut = stop.getId().equals(out.getId());
    boolean isThere = isOut || stop.getDay() == standing.route(on).day();
    TechnicianDay.Facts day = standing.route(on).day().facts();
    Stop.Facts kept = isOut ? stop.facts().pinned(null) : stop.facts();
    Route there = Objects.requireNonNull(obstacle.spot().outcome().routes().get(on));
    for (Relaxation told : obstacle.relaxations()) {
      if (told.rule() == Rule.CREW && !isOut && stop.isPinned()) {
        kept = startingWith(kept, told, standing.stops(stop.visit()));
      }
      boolean isOfBreak =
          told.rule() == Rule.BREAK
              && stop.isBreak()
              && stop.member() == told.index()
              && stop.mayBeOn(standing.route(on).day());
      if (isOfBreak || (stop.visit().equals(told.visit()) && isThere)) {
        kept =
            told.rule() == Rule.ROAD
                ? kept.at(near(there, there.indexOf(stop)))
                : allowed(kept, told, day, isOfBreak ? side.of(stop) : begun(there, stop));
      }
    }
    return new Stop(kept);
  }

  /** Pinned no sooner than so much after the first of its crew starts. */
  private static Stop.Facts startingWith(Stop.Facts facts, Relaxation told, List<Stop> crew) {
    Pin pin = Objects.requireNonNull(facts.pin());
    int first = crew.stream().filter(s -> s.getDay() != null).mapToInt(Stop::start).min().orElse(0);
    int start = Math.max(pin.start(), first + Math.toIntExact(told.amount()));
    return facts.visit().equals(told.visit())
        ? facts.pinned(new Pin(pin.technician(), start))
        : facts;
  }

  private static Span reaching(int from, int to, int begun, int by) {
    return new Span(begun <= to ? from - by : from, begun >= from ? to + by : to);
  }

  private static List<Break> moved(TechnicianDay.Facts facts, Side side, Relaxation told) {
    var moved = new ArrayList<>(facts.breaks());
    Break pause = moved.get(told.index());
    Span span = pause.start();
    int begun = side.of(span.from(), span.to());
    span = reaching(span.from(), span.to(), begun, Math.toIntExact(told.amount()));
    moved.set(told.index(), new Break(pause.place(), span, pause.seconds()));
    return moved;
  }

  /** In which direction breaks may move. */
  private enum Side {
    LATER,
    EARLIER,
    BOTH;

    int of(Stop pause) {
      return of(pause.windows().from(0), pause.windows().to(0));
    }

    int of(int from, int to) {
      return switch (this) {
        case LATER -> to + 1;
        case EARLIER -> from - 1;
        case BOTH -> from;
      };
    }
  }

  /** When it starts while nothing is allowed. */
  private static int begun(Route route, Stop stop) {
    int at = route.indexOf(stop);
    return at < 0 ? 0 : route.times().start(at);
  }

  /** Where a pin that the roads reach is at its nearest. */
  private static int near(Route route, int at) {
    int before = route.times().placeBefore(at);
    int home = route.day().home();
    return route.day().travel().isReachable(home, before) ? before : home;
  }

  private static List<Dependency> waits(List<Dependency> all, List<Relaxation> relaxations) {
    var left = new ArrayList<>(all);
    for (Relaxation told : relaxations) {
      if (told.rule() == Rule.DEPENDENCY) {
        left.replaceAll(
            wait ->
                wait.after().equals(told.visit()) && wait.before().equals(told.waitsFor())
                    ? new Dependency(
                        wait.before(),
                        wait.after(),
                        wait.gapSeconds() - Math.toIntExact(told.amount()),
                        wait.sameTechnician())
                    : wait);
        left.removeIf(
            wait ->
                told.amount() == 0
                    && wait.after().equals(told.visit())
                    && wait.before().equals(told.waitsFor()));
      }
    }
    return left;
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
      case FROZEN -> facts.open().frozen(facts.frozenUntil() - (facts.closed() ? 0 : by));
      case TERRITORY -> {
        BitSet served = (BitSet) facts.territories().clone();
        standing
            .stops(Objects.requireNonNull(told.visit()))
            .forEach(s -> served.set(s.territory()));
        yield facts.serving(served);
      }
      case SKILL -> {
        int[] levels = facts.skillLevels().clone();
        levels[told.index()] = told.level();
        yield facts.skilled(levels);
      }
      default -> facts;
    };
  }

  private static Stop.Facts allowed(
      Stop.Facts facts, Relaxation told, TechnicianDay.Facts day, int begun) {
    int technician = day.technician();
    int by = Math.toIntExact(told.amount());
    var when = facts.when();
    return switch (told.rule()) {
      case TIME_WINDOW, BREAK -> {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < when.windows().count(); i++) {
          spans.add(reaching(when.windows().from(i), when.windows().to(i), begun, by));
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
