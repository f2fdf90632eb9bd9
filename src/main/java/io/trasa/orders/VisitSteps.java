package io.trasa.orders;

import io.trasa.common.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes steps of visits whose order is locked: history, event, and the order's kept status. */
@Component
class VisitSteps {

  private final Orders orders;
  private final StatusChanges history;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  VisitSteps(Orders orders, StatusChanges history, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.history = history;
    this.events = events;
    this.clock = clock;
  }

  /** A step that happens now. */
  void take(Visit visit, VisitStep step, String reason, StepSource source) {
    take(visit, step, reason, source, clock.instant());
  }

  /** A step that truly happened then. */
  void take(Visit visit, VisitStep step, String reason, StepSource source, Instant at) {
    history.save(taken(visit, step, reason, source, at));
    keepStatus(List.of(visit.order()));
  }

  /** See {@link OrderService#recordPlan}. The number of queries hardly grows with the visits. */
  void recordPlan(Collection<PlannedStart> planned, Collection<UUID> unplanned) {
    Map<UUID, PlannedStart> starts =
        planned.stream().collect(Collectors.toMap(PlannedStart::visitId, Function.identity()));
    var ids = new HashSet<>(starts.keySet());
    ids.addAll(unplanned);
    if (ids.isEmpty()) {
      return;
    }
    var locked = orders.lockOfVisits(ids);
    var changes = new ArrayList<StatusChange>();
    for (var order : locked) {
      for (var visit : order.visits()) {
        if (ids.contains(visit.id())) {
          recordPlan(visit, starts.get(visit.id()), changes);
        }
      }
    }
    history.saveAll(changes);
    keepStatus(locked);
  }

  private void recordPlan(Visit visit, @Nullable PlannedStart start, List<StatusChange> changes) {
    if (start == null) {
      if (visit.status() == VisitStatus.PLANNED) {
        changes.add(taken(visit, VisitStep.UNPLAN, "", StepSource.PLAN, clock.instant()));
      }
    } else if (visit.status() == VisitStatus.PLANNED) {
      visit.assign(start.technicianIds(), start.start());
    } else if (visit.status() == VisitStatus.NEW && visit.order().missing().isEmpty()) {
      visit.assign(start.technicianIds(), start.start());
      changes.add(taken(visit, VisitStep.PLAN, "", StepSource.PLAN, clock.instant()));
    }
  }

  private StatusChange taken(
      Visit visit, VisitStep step, String reason, StepSource source, Instant at) {
    var change = visit.take(step, reason, source, at);
    events.publishEvent(
        new VisitChanged(visit.id(), visit.order().id(), change.from(), change.to()));
    return change;
  }

  void keepStatus(Collection<Order> changed) {
    changed.stream()
        .collect(
            Collectors.groupingBy(
                Order::status, Collectors.mapping(Stored::id, Collectors.toList())))
        .forEach((status, ids) -> orders.keepStatus(status.name(), ids));
  }
}
