package io.trasa.planning;

import io.trasa.web.LiveStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells this node's boards how planning goes. */
@Component
class PlanningNews {

  private final LiveStream live;
  private final Clock clock;

  PlanningNews(LiveStream live, Clock clock) {
    this.live = live;
    this.clock = clock;
  }

  void tell(SolveJob job) {
    JobView view = JobView.of(job, clock.instant());
    UUID scenario = job.scenario();
    if (scenario != null) {
      live.publish("scenario", Map.of("id", scenario, "job", view));
      return;
    }
    live.publish("plan-job", view);
    if (job.planId() != null) {
      live.publish("board", Map.of("reason", "plan"));
    }
  }
}
