package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.testkit.PlanKit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImprovementsTest {

  private static final Instant START = Instant.parse("2026-11-24T06:00:00Z");

  @Test
  void keepsTheCurveShortFromItsFirstPointToItsLast() {
    var improvements = new Improvements(START, SolveProgress.NONE);
    for (int i = 0; i < 5_000; i++) {
      improvements.better(plan(), START.plusMillis(i));
      assertThat(improvements.progress().curve()).hasSizeLessThanOrEqualTo(200);
    }
    var curve = improvements.progress().curve();
    assertThat(curve.getFirst().millis()).isZero();
    assertThat(curve.getLast().millis()).isEqualTo(4_999);
    assertThat(curve).isSortedAccordingTo((a, b) -> Long.compare(a.millis(), b.millis()));
    assertThat(improvements.progress().betterPlans()).isEqualTo(5_000);
  }

  @Test
  void goesOnWithWhatAnotherNodeHadTold() {
    var first = new Improvements(START, SolveProgress.NONE);
    first.better(plan(), START.plusMillis(5));
    var second = new Improvements(START, first.progress());
    second.better(plan(), START.plusMillis(9));
    assertThat(second.progress().betterPlans()).isEqualTo(2);
    assertThat(second.progress().curve())
        .extracting(SolveProgress.Point::millis)
        .containsExactly(5L, 9L);
  }

  private static RoutePlan plan() {
    return PlanKit.plan(List.of(PlanKit.day(0).build()), List.of(PlanKit.stop(1).build()));
  }
}
