package io.trasa.planning.rules;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.call;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.needing;
import static io.trasa.testkit.PlanKit.pause;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.set;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Published;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.testkit.PlanKit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Each rule: broken by a known amount, its exact boundary, not broken; and the explainer's finding
 * says the same as the solver's constraint.
 */
class RuleBookTest {

  private static final ConstraintVerifier<RuleBook, RoutePlan> VERIFIER =
      ConstraintVerifier.build(new RuleBook(), RoutePlan.class, TechnicianDay.class, Stop.class);

  private static void assertAmount(Rule rule, RoutePlan plan, int amount) {
    VERIFIER
        .verifyThat((book, factory) -> constraint(book, factory, rule))
        .givenSolution(plan)
        .settingAllShadowVariables()
        .penalizesBy(amount);
    long found =
        Explainer.findings(plan).stream()
            .filter(f -> f.rule() == rule)
            .mapToLong(Finding::amount)
            .sum();
    assertThat(found).as("the explainer's amount").isEqualTo(amount);
  }

  private static Constraint constraint(RuleBook book, ConstraintFactory factory, Rule rule) {
    return Arrays.stream(book.defineConstraints(factory))
        .filter(c -> c.getConstraintRef().id().equals(rule.name()))
        .findFirst()
        .orElseThrow();
  }

  private static RoutePlan single(PlanKit.DayBuilder day, Stop... stops) {
    return single(day.build(), stops);
  }

  private static RoutePlan single(TechnicianDay day, Stop... stops) {
    return plan(List.of(route(day, stops)), List.of(stops));
  }

  @Nested
  class SkillTest {
    @Test
    void countsMissingLevelsOverAllSkills() {
      var stop = stop(10).needs(0, 3).needs(1, 1).build();
      assertAmount(Rule.SKILL, single(day(1).skill(0, 1), stop), 3);
    }

    @Test
    void isKeptByExactlyTheLevel() {
      var stop = stop(10).needs(0, 2).build();
      assertAmount(Rule.SKILL, single(day(1).skill(0, 2), stop), 0);
    }
  }

  @Nested
  class TerritoryTest {
    @Test
    void isBrokenOutsideTheServedTerritories() {
      var stop = stop(10).in(2).build();
      assertAmount(Rule.TERRITORY, single(day(1).serves(1), stop), 1);
    }

    @Test
    void isKeptInsideOrWhenNothingIsSaid() {
      var inside = stop(10).in(1).build();
      var nowhere = stop(11).build();
      assertAmount(Rule.TERRITORY, single(day(1).serves(1), inside, nowhere), 0);
      assertAmount(Rule.TERRITORY, single(day(1), stop(10).in(5).build()), 0);
    }
  }

  @Nested
  class TechnicianTest {
    @Test
    void isBrokenByAProhibitedOne() {
      var stop = stop(10).who(may -> may.without(set(1))).build();
      assertAmount(Rule.TECHNICIAN, single(day(1), stop), 1);
    }

    @Test
    void isBrokenByAnyButTheRequiredOnes() {
      var stop = stop(10).who(may -> may.only(set(2, 3))).build();
      assertAmount(Rule.TECHNICIAN, single(day(1), stop), 1);
      assertAmount(Rule.TECHNICIAN, single(day(3), stop), 0);
    }

    @Test
    void isBrokenByTheBreakOfAnother() {
      var other = day(2).pausing(pause(at(8, 0), at(12, 0), 30)).build();
      assertAmount(Rule.TECHNICIAN, single(day(1), Stop.breakOf(other, 0), stop(10).build()), 1);
    }

    @Test
    void isKeptWhereOthersAreProhibited() {
      var stop = stop(10).who(may -> may.without(set(2))).build();
      assertAmount(Rule.TECHNICIAN, single(day(1), stop), 0);
    }
  }

  @Nested
  class ShiftTest {
    @Test
    void countsSecondsUntilHomeAfterTheShift() {
      var stop = stop(30).lasting(8 * 60 - 50).build();
      assertAmount(Rule.SHIFT, single(day(1), stop), minutes(10));
    }

