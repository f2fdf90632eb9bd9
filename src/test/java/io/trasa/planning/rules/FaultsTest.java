package io.trasa.planning.rules;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.set;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Fault.Kind;
import io.trasa.testkit.PlanKit;
import io.trasa.testkit.RandomPlans;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Stop plain = stop(5).build();
  private final Stop other = stop(6).build();

  /** On two technicians' days, 8:00 to 16:00. */
  private static RoutePlan with(Stop... stops) {
    return plan(List.of(day(0).build(), day(1).skill(0, 2).build()), List.of(stops));
  }

  private static void assertFaults(RoutePlan plan, Fault... faults) {
    assertThat(Faults.of(plan)).containsExactlyInAnyOrder(faults);
  }

  private static Fault fault(Kind kind, Stop stop) {
    return new Fault(kind, stop.visit(), null);
  }

  private static Fault fault(Kind kind, Stop stop, Stop other) {
    return new Fault(kind, stop.visit(), other.visit());
  }

  private static Dependency tie(Stop before, Stop after, int gapMinutes) {
    return new Dependency(before.visit(), after.visit(), minutes(gapMinutes), false);
  }

  private static RoutePlan tied(RoutePlan plan, Dependency... ties) {
    plan.setDependencies(List.of(ties));
    return plan;
  }

  @Test
  void findsNothingWrongWithWhatCanBeDone() {
    assertFaults(with(plain, stop(5).needs(0, 2).window(at(14, 0), at(20, 0)).build()));
  }

  @Test
  void namesWorkThatTakesNoTime() {
    var none = stop(5).lasting(0).build();
    var negative = stop(5).lasting(-10).build();
    var ofOne = stop(5).but(facts -> facts.lasting(new int[] {600, 0})).build();
    assertFaults(
        with(plain, none, negative, ofOne),
        fault(Kind.NO_DURATION, none),
        fault(Kind.NO_DURATION, negative),
        fault(Kind.NO_DURATION, ofOne));
  }

  @Test
  void namesWhatNobodyMayDo() {
    var master = stop(5).needs(0, 3).build();
    var refused = stop(5).who(may -> may.without(set(0, 1))).build();
    assertFaults(
        with(plain, master, refused),
        fault(Kind.NOBODY_MAY, master),
        fault(Kind.NOBODY_MAY, refused));
  }

  @Test
  void namesWorkLongerThanTheShiftOfWhoMayDoIt() {
    var exactly = stop(0).lasting(480).build();
    var longer = stop(0).lasting(481).build();
    assertFaults(with(exactly, longer), fault(Kind.TOO_LONG, longer));
  }

  @Test
  void allowsForOvertime() {
    var longer = stop(0).lasting(481).build();
    var day = day(0).but(facts -> facts.overtime(minutes(1))).build();
    assertFaults(plan(List.of(day), List.of(longer)));
  }

  @Test
  void namesWhatNobodyReachesInItsTimes() {
    var inTime = stop(30).window(at(8, 0), at(8, 30)).build();
    var early = stop(30).window(at(8, 0), at(8, 29)).build();
    var late = stop(30).window(at(15, 0), at(15, 30)).build();
    var contract = stop(30).when(when -> when.doneBy(at(9, 29))).build();
    var island = stop(PlanKit.islandPlace()).build();
    assertFaults(
        with(inTime, early, late, contract, island),
        fault(Kind.OUT_OF_REACH, early),
        fault(Kind.OUT_OF_REACH, late),
        fault(Kind.OUT_OF_REACH, contract),
        fault(Kind.OUT_OF_REACH, island));
  }

  @Test
  void namesACrewThatIsTooLarge() {
    var two = stop(5).crewOf(2);
    var three = stop(5).crewOf(3);
    assertFaults(
        with(two.get(0), two.get(1), three.get(0), three.get(1), three.get(2)),
        fault(Kind.CREW_TOO_LARGE, three.getFirst()));
  }

  @Test
  void namesCirclesAndWhoWaitsForThem() {
    var third = stop(7).build();
    var waits = stop(8).build();
    var self = stop(9).build();
    assertFaults(
        tied(
            with(plain, other, third, waits, self),
            tie(plain, other, 0),
            tie(other, third, 0),
            tie(third, other, 0),
            tie(third, waits, 0),
            tie(self, self, 0)),
        fault(Kind.WAITS_IN_CIRCLE, other),
        fault(Kind.WAITS_IN_CIRCLE, third),
        fault(Kind.WAITS_IN_CIRCLE, waits),
        fault(Kind.WAITS_IN_CIRCLE, self));
  }

  @Test
  void namesTimesThatContradictEachOther() {
    // The first is done at 15:05 at the earliest.
    var first = stop(5).window(at(14, 5), at(15, 0)).build();
    var inTime = stop(0).lasting(55).build();
    var tooLate = stop(0).lasting(56).build();
    assertFaults(
        tied(with(first, inTime, tooLate), tie(first, inTime, 0), tie(first, tooLate, 0)),
        fault(Kind.CONTRADICTION, tooLate, first));
  }

  @Test
  void addsUpTheTimesOfAChain() {
    var third = stop(5).lasting(300).build();
    assertFaults(
        tied(with(plain, other, third), tie(plain, other, 30), tie(other, third, 30)),
        fault(Kind.CONTRADICTION, third, other));
  }

  @Test
  void namesPeopleThatContradictEachOther() {
    var one = stop(5).who(may -> may.only(set(0))).build();
    var another = stop(5).who(may -> may.only(set(1))).build();
    assertFaults(
        tied(with(one, another), new Dependency(one.visit(), another.visit(), 0, true)),
        fault(Kind.CONTRADICTION, another, one));
  }

  @Test
  void namesAGapBackwards() {
    assertFaults(
        tied(with(plain, other), tie(plain, other, -1)), fault(Kind.CONTRADICTION, other, plain));
  }

  @Test
  void namesWhatWaitsInVain() {
    var none = stop(5).lasting(0).build();
    assertFaults(
        tied(with(none, plain, other), tie(none, plain, 0), tie(plain, other, 0)),
        fault(Kind.NO_DURATION, none),
        fault(Kind.WAITS_IN_VAIN, plain, none),
        fault(Kind.WAITS_IN_VAIN, other, plain));
  }

  @Test
  void asksNothingOfVisitsThatAreNotThere() {
    var done = new Dependency(UUID.randomUUID(), plain.visit(), 0, false);
    assertFaults(tied(with(plain), done));
  }

  @Test
  void namesPinsThatClash() {
    var nine = stop(5).pinnedTo(0, at(9, 0)).build();
    var tenPast = stop(15).pinnedTo(0, at(10, 10)).build();
    var tooSoon = stop(15).pinnedTo(0, at(11, 9)).build();
    assertFaults(plan(List.of(route(day(0), nine, tenPast)), List.of(nine, tenPast)));
    assertFaults(
        plan(List.of(route(day(0), nine, tenPast, tooSoon)), List.of(nine, tenPast, tooSoon)),
        fault(Kind.PINS_CLASH, tooSoon, tenPast));
  }

  @Test
  void namesACrewThatIsPinnedToOnePerson() {
    var same = stop(5).pinnedTo(0, at(9, 0)).crewOf(2);
    assertFaults(
        plan(List.of(route(day(0), same.toArray(Stop[]::new))), same),
        fault(Kind.PINS_CLASH, same.getFirst(), same.getFirst()));
  }

  @Test
  void namesAPinToSomebodyWithoutAShift() {
    var pinned = stop(5).pinnedTo(7, at(9, 0)).build();
    assertFaults(with(plain, pinned), fault(Kind.PINNED_TO_NOBODY, pinned));
  }

  @Test
  void namesAPinThatComesBeforeWhatItWaitsFor() {
    var pinned = stop(5).pinnedTo(0, at(9, 0)).build();
    var plan = plan(List.of(route(day(0), pinned), day(1).build()), List.of(plain, pinned));
    assertFaults(tied(plan, tie(plain, pinned, 0)), fault(Kind.PINS_CLASH, pinned, plain));
  }

  @Test
  void leavesOutWhatIsFaultyAndKeepsThePins() {
    var none = stop(5).lasting(0).build();
    var pinned = stop(5).pinnedTo(7, at(9, 0)).build();
    var plan = tied(with(none, plain, pinned), tie(none, plain, 0), tie(pinned, other, 0));
    assertThat(Faults.leaveOut(plan, Faults.of(plan))).containsExactly(none, plain);
    assertThat(plan.getStops()).containsExactly(pinned);
    assertThat(plan.getDependencies()).containsExactly(tie(pinned, other, 0));
  }

  @Test
  void saysNothingOfTimesWithoutShifts() {
    var stops = List.of(plain, stop(5).needs(0, 9).build());
    var nobody = new RoutePlan(List.of(), stops, ConstraintWeightOverrides.none());
    assertFaults(tied(nobody, tie(stops.getFirst(), stops.getLast(), 0)));
  }

  /** What is on a route that keeps every rule cannot be impossible. */
  @Property(tries = 500)
  void neverAccusesAVisitThatARouteHolds(@ForAll long seed) {
    var random = new Random(seed);
    RoutePlan plan = RandomPlans.richPlan(random, 1 + random.nextInt(4), random.nextInt(20));
    Set<UUID> broken = broken(plan);
    Set<UUID> kept =
        plan.getStops().stream()
            .filter(stop -> stop.isVisit() && stop.getDay() != null && !stop.isPinned())
            .filter(stop -> !isBrokenBefore(stop.assignedDay(), stop, broken))
            .map(Stop::visit)
            .collect(Collectors.toSet());
    plan.setDependencies(List.of());
    assertThat(Faults.of(plan))
        .filteredOn(fault -> fault.kind() != Kind.CREW_TOO_LARGE)
        .noneMatch(fault -> kept.contains(fault.visit()));
  }

  private static Set<UUID> broken(RoutePlan plan) {
    return Explainer.findings(plan).stream()
        .filter(f -> f.rule().level() == Rule.Level.HARD && f.visit() != null)
        .map(Finding::visit)
        .collect(Collectors.toSet());
  }

  /** True if the stop breaks a rule, or its whole day does. */
  private static boolean isBrokenBefore(TechnicianDay day, Stop stop, Set<UUID> broken) {
    return broken.contains(stop.visit())
        || Explainer.route(day, day.getStops()).stream()
            .anyMatch(f -> f.rule().level() == Rule.Level.HARD && f.visit() == null);
  }
}
