package io.trasa.planning;

import io.trasa.security.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts an accepted replanning on the stack of changes: its plan's routes, and what they would be if
 * they still were those of the plan that held before. So it is undone and redone like a change by
 * hand.
 */
@Component
class ReplanStacking {

  private final Plans plans;
  private final ChangeStack stack;
  private final CurrentUser currentUser;
  private final Clock clock;

  ReplanStacking(Plans plans, ChangeStack stack, CurrentUser currentUser, Clock clock) {
    this.plans = plans;
    this.stack = stack;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * Within the transaction that accepts it. One that changes no route is not to be undone.
   *
   * @param id of the replanning
   * @param before the plan that held for the day
   * @param after the stored proposal
   * @param told the visits that phones learn of
   */
  void push(
      UUID id,
      LocalDate day,
      Plan before,
      Plan after,
      List<ReplanProposal.Change> changes,
      Set<UUID> told) {
    Map<RouteKey, PlannedRoute> was = byKey(plans.routes(before, day));
    Map<RouteKey, PlannedRoute> is = byKey(plans.routes(after, day));
    is.forEach((key, route) -> was.computeIfAbsent(key, k -> empty(route)));
    was.forEach(
        (key, route) ->
            is.computeIfAbsent(
                key,
                k -> {
                  PlannedRoute added = empty(route);
                  after.add(added);
                  return added;
                }));
    List<RouteKey> changed =
        is.keySet().stream().filter(key -> !state(was, key).equals(state(is, key))).toList();
    if (changed.isEmpty() || changes.isEmpty()) {
      return;
    }
    Set<UUID> visits =
        changes.stream().map(ReplanProposal.Change::visitId).collect(Collectors.toSet());
    stack.push(
        id,
        changes.stream().map(ReplanStacking::step).toList(),
        null,
        List.of(PlanState.of(before, was, changed, visits).in(after.id())),
        List.of(PlanState.of(after, is, changed, visits)),
        clock.instant(),
        currentUser.name(),
        told);
  }

  private static Map<RouteKey, PlannedRoute> byKey(List<PlannedRoute> routes) {
    var byKey = new HashMap<RouteKey, PlannedRoute>();
    routes.forEach(route -> byKey.put(RouteKey.of(route), route));
    return byKey;
  }

  private static PlanState.RouteState state(Map<RouteKey, PlannedRoute> routes, RouteKey key) {
    return PlanState.RouteState.of(Objects.requireNonNull(routes.get(key)));
  }

  /** Of somebody who has no route in one of the two plans. */
  private static PlannedRoute empty(PlannedRoute other) {
    PlannedRoute.Frame frame = other.frame();
    return new PlannedRoute(
        other.technicianId(),
        other.day(),
        new PlannedRoute.Frame(
            frame.departsAt(), frame.departsAt(), 0, 0, frame.availableSeconds(), 0));
  }

  private static PlanChange step(ReplanProposal.Change change) {
    boolean isPlaced = !change.technicianIds().isEmpty();
    return new PlanChange(
        isPlaced ? PlanChange.Kind.PLACE : PlanChange.Kind.UNASSIGN,
        change.visitId(),
        null,
        isPlaced ? change.technicianIds().getFirst() : null,
        null,
        null,
        null,
        null);
  }
}
