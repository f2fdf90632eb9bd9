package io.trasa.planning.rules;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.testkit.PlanKit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockersTest {

  private static Blocker blocker(TechnicianDay day, Stop stop) {
    return Blockers.of(
            plan(List.of(day), Stream.concat(day.getStops().stream(), Stream.of(stop)).toList()),
            stop)
        .getFirst();
  }

  @Test
  void namesTheMissingSkillBeforeAnyTime() {
    var stop = stop(10).needs(1, 2).window(at(6, 0), at(7, 0)).build();
    var found = blocker(day(1).skill(1, 1).build(), stop);
    assertThat(found.rule()).isEqualTo(Rule.SKILL);
    assertThat(found.amount()).isEqualTo(1);
  }

  @Test
  void namesTheAbsenceOfTheWholeShift() {
    var found = blocker(day(1).absent(at(7, 0), at(17, 0)).build(), stop(10).build());
    assertThat(found.rule()).isEqualTo(Rule.ABSENCE);
  }

  @Test
  void saysByHowMuchTheWindowIsMissedAtTheBestPlace() {
    var found = blocker(day(1).build(), stop(30).window(at(8, 0), at(8, 10)).build());
    assertThat(found.rule()).isEqualTo(Rule.TIME_WINDOW);
    assertThat(found.amount()).isEqualTo(minutes(20));
  }

  @Test
  void saysHowMuchOvertimeAFullDayWouldTake() {
    var full = stop(0).lasting(7 * 60 + 30).build();
    var found = blocker(route(day(1), full), stop(0).lasting(45).build());
    assertThat(found.rule()).isEqualTo(Rule.SHIFT);
    assertThat(found.amount()).isEqualTo(minutes(15));
  }

  @Test
  void namesTheMissingRoad() {
    assertThat(blocker(day(1).build(), stop(PlanKit.islandPlace()).build()).rule())
        .isEqualTo(Rule.ROAD);
  }

  @Test
  void admitsThatItWouldFit() {
    assertThat(blocker(day(1).build(), stop(10).build()).rule()).isEqualTo(Rule.UNASSIGNED);
  }

  @Test
  void tellsOfTheDayTheVisitIsBoundTo() {
    var absent = day(0).absent(at(8, 0), at(16, 0)).build();
    var tomorrow = day(0).shift(at(32, 0), at(40, 0)).build();
    var bound = stop(10).window(at(9, 0), at(10, 0)).build();
    var plan = plan(List.of(absent, tomorrow), List.of(bound));
    assertThat(Blockers.nearestPerTechnician(plan, bound))
        .extracting(Blocker::rule)
        .as("not the window, which is missed tomorrow only")
        .containsExactly(Rule.ABSENCE);
  }
}