    @Test
    void isKeptByComingHomeOnTheMinute() {
      var stop = stop(30).lasting(7 * 60).build();
      assertAmount(Rule.SHIFT, single(day(1), stop), 0);
    }
  }

  @Nested
  class AbsenceTest {
    @Test
    void countsWorkInAnAbsenceThatLastsToTheEndOfTheShift() {
      var stop = stop(30).build();
      assertAmount(Rule.ABSENCE, single(day(1).absent(at(9, 0), at(16, 0)), stop), minutes(30));
    }

    @Test
    void isWaitedOutWhenTheTechnicianComesBack() {
      var stop = stop(30).build();
      var plan = single(day(1).absent(at(9, 0), at(11, 0)), stop);
      assertAmount(Rule.ABSENCE, plan, 0);
      assertThat(stop.start()).isEqualTo(at(11, 0));
    }

    @Test
    void isKeptByWorkThatEndsAsItBegins() {
      var stop = stop(30).lasting(30).build();
      var plan = single(day(1).absent(at(9, 0), at(11, 0)), stop);
      assertAmount(Rule.ABSENCE, plan, 0);
      assertThat(stop.start()).isEqualTo(at(8, 30));
    }
  }

  @Nested
  class BreakTest {
    private final TechnicianDay day = day(1).pausing(pause(at(12, 0), at(13, 0), 30)).build();
    private final Stop pause = Stop.breakOf(day, 0);
    private final Stop after = stop(0).lasting(30).build();

    @Test
    void countsSecondsByWhichItBeginsTooLate() {
      assertAmount(
          Rule.BREAK, single(day, stop(0).lasting(330).build(), pause, after), minutes(30));
    }

    @Test
    void isKeptByBeginningAtItsLastMoment() {
      assertAmount(Rule.BREAK, single(day, stop(0).lasting(300).build(), pause, after), 0);
    }

    @Test
    void isWaitedFor() {
      var plan = single(day, stop(0).build(), pause, after);
      assertAmount(Rule.BREAK, plan, 0);
      assertThat(pause.start()).isEqualTo(at(12, 0));
      assertThat(after.start()).isEqualTo(at(12, 30));
    }

    @Test
    void countsFromItsLastMomentHowLongTheDayGoesOnWithoutIt() {
      assertAmount(Rule.BREAK, single(day, stop(0).lasting(360).build()), minutes(60));
    }

    @Test
    void isNotTakenAfterTheLastVisit() {
      assertAmount(Rule.BREAK, single(day, stop(0).lasting(360).build(), pause), minutes(60));
    }

    @Test
    void isNotNeededByADayThatIsOverByThen() {
      assertAmount(Rule.BREAK, single(day, stop(0).lasting(300).build()), 0);
    }

    @Test
    void isNotNeededByADayWithoutWork() {
      assertAmount(Rule.BREAK, plan(List.of(day), List.of(pause)), 0);
    }

    @Test
    void isKeptAtItsOwnPlaceAndFixedTime() {
      var canteen = new Break(20, new Span(at(11, 0), at(11, 0)), minutes(30));
      var fixed = day(1).pausing(canteen).build();
      var pause = Stop.breakOf(fixed, 0);
      assertAmount(Rule.BREAK, single(fixed, stop(0).lasting(160).build(), pause, after), 0);
      assertAmount(
          Rule.BREAK,
          single(day(1).pausing(canteen).build(), stop(0).lasting(170).build(), pause, after),
          minutes(10));
    }
  }

  @Nested
  class TimeWindowTest {
    @Test
    void countsSecondsAfterTheLastWindow() {
      var stop = stop(30).window(at(8, 0), at(8, 10)).build();
      assertAmount(Rule.TIME_WINDOW, single(day(1), stop), minutes(20));
    }

    @Test
    void isKeptByStartingOnTheWindowsLastMinute() {
      var stop = stop(30).window(at(8, 0), at(8, 30)).build();
      assertAmount(Rule.TIME_WINDOW, single(day(1), stop), 0);
    }

    @Test
    void isWaitedForAndTheSecondWindowServes() {
      var stop = stop(30).window(at(8, 0), at(8, 10)).window(at(13, 0), at(14, 0)).build();
      assertAmount(Rule.TIME_WINDOW, single(day(1), stop), 0);
      assertThat(stop.start()).isEqualTo(at(13, 0));
    }
  }

