package io.trasa.planning.rules;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.testkit.PlanKit;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Each rule: broken by a known amount, its exact boundary, not broken; and the explainer's finding
 * says the same as the solver's constraint.
 */
class RuleBookTest {

  private static final ConstraintVerifier<RuleBook, RoutePlan> VERIFIER =
      ConstraintVerifier.build(new RuleBook(), RoutePlan.class, TechnicianDay.class, Stop.class);

  private static void assertAmount(
      Rule rule, Function<ConstraintFactory, Constraint> constraint, RoutePlan plan, int amount) {
    VERIFIER
        .verifyThat((book, factory) -> constraint.apply(factory))
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

  private static RoutePlan single(PlanKit.DayBuilder day, Stop... stops) {
    return plan(List.of(route(day, stops)), List.of(stops));
  }

  @Nested
  class SkillTest {
    @Test
    void countsMissingLevelsOverAllSkills() {
      var stop = stop(10).needs(0, 3).needs(1, 1).build();
      assertAmount(Rule.SKILL, HardRules::skill, single(day(1).skill(0, 1), stop), 3);
    }

    @Test
    void isKeptByExactlyTheLevel() {
      var stop = stop(10).needs(0, 2).build();
      assertAmount(Rule.SKILL, HardRules::skill, single(day(1).skill(0, 2), stop), 0);
    }
  }

  @Nested
  class TerritoryTest {
    @Test
    void isBrokenOutsideTheServedTerritories() {
      var stop = stop(10).in(2).build();
      assertAmount(Rule.TERRITORY, HardRules::territory, single(day(1).serves(1), stop), 1);
    }

    @Test
    void isKeptInsideOrWhenNothingIsSaid() {
      var inside = stop(10).in(1).build();
      var nowhere = stop(11).build();
      assertAmount(
          Rule.TERRITORY, HardRules::territory, single(day(1).serves(1), inside, nowhere), 0);
      assertAmount(Rule.TERRITORY, HardRules::territory, single(day(1), stop(10).in(5).build()), 0);
    }
  }

  @Nested
  class ShiftTest {
    @Test
    void countsSecondsUntilHomeAfterTheShift() {
      var stop = stop(30).lasting(8 * 60 - 50).build();
      assertAmount(Rule.SHIFT, HardRules::shift, single(day(1), stop), minutes(10));
    }

    @Test
    void isKeptByComingHomeOnTheMinute() {
      var stop = stop(30).lasting(7 * 60).build();
      assertAmount(Rule.SHIFT, HardRules::shift, single(day(1), stop), 0);
    }
  }

  @Nested
  class AbsenceTest {
    @Test
    void countsWorkInAnAbsenceThatLastsToTheEndOfTheShift() {
      var stop = stop(30).build();
      assertAmount(
          Rule.ABSENCE,
          HardRules::absence,
          single(day(1).absent(at(9, 0), at(16, 0)), stop),
          minutes(30));
    }

    @Test
    void isWaitedOutWhenTheTechnicianComesBack() {
      var stop = stop(30).build();
      var plan = single(day(1).absent(at(9, 0), at(11, 0)), stop);
      assertAmount(Rule.ABSENCE, HardRules::absence, plan, 0);
      assertThat(stop.start()).isEqualTo(at(11, 0));
    }

    @Test
    void isKeptByWorkThatEndsAsItBegins() {
      var stop = stop(30).lasting(30).build();
      var plan = single(day(1).absent(at(9, 0), at(11, 0)), stop);
      assertAmount(Rule.ABSENCE, HardRules::absence, plan, 0);
      assertThat(stop.start()).isEqualTo(at(8, 30));
    }
  }

  @Nested
  class TimeWindowTest {
    @Test
    void countsSecondsAfterTheLastWindow() {
      var stop = stop(30).window(at(8, 0), at(8, 10)).build();
      assertAmount(Rule.TIME_WINDOW, HardRules::timeWindow, single(day(1), stop), minutes(20));
    }

    @Test
    void isKeptByStartingOnTheWindowsLastMinute() {
      var stop = stop(30).window(at(8, 0), at(8, 30)).build();
      assertAmount(Rule.TIME_WINDOW, HardRules::timeWindow, single(day(1), stop), 0);
    }

    @Test
    void isWaitedForAndTheSecondWindowServes() {
      var stop = stop(30).window(at(8, 0), at(8, 10)).window(at(13, 0), at(14, 0)).build();
      assertAmount(Rule.TIME_WINDOW, HardRules::timeWindow, single(day(1), stop), 0);
      assertThat(stop.start()).isEqualTo(at(13, 0));
    }
  }

  @Nested
  class PinnedTest {
    @Test
    void countsSecondsOffTheFixedTime() {
      var stop = stop(30).pinnedTo(1, at(8, 20)).build();
      assertAmount(Rule.PINNED, HardRules::pinned, single(day(1), stop), minutes(10));
    }

    @Test
    void countsADayOnAnotherTechnician() {
      var stop = stop(30).pinnedTo(2, at(10, 0)).build();
      assertAmount(Rule.PINNED, HardRules::pinned, single(day(1), stop), 86_400);
    }

    @Test
    void isKeptByWaitingForTheFixedTime() {
      var stop = stop(30).pinnedTo(1, at(10, 0)).build();
      assertAmount(Rule.PINNED, HardRules::pinned, single(day(1), stop), 0);
    }
  }

  @Nested
  class CrewTest {
    @Test
    void countsSecondsBetweenTheMembersStarts() {
      var crew = stop(10).crewOf(2);
      var plan =
          plan(List.of(route(day(1), crew.get(0)), route(day(2).home(30), crew.get(1))), crew);
      assertAmount(Rule.CREW, HardRules::crew, plan, minutes(10));
    }

    @Test
    void isKeptByTwoTechniciansAtTheAppointment() {
      var crew = stop(10).window(at(10, 0), at(10, 0)).crewOf(2);
      var plan =
          plan(List.of(route(day(1), crew.get(0)), route(day(2).home(30), crew.get(1))), crew);
      assertAmount(Rule.CREW, HardRules::crew, plan, 0);
    }

    @Test
    void isBrokenByOnePersonTwice() {
      var crew = stop(10).crewOf(2);
      var plan = plan(List.of(route(day(1), crew.get(0), crew.get(1))), crew);
      assertAmount(Rule.CREW, HardRules::crew, plan, minutes(60) + minutes(60));
    }
  }

  @Nested
  class RoadTest {
    @Test
    void countsBothMissingWays() {
      var stop = stop(PlanKit.islandPlace()).build();
      assertAmount(Rule.ROAD, HardRules::road, single(day(1), stop), 2);
    }

    @Test
    void isKeptOnTheRoad() {
      assertAmount(Rule.ROAD, HardRules::road, single(day(1), stop(3).build()), 0);
    }
  }

  @Nested
  class UnassignedTest {
    @Test
    void countsThePointsOfWhatStaysOut() {
      var placed = stop(10).points(7).build();
      var out = stop(20).points(5).build();
      var plan = plan(List.of(route(day(1), placed)), List.of(placed, out));
      assertAmount(Rule.UNASSIGNED, PlacementRules::unassigned, plan, 5);
    }

    @Test
    void isKeptWhenAllArePlaced() {
      assertAmount(
          Rule.UNASSIGNED, PlacementRules::unassigned, single(day(1), stop(10).build()), 0);
    }
  }

  @Nested
  class CrewIncompleteTest {
    @Test
    void countsThePointsOfAMemberLeftAlone() {
      var crew = stop(10).points(6).crewOf(2);
      var plan = plan(List.of(route(day(1), crew.getFirst())), crew);
      assertAmount(Rule.CREW_INCOMPLETE, PlacementRules::crewIncomplete, plan, 6);
    }

    @Test
    void isKeptByAWholeCrewAndByNone() {
      var crew = stop(10).crewOf(2);
      var whole = plan(List.of(route(day(1), crew.get(0)), route(day(2), crew.get(1))), crew);
      assertAmount(Rule.CREW_INCOMPLETE, PlacementRules::crewIncomplete, whole, 0);
      var none = plan(List.of(day(1).build()), stop(10).crewOf(2));
      assertAmount(Rule.CREW_INCOMPLETE, PlacementRules::crewIncomplete, none, 0);
    }
  }

  @Nested
  class TravelTest {
    @Test
    void countsTheWholeRoundTrip() {
      var plan = single(day(1), stop(10).build(), stop(25).build());
      assertAmount(Rule.TRAVEL, Wishes::travel, plan, minutes(10 + 15 + 25));
    }

    @Test
    void costsNothingAtHome() {
      assertAmount(Rule.TRAVEL, Wishes::travel, single(day(1), stop(0).build()), 0);
    }
  }

  @Nested
  class PriorityTest {
    @Test
    void countsDelayFromTheFirstPossibleStartByUrgency() {
      var stop = stop(30).window(at(8, 0), at(12, 0)).urgent(50).build();
      assertAmount(Rule.PRIORITY, Wishes::priority, single(day(1), stop), minutes(15));
    }

    @Test
    void leavesOthersAlone() {
      assertAmount(Rule.PRIORITY, Wishes::priority, single(day(1), stop(30).build()), 0);
    }

    @Test
    void costsNothingAtTheFirstPossibleStart() {
      var stop = stop(30).window(at(8, 30), at(12, 0)).urgent(50).build();
      assertAmount(Rule.PRIORITY, Wishes::priority, single(day(1), stop), 0);
    }
  }
}
