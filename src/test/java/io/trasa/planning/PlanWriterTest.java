package io.trasa.planning;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.call;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Rule;
import io.trasa.testkit.RandomPlans;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanWriterTest {

  private static final Horizon HORIZON = new Horizon(LocalDate.of(2026, 11, 24), 2, ZoneOffset.UTC);

  @Test
  void writesVisitsOnlyAndLeadsTheWayByWhatLiesBetween() {
    var canteen = new Break(20, new Span(at(9, 0), at(11, 0)), minutes(30));
    var day = day(0).pausing(canteen).build();
    var first = stop(10).build();
    var second = stop(30).build();
    var held = new Stop(stop(25).build().facts().asHeld());
    var stops = List.of(call(day, 2), first, Stop.breakOf(day, 0), held, second);
    var visits = PlanWriter.visits(HORIZON, Timetable.of(day, stops), stops, Set.of());
    assertThat(visits)
        .extracting(PlannedVisit::visitId)
        .containsExactly(first.visit(), second.visit());
    assertThat(visits).extracting(PlannedVisit::sequence).containsExactly(1, 2);
    assertThat(visits)
        .extracting(PlannedVisit::driveSeconds)
        .containsExactly(minutes(10), minutes(20));
    assertThat(visits).extracting(PlannedVisit::driveMetres).containsExactly(10_000, 20_000);
    assertThat(visits.getFirst().arrivesAt())
        .as("after half an hour at the depot")
        .isEqualTo(HORIZON.instant(at(8, 40)));
  }

  @Test
  void tellsWhatAPinnedVisitBreaksAndWhatItsDayBreaks() {
    var far = stop(110).pinnedTo(0, at(8, 0)).build();
    var late = stop(110).pinnedTo(0, at(16, 50)).build();
    var day = route(day(0), far, late);
    var frame = new PlannedRoute.Frame(HORIZON.start(), HORIZON.end(), 0, 0, 0, 0);
    var route = new PlannedRoute(UUID.randomUUID(), HORIZON.from(), frame);
    PlanWriter.visits(HORIZON, Timetable.of(day), day.getStops(), Set.of()).forEach(route::add);
    PlanWriter.markBrokenRules(
        plan(List.of(day), List.of(far, late)), Map.of(day.getId(), route), Set.of());
    assertThat(route.visits().getFirst().brokenRules())
        .extracting(BrokenRule::rule)
        .contains(Rule.PINNED);
    assertThat(route.brokenRules()).extracting(BrokenRule::rule).contains(Rule.SHIFT);
  }

  @Property(tries = 300)
  void losesNoSecondAndNoMetre(@ForAll long seed) {
    var random = new Random(seed);
    for (TechnicianDay day : RandomPlans.richPlan(random, 3, 12).getDays()) {
      var times = Timetable.of(day);
      var visits = PlanWriter.visits(HORIZON, times, day.getStops(), Set.of());
      assertThat(visits.stream().mapToInt(PlannedVisit::driveSeconds).sum() + times.driveHome())
          .isEqualTo(times.driveSeconds());
      assertThat(visits.stream().mapToInt(PlannedVisit::driveMetres).sum() + times.metresHome())
          .isEqualTo(times.driveMetres());
    }
  }
}