  @Nested
  class ContractTest {
    @Test
    void countsSecondsOfWorkAfterTheContractsEnd() {
      var stop = stop(30).when(when -> when.doneBy(at(9, 20))).build();
      assertAmount(Rule.CONTRACT, single(day(1), stop), minutes(10));
    }

    @Test
    void isKeptByWorkDoneOnTheMinute() {
      var stop = stop(30).when(when -> when.doneBy(at(9, 30))).build();
      assertAmount(Rule.CONTRACT, single(day(1), stop), 0);
    }

    @Test
    void setsNoEndWithoutAContract() {
      assertAmount(Rule.CONTRACT, single(day(1), stop(30).build()), 0);
    }
  }

  @Nested
  class PinnedTest {
    @Test
    void countsSecondsOffTheFixedTime() {
      var stop = stop(30).pinnedTo(1, at(8, 20)).build();
      assertAmount(Rule.PINNED, single(day(1), stop), minutes(10));
    }

    @Test
    void countsADayOnAnotherTechnician() {
      var stop = stop(30).pinnedTo(2, at(10, 0)).build();
      assertAmount(Rule.PINNED, single(day(1), stop), 86_400);
    }

    @Test
    void isKeptByWaitingForTheFixedTime() {
      var stop = stop(30).pinnedTo(1, at(10, 0)).build();
      assertAmount(Rule.PINNED, single(day(1), stop), 0);
    }
  }

  @Nested
  class FrozenTest {
    @Test
    void countsAnHourForEachVisitAddedToAPinnedRoute() {
      var kept = stop(10).pinnedTo(1, at(9, 0)).build();
      var plan =
          single(
              day(1).but(TechnicianDay.Facts::closedAsItIs),
              kept,
              stop(20).build(),
              stop(30).build());
      assertAmount(Rule.FROZEN, plan, 2 * minutes(60));
    }

    @Test
    void isKeptByAPinnedRouteAsItIs() {
      var kept = stop(10).pinnedTo(1, at(9, 0)).build();
      assertAmount(Rule.FROZEN, single(day(1).but(TechnicianDay.Facts::closedAsItIs), kept), 0);
    }

    @Test
    void isWaitedOutByWhatIsNew() {
      var stop = stop(10).build();
      assertAmount(Rule.FROZEN, single(day(1).but(day -> day.frozen(at(10, 0))), stop), 0);
      assertThat(stop.start()).isEqualTo(at(10, 0));
    }

    @Test
    void leavesPinnedVisitsWhereTheyAre() {
      var kept = stop(10).pinnedTo(1, at(9, 0)).build();
      assertAmount(Rule.FROZEN, single(day(1).but(day -> day.frozen(at(10, 0))), kept), 0);
      assertThat(kept.start()).isEqualTo(at(9, 0));
    }

    @Test
    void isNotWaitedForByWhoArrivesWithItsEnd() {
      var stop = stop(10).build();
      assertAmount(Rule.FROZEN, single(day(1).but(day -> day.frozen(at(8, 10))), stop), 0);
      assertThat(stop.start()).isEqualTo(at(8, 10));
    }
  }

  @Nested
  class CrewTest {
    @Test
    void countsSecondsBetweenTheMembersStarts() {
      var crew = stop(10).crewOf(2);
      var plan =
          plan(List.of(route(day(1), crew.get(0)), route(day(2).home(30), crew.get(1))), crew);
      assertAmount(Rule.CREW, plan, minutes(10));
    }

    @Test
    void isKeptByTwoTechniciansAtTheAppointment() {
      var crew = stop(10).window(at(10, 0), at(10, 0)).crewOf(2);
      var plan =
          plan(List.of(route(day(1), crew.get(0)), route(day(2).home(30), crew.get(1))), crew);
      assertAmount(Rule.CREW, plan, 0);
    }

    @Test
    void isBrokenByOnePersonTwice() {
      var crew = stop(10).crewOf(2);
      var plan = plan(List.of(route(day(1), crew.get(0), crew.get(1))), crew);
      assertAmount(Rule.CREW, plan, minutes(60) + minutes(60));
    }
  }

