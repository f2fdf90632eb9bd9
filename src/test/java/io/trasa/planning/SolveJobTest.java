package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.PlanKit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SolveJobTest {

  private static final Instant START = Instant.parse("2026-11-24T06:00:00Z");

  @Test
  void keepsTheCurveShortFromItsFirstPointToItsLast() {
    var horizon = new Horizon(LocalDate.of(2026, 11, 24), 1, ZoneOffset.UTC);
    var job = new SolveJob(UUID.randomUUID(), horizon, 30, "anna", START);
    var plan = PlanKit.plan(List.of(PlanKit.day(0).build()), List.of(PlanKit.stop(1).build()));
    for (int i = 0; i < 5_000; i++) {
      job.better(plan, START.plusMillis(i));
      assertThat(job.snapshot().curve()).hasSizeLessThanOrEqualTo(200);
    }
    var curve = job.snapshot().curve();
    assertThat(curve.getFirst().millis()).isZero();
    assertThat(curve.getLast().millis()).isEqualTo(4_999);
    assertThat(curve).isSortedAccordingTo((a, b) -> Long.compare(a.millis(), b.millis()));
    assertThat(job.snapshot().betterPlans()).isEqualTo(5_000);
  }
}
