package io.trasa.planning;

import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the boards how planning goes: every change of state, and better plans a few a second. */
@Component
class PlanningNews {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final LiveStream live;
  private final Clock clock;
  private Instant lastTold = Instant.EPOCH;

  PlanningNews(LiveStream live, Clock clock) {
    this.live = live;
    this.clock = clock;
  }

  void tell(SolveJob job) {
    live.publish("plan-job", JobView.of(job.snapshot(), clock.instant()));
  }

  void tellSoon(SolveJob job) {
    if (isTime()) {
      tell(job);
    }
  }

  void boardChanged() {
    live.publish("board", Map.of("reason", "plan"));
  }

  private synchronized boolean isTime() {
    Instant now = clock.instant();
    if (now.isBefore(lastTold.plus(PAUSE))) {
      return false;
    }
    lastTold = now;
    return true;
  }
}