  @Nested
  class DependencyTest {
    private final Stop first = stop(10).build();

    private RoutePlan waiting(int gapMinutes, boolean same, Stop second, TechnicianDay... days) {
      var plan = plan(List.of(days), List.of(first, second));
      plan.setDependencies(
          List.of(new Dependency(first.visit(), second.visit(), minutes(gapMinutes), same)));
      return plan;
    }

    @Test
    void countsSecondsByWhichTheSecondStartsTooEarly() {
      var second = stop(30).build();
      assertAmount(
          Rule.DEPENDENCY,
          waiting(20, false, second, route(day(1), first), route(day(2), second)),
          minutes(60));
    }

    @Test
    void isKeptByStartingAsTheGapEnds() {
      var second = stop(30).window(at(9, 30), at(9, 30)).build();
      assertAmount(
          Rule.DEPENDENCY,
          waiting(20, false, second, route(day(1), first), route(day(2), second)),
          0);
    }

    @Test
    void countsAnHourForAnotherTechnician() {
      var second = stop(30).window(at(9, 30), at(9, 30)).build();
      assertAmount(
          Rule.DEPENDENCY,
          waiting(0, true, second, route(day(1), first), route(day(2), second)),
          minutes(60));
      var next = stop(30).build();
      assertAmount(Rule.DEPENDENCY, waiting(0, true, next, route(day(1), first, next)), 0);
    }

    @Test
    void countsAnHourWithoutTheFirst() {
      var second = stop(30).build();
      assertAmount(Rule.DEPENDENCY, waiting(0, false, second, route(day(2), second)), minutes(60));
    }

    @Test
    void asksNothingOfWhatIsNotPlanned() {
      var second = stop(30).build();
      assertAmount(Rule.DEPENDENCY, waiting(0, false, second, route(day(1), first)), 0);
    }
  }

  @Nested
  class PartsTest {
    private static final int DRILL = 0;
    private static final int LADDER = 1;

    private Stop drilling(int place, int... pieces) {
      return stop(place).but(facts -> facts.with(needing(set(DRILL), pieces))).build();
    }

    private PlanKit.DayBuilder van(BitSet tools, int... pieces) {
      return day(1).but(facts -> facts.carrying(PlanKit.van(tools, pieces)));
    }

    @Test
    void countsAMissingToolOnceForItIsKept() {
      assertAmount(Rule.PARTS, single(van(set(LADDER)), drilling(10), drilling(20)), 1);
      assertAmount(Rule.PARTS, single(van(set(DRILL)), drilling(10), drilling(20)), 0);
    }

    @Test
    void countsMissingPiecesForTheyAreUsedUp() {
      var van = van(set(DRILL), 0, 3);
      assertAmount(Rule.PARTS, single(van, drilling(10, 0, 2), drilling(20, 1, 2)), 1 + 1);
    }

    @Test
    void isKeptByTheLastPiece() {
      var van = van(set(DRILL), 1, 4);
      assertAmount(Rule.PARTS, single(van, drilling(10, 0, 2), drilling(20, 1, 2)), 0);
    }

    @Test
    void isKeptByACallAtTheDepotBefore() {
      var day = van(set()).build();
      assertAmount(Rule.PARTS, single(day, call(day, 5), drilling(10, 2), drilling(20, 2)), 0);
    }

    @Test
    void countsWhatIsNeededBeforeTheCall() {
      var day = van(set(DRILL), 1).build();
      assertAmount(Rule.PARTS, single(day, drilling(10, 2), call(day, 5), drilling(20, 9)), 1);
    }

    @Test
    void isNotHealedByACallAfterTheLastVisit() {
      var day = van(set(DRILL), 1).build();
      assertAmount(Rule.PARTS, single(day, drilling(10, 2), call(day, 5)), 1);
    }
  }

  @Nested
  class CapacityTest {
    private Stop taking(int units) {
      return stop(10).but(facts -> facts.with(Cargo.ofLoad(units))).build();
    }

