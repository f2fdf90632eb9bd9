package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan made anew in the middle of a day leaves breaks and calls where they were. */
class BegunPausesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Horizon HORIZON = new Horizon(DAY, 1, ZoneOffset.UTC);
  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID VISIT = new UUID(0, 2);
  private static final Break LUNCH =
      new Break(Stop.ANYWHERE, new Span(seconds("11:30"), seconds("13:30")), 1800);

  private static Instant time(String clock) {
    return Instant.parse(DAY + "T" + clock + ":00Z");
  }

  private static int seconds(String clock) {
    return HORIZON.seconds(time(clock));
  }

  /** Lunch at noon and a call at two, both after one visit. */
  private static BegunPauses at(@Nullable String now, boolean isDone) {
    var route =
        new PlannedRoute(
            ANNA, DAY, new PlannedRoute.Frame(time("08:00"), time("16:00"), 0, 0, 28_800, 0));
    var times = new PlannedVisit.Times(time("09:00"), time("09:00"), time("10:00"), 0, 0);
    var visit = new PlannedVisit(VISIT, 0, 1, times, false);
    route.add(visit);
    route.pause(List.of(new PlannedBreak(0, 1, time("12:00"), time("12:30"))));
    route.call(
        new PlannedCall(1, time("14:00"), time("14:10"), 600, 5_000, "Ring 1", 53.5, 13.2),
        List.of());
    return new BegunPauses(
        HORIZON, now == null ? null : time(now), List.of(visit), isDone ? Set.of() : Set.of(VISIT));
  }

  private static Span lunch(BegunPauses pauses) {
    return pauses.left(ANNA, DAY, List.of(LUNCH)).getFirst().start();
  }

  private static Span call(BegunPauses pauses) {
    return pauses.callHours(ANNA, DAY, new Span(seconds("08:00"), seconds("16:00")));
  }

  @Test
  void nothingIsBoundBeforeTheDayIsUnderWay() {
    assertThat(lunch(at(null, false))).isEqualTo(LUNCH.start());
    assertThat(call(at(null, false)).from()).isEqualTo(seconds("08:00"));
  }

  @Test
  void whatHasBegunStays() {
    var pauses = at("14:05", true);
    assertThat(lunch(pauses)).isEqualTo(new Span(seconds("12:00"), seconds("12:00")));
    assertThat(call(pauses)).isEqualTo(new Span(seconds("14:00"), seconds("14:05")));
  }

  @Test
  void whatHasNotBegunBeginsNoEarlierThanNow() {
    var pauses = at("12:10", false);
    assertThat(lunch(pauses)).isEqualTo(new Span(seconds("12:10"), seconds("13:30")));
    assertThat(call(pauses)).isEqualTo(new Span(seconds("12:10"), seconds("16:00")));
  }

  @Test
  void aBreakThatNobodyNeededInItsTimeIsNotMadeUpFor() {
    var coffee = new Break(Stop.ANYWHERE, new Span(seconds("08:30"), seconds("09:00")), 600);
    List<Break> left = at("12:10", true).left(ANNA, DAY, List.of(LUNCH, coffee));
    assertThat(left.get(1).start().to()).as("no work is after it").isGreaterThan(seconds("23:59"));
  }
}
