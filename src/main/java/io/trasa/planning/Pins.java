package io.trasa.planning;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the plans that hold say of visits: where they stand, which are pinned there. */
@Component
class Pins {

  private final Plans plans;

  Pins(Plans plans) {
    this.plans = plans;
  }

  /** All pinned visits of the plans that hold for the horizon's days. */
  @Transactional(readOnly = true)
  List<PlannedVisit> of(Horizon horizon) {
    return placed(horizon).stream().filter(PlannedVisit::isPinned).toList();
  }

  /** All visits on routes of the plans that hold for the horizon's days. */
  @Transactional(readOnly = true)
  List<PlannedVisit> placed(Horizon horizon) {
    return horizon
        .dates()
        .flatMap(day -> plans.current(day).stream().flatMap(p -> plans.routes(p, day).stream()))
        .flatMap(route -> route.visits().stream())
        .toList();
  }

  /** The visits that those plans know and have no place for. */
  @Transactional(readOnly = true)
  Set<UUID> leftOut(Horizon horizon) {
    return horizon
        .dates()
        .flatMap(day -> plans.current(day).stream())
        .distinct()
        .flatMap(plan -> plan.leftOut().stream())
        .collect(Collectors.toSet());
  }
}