    private RoutePlan on(int capacity) {
      return single(
          day(1).but(facts -> facts.carrying(Cargo.ofLoad(capacity))), taking(3), taking(4));
    }

    @Test
    void countsUnitsThatDoNotFit() {
      assertAmount(Rule.CAPACITY, on(5), 2);
    }

    @Test
    void isKeptByAFullVan() {
      assertAmount(Rule.CAPACITY, on(7), 0);
    }
  }

  @Nested
  class MaxDrivingTest {
    @Test
    void countsSecondsOfDrivingBeyondTheMost() {
      var day = day(1).but(facts -> facts.drivingAtMost(minutes(50)));
      assertAmount(Rule.MAX_DRIVING, single(day, stop(30).build()), minutes(10));
    }

    @Test
    void isKeptByExactlyTheMost() {
      var day = day(1).but(facts -> facts.drivingAtMost(minutes(60)));
      assertAmount(Rule.MAX_DRIVING, single(day, stop(30).build()), 0);
    }
  }

  @Nested
  class RoadTest {
    @Test
    void countsBothMissingWays() {
      var stop = stop(PlanKit.islandPlace()).build();
      assertAmount(Rule.ROAD, single(day(1), stop), 2);
    }

    @Test
    void isKeptOnTheRoad() {
      assertAmount(Rule.ROAD, single(day(1), stop(3).build()), 0);
    }
  }

  @Nested
  class UnassignedTest {
    @Test
    void countsThePointsOfWhatStaysOut() {
      var placed = stop(10).points(7).build();
      var out = stop(20).points(5).build();
      var plan = plan(List.of(route(day(1), placed)), List.of(placed, out));
      assertAmount(Rule.UNASSIGNED, plan, 5);
    }

    @Test
    void isKeptWhenAllArePlaced() {
      assertAmount(Rule.UNASSIGNED, single(day(1), stop(10).build()), 0);
    }
  }

  @Nested
  class CrewIncompleteTest {
    @Test
    void countsThePointsOfAMemberLeftAlone() {
      var crew = stop(10).points(6).crewOf(2);
      var plan = plan(List.of(route(day(1), crew.getFirst())), crew);
      assertAmount(Rule.CREW_INCOMPLETE, plan, 6);
    }

    @Test
    void isKeptByAWholeCrewAndByNone() {
      var crew = stop(10).crewOf(2);
      var whole = plan(List.of(route(day(1), crew.get(0)), route(day(2), crew.get(1))), crew);
      assertAmount(Rule.CREW_INCOMPLETE, whole, 0);
      var none = plan(List.of(day(1).build()), stop(10).crewOf(2));
      assertAmount(Rule.CREW_INCOMPLETE, none, 0);
    }
  }

  @Nested
  class TravelTest {
    @Test
    void countsTheWholeRoundTrip() {
      var plan = single(day(1), stop(10).build(), stop(25).build());
      assertAmount(Rule.TRAVEL, plan, minutes(10 + 15 + 25));
    }

    @Test
    void costsNothingAtHome() {
      assertAmount(Rule.TRAVEL, single(day(1), stop(0).build()), 0);
    }
  }

  @Nested
  class DistanceTest {
    @Test
    void countsHectometresThereAndBack() {
      assertAmount(Rule.DISTANCE, single(day(1), stop(10).build()), 200);
    }

    @Test
    void countsMoreForADearVehicle() {
      var day = day(1).but(facts -> facts.costing(100, 150));
      assertAmount(Rule.DISTANCE, single(day, stop(10).build()), 300);
    }

    @Test
    void endsWithTheLastVisitIfTheDayDoes() {
      var day = day(1).but(facts -> facts.endingAt(Stop.ANYWHERE));
      assertAmount(Rule.DISTANCE, single(day, stop(10).build()), 100);
    }

    @Test
    void costsNothingAtHome() {
      assertAmount(Rule.DISTANCE, single(day(1), stop(0).build()), 0);
    }
  }

  @Nested
  class WorkingTimeTest {
    @Test
    void countsFromLeavingHomeToComingHome() {
      var plan = single(day(1), stop(10).build(), stop(30).build());
      assertAmount(Rule.WORKING_TIME, plan, minutes(10 + 60 + 20 + 60 + 30));
    }

