package io.trasa.planning;

import io.trasa.common.NotFoundException;
import io.trasa.web.LiveStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dispatcher's padlocks: a pinned visit keeps its technician and its start. */
@Service
@Transactional
public class Pins {

  private final Plans plans;
  private final LiveStream live;

  Pins(Plans plans, LiveStream live) {
    this.plans = plans;
    this.live = live;
  }

  /**
   * Pins or unpins a visit, all members of a crew together, in the plan that holds for the day. Of
   * two at once the second waits: each padlock is a word of its own, none contradicts another.
   *
   * @throws NotFoundException if that plan does not have the visit on that day
   */
  public void pin(UUID visitId, LocalDate day, boolean pinned) {
    var parts =
        plans.currentId(day).map(plans::locked).stream()
            .flatMap(plan -> plans.routes(plan, day).stream())
            .flatMap(route -> route.visits().stream())
            .filter(visit -> visit.visitId().equals(visitId))
            .toList();
    if (parts.isEmpty()) {
      throw new NotFoundException("planned visit on " + day, visitId);
    }
    parts.forEach(visit -> visit.pin(pinned));
    parts.getFirst().route().plan().change();
    live.publishAfterCommit("board", Map.of("reason", "pin"));
  }

  /** All pinned visits of the plans that hold for the horizon's days. */
  @Transactional(readOnly = true)
  List<PlannedVisit> of(Horizon horizon) {
    var pinned = new ArrayList<PlannedVisit>();
    for (int i = 0; i < horizon.days(); i++) {
      LocalDate day = horizon.from().plusDays(i);
      plans.current(day).stream()
          .flatMap(plan -> plans.routes(plan, day).stream())
          .flatMap(route -> route.visits().stream())
          .filter(PlannedVisit::isPinned)
          .forEach(pinned::add);
    }
    return pinned;
  }
}