    @Test
    void isShorterForPuttingOffTheDeparture() {
      var plan = single(day(1), stop(10).build(), stop(10).window(at(12, 0), at(13, 0)).build());
      assertAmount(Rule.WORKING_TIME, plan, minutes(10 + 60 + 60 + 10));
    }

    @Test
    void countsTheWaitThatAPinnedVisitLeaves() {
      var pinned = stop(10).pinnedTo(1, at(8, 10)).build();
      var plan = single(day(1), pinned, stop(10).window(at(12, 0), at(13, 0)).build());
      assertAmount(Rule.WORKING_TIME, plan, minutes(5 * 60 + 10));
    }

    @Test
    void countsMoreForADearTechnician() {
      var day = day(1).but(facts -> facts.costing(150, 100));
      assertAmount(Rule.WORKING_TIME, single(day, stop(10).build()), minutes(120));
    }

    @Test
    void costsNothingWithoutWork() {
      assertAmount(Rule.WORKING_TIME, single(day(1)), 0);
    }
  }

  @Nested
  class OvertimeTest {
    private RoutePlan longDay(int workMinutes) {
      return single(
          day(1).but(facts -> facts.overtime(minutes(30))), stop(30).lasting(workMinutes).build());
    }

    @Test
    void countsSecondsAfterTheShiftWhichTheShiftAllows() {
      assertAmount(Rule.OVERTIME, longDay(440), minutes(20));
      assertAmount(Rule.SHIFT, longDay(440), 0);
    }

    @Test
    void leavesToTheShiftWhatIsBeyondIt() {
      assertAmount(Rule.SHIFT, longDay(450), 0);
      assertAmount(Rule.SHIFT, longDay(460), minutes(10));
    }

    @Test
    void costsNothingUntilTheShiftEnds() {
      assertAmount(Rule.OVERTIME, longDay(420), 0);
    }
  }

  @Nested
  class WaitingTest {
    private final Stop later = stop(10).window(at(10, 0), at(11, 0)).build();

    @Test
    void countsSecondsBetweenVisitsThatCannotMove() {
      var early = stop(10).window(at(8, 10), at(8, 10)).build();
      assertAmount(Rule.WAITING, single(day(1), early, later), minutes(50));
    }

    @Test
    void countsOnlyWhatIsLeftWhenTheFirstStartsAsLateAsItMay() {
      var early = stop(10).window(at(8, 10), at(8, 40)).build();
      assertAmount(Rule.WAITING, single(day(1), early, later), minutes(20));
    }

    @Test
    void costsNothingIfTheDepartureCanBePutOff() {
      assertAmount(Rule.WAITING, single(day(1), stop(10).build(), later), 0);
    }

    @Test
    void isNoBreak() {
      var day = day(1).pausing(pause(at(8, 0), at(12, 0), 50)).build();
      var early = stop(10).window(at(8, 10), at(8, 10)).build();
      assertAmount(Rule.WAITING, single(day, early, Stop.breakOf(day, 0), later), 0);
    }
  }

  @Nested
  class PriorityTest {
    @Test
    void countsDelayFromTheFirstPossibleStartByUrgency() {
      var stop = stop(30).window(at(8, 0), at(12, 0)).urgent(50).build();
      assertAmount(Rule.PRIORITY, single(day(1), stop), minutes(15));
    }

    @Test
    void leavesOthersAlone() {
      assertAmount(Rule.PRIORITY, single(day(1), stop(30).build()), 0);
    }

    @Test
    void costsNothingAtTheFirstPossibleStart() {
      var stop = stop(30).window(at(8, 30), at(12, 0)).urgent(50).build();
      assertAmount(Rule.PRIORITY, single(day(1), stop), 0);
    }
  }

  @Nested
  class LatenessTest {
    private RoutePlan dueAt(int hour, int minute) {
      return single(day(1), stop(30).when(when -> when.due(at(hour, minute))).build());
    }

    @Test
    void countsSecondsOfWorkAfterItIsDue() {
      assertAmount(Rule.LATENESS, dueAt(9, 20), minutes(10));
    }

    @Test
    void costsNothingWhenDoneOnTheMinute() {
      assertAmount(Rule.LATENESS, dueAt(9, 30), 0);
    }

    @Test
    void costsNothingWithoutADueTime() {
      assertAmount(Rule.LATENESS, single(day(1), stop(30).build()), 0);
    }
  }

  @Nested
  class PromiseTest {
    private RoutePlan promised(int from, int to) {
      return single(day(1), stop(30).when(when -> when.promisedIn(new Span(from, to))).build());
    }

    @Test
    void countsSecondsTooLateAndTooEarly() {
      assertAmount(Rule.PROMISE, promised(at(8, 0), at(8, 20)), minutes(10));
      assertAmount(Rule.PROMISE, promised(at(9, 0), at(10, 0)), minutes(30));
    }

    @Test
    void isKeptByEitherEnd() {
      assertAmount(Rule.PROMISE, promised(at(8, 0), at(8, 30)), 0);
      assertAmount(Rule.PROMISE, promised(at(8, 30), at(9, 0)), 0);
    }

    @Test
    void isKeptWhereNothingWasPromised() {
      assertAmount(Rule.PROMISE, single(day(1), stop(30).build()), 0);
    }
  }

  @Nested
  class RiskTest {
    @Test
    void countsSecondsOfMissingSlackBeforeThePromiseBreaks() {
      var stop = stop(30).when(w -> w.promisedIn(new Span(at(8, 0), at(8, 40)))).build();
      assertAmount(Rule.RISK, single(day(1), stop), minutes(5));
    }

    @Test
    void countsTheSlackBeforeADueTimeAndAContractToo() {
      var due = stop(30).when(when -> when.due(at(9, 40))).build();
      assertAmount(Rule.RISK, single(day(1), due), minutes(5));
      var contract = stop(30).when(when -> when.doneBy(at(9, 40))).build();
      assertAmount(Rule.RISK, single(day(1), contract), minutes(5));
    }

    @Test
    void costsNothingWithAQuarterOfAnHourOfSlack() {
      var stop = stop(30).when(w -> w.promisedIn(new Span(at(8, 0), at(8, 45)))).build();
      assertAmount(Rule.RISK, single(day(1), stop), 0);
    }

    @Test
    void costsNothingWhereNothingWasPromised() {
      assertAmount(Rule.RISK, single(day(1), stop(30).build()), 0);
    }
  }

  @Nested
  class PreferredTechnicianTest {
    private final Stop stop = stop(10).who(may -> may.rather(set(2))).build();

    @Test
    void countsAVisitThatAnotherOneDoes() {
      assertAmount(Rule.PREFERRED_TECHNICIAN, single(day(1), stop), 1);
    }

    @Test
    void costsNothingOnThePreferredOneOrWhereNobodyIs() {
      assertAmount(Rule.PREFERRED_TECHNICIAN, single(day(2), stop), 0);
      assertAmount(Rule.PREFERRED_TECHNICIAN, single(day(1), stop(10).build()), 0);
    }
  }

  @Nested
  class PreferredTimeTest {
    private RoutePlan preferred(int from, int to) {
      return single(day(1), stop(30).when(when -> when.ratherIn(new Span(from, to))).build());
    }

    @Test
    void countsSecondsTooLateAndTooEarly() {
      assertAmount(Rule.PREFERRED_TIME, preferred(at(8, 0), at(8, 20)), minutes(10));
      assertAmount(Rule.PREFERRED_TIME, preferred(at(9, 0), at(10, 0)), minutes(30));
    }

    @Test
    void costsNothingAtEitherEnd() {
      assertAmount(Rule.PREFERRED_TIME, preferred(at(8, 0), at(8, 30)), 0);
      assertAmount(Rule.PREFERRED_TIME, preferred(at(8, 30), at(9, 0)), 0);
    }

    @Test
    void costsNothingWhereNoneIsPreferred() {
      assertAmount(Rule.PREFERRED_TIME, single(day(1), stop(30).build()), 0);
    }
  }

  @Nested
  class EarliestDayTest {
    @Test
    void countsDaysAfterTheFirstPossibleOne() {
      var stop = stop(10).window(at(8, 0), at(88, 0)).build();
      assertAmount(Rule.EARLIEST_DAY, single(day(1).shift(at(56, 0), at(64, 0)), stop), 2);
    }

    @Test
    void costsNothingOnTheFirstPossibleOne() {
      var stop = stop(10).window(at(48, 0), at(88, 0)).build();
      assertAmount(Rule.EARLIEST_DAY, single(day(1).shift(at(56, 0), at(64, 0)), stop), 0);
    }
  }

  @Nested
  class OverqualifiedTest {
    @Test
    void countsLevelsBeyondWhatIsAskedFor() {
      var stop = stop(10).needs(0, 1).needs(1, 1).build();
      assertAmount(Rule.OVERQUALIFIED, single(day(1).skill(0, 3).skill(1, 2), stop), 3);
    }

    @Test
    void costsNothingAtExactlyTheLevelNorForOtherSkills() {
      var stop = stop(10).needs(0, 2).build();
      assertAmount(Rule.OVERQUALIFIED, single(day(1).skill(0, 2).skill(1, 3), stop), 0);
    }
  }

  @Nested
  class OtherTechnicianTest {
    private final Stop stop =
        stop(10).but(facts -> facts.published(new Published(2, at(8, 10), 40))).build();

    @Test
    void countsTheNearnessOfAVisitThatChangesHands() {
      assertAmount(Rule.OTHER_TECHNICIAN, single(day(1), stop), 40);
    }

    @Test
    void costsNothingOnThePublishedOneNorForANewVisit() {
      assertAmount(Rule.OTHER_TECHNICIAN, single(day(2), stop), 0);
      assertAmount(Rule.OTHER_TECHNICIAN, single(day(1), stop(10).build()), 0);
    }
  }

  @Nested
  class OtherTimeTest {
    private RoutePlan published(int start) {
      return single(
          day(1), stop(30).but(facts -> facts.published(new Published(1, start, 40))).build());
    }

    @Test
    void countsSecondsMovedByNearnessBothWays() {
      assertAmount(Rule.OTHER_TIME, published(at(8, 20)), minutes(4));
      assertAmount(Rule.OTHER_TIME, published(at(9, 0)), minutes(12));
    }

    @Test
    void costsNothingAtThePublishedTimeNorForANewVisit() {
      assertAmount(Rule.OTHER_TIME, published(at(8, 30)), 0);
      assertAmount(Rule.OTHER_TIME, single(day(1), stop(30).build()), 0);
    }
  }

  @Nested
  class WorkloadTest {
    private RoutePlan aimingAt(int minutes) {
      return single(day(1).but(facts -> facts.aimingAt(minutes(minutes))), stop(10).build());
    }

    @Test
    void countsSecondsOfDrivingAndWorkBeyondTheTarget() {
      assertAmount(Rule.WORKLOAD, aimingAt(70), minutes(10));
    }

    @Test
    void costsNothingUpToTheTarget() {
      assertAmount(Rule.WORKLOAD, aimingAt(80), 0);
    }
  }

  @Nested
  class FairnessTest {
    @Test
    void countsTheLoadByTheShareOfTheDayThatItFills() {
      // 80 minutes of 480.
      assertAmount(Rule.FAIRNESS, single(day(1), stop(10).build()), 4800 / 6);
    }

    @Test
    void countsMoreOnADayThatIsHalfAway() {
      var day = day(1).absent(at(12, 0), at(16, 0));
      assertAmount(Rule.FAIRNESS, single(day, stop(10).build()), 4800 / 3);
    }

    @Test
    void likesTwoHalfDaysMoreThanAFullAndAnEmptyOne() {
      var stops = List.of(stop(10).build(), stop(10).build());
      var shared = plan(List.of(route(day(1), stops.get(0)), route(day(2), stops.get(1))), stops);
      assertAmount(Rule.FAIRNESS, shared, 2 * 4800 / 6);
      assertAmount(Rule.FAIRNESS, single(day(1).home(10), stop(10).lasting(160).build()), 9600 / 3);
    }

    @Test
    void costsNothingWithoutWork() {
      assertAmount(Rule.FAIRNESS, single(day(1)), 0);
    }
  }
}
