package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What some routes of a plan are like, so that they can be put back exactly.
 *
 * @param leftOut the reasons of those visits concerned that are left out
 */
record PlanState(
    UUID planId,
    List<RouteState> routes,
    List<Unplanned> leftOut,
    long hard,
    long medium,
    long soft) {

  private static final Comparator<BrokenRule> BY_RULE =
      Comparator.comparing(BrokenRule::rule).thenComparing(BrokenRule::amount);

  record RouteState(
      RouteKey key,
      PlannedRoute.Frame frame,
      List<BrokenRule> broken,
      List<VisitState> visits,
      List<PlannedBreak> breaks,
      @Nullable PlannedCall call,
      List<FetchedPart> fetched) {

    /** What was kept before routes had breaks and calls names none. */
    RouteState {
      breaks = Objects.requireNonNullElse(breaks, List.of());
      fetched = Objects.requireNonNullElse(fetched, List.of());
    }

    static RouteState of(PlannedRoute route) {
      return new RouteState(
          RouteKey.of(route),
          route.frame(),
          sorted(route.brokenRules()),
          route.visits().stream().map(VisitState::of).toList(),
          route.breaks(),
          route.call(),
          route.fetched());
    }
  }

  record VisitState(
      UUID visitId,
      int member,
      PlannedVisit.Times times,
      boolean pinned,
      @Nullable Forced forced,
      List<BrokenRule> broken) {

    static VisitState of(PlannedVisit visit) {
      return new VisitState(
          visit.visitId(),
          visit.member(),
          visit.times(),
          visit.isPinned(),
          visit.forced(),
          sorted(visit.brokenRules()));
    }

    private PlannedVisit toVisit(int sequence) {
      var visit = new PlannedVisit(visitId, member, sequence, times, pinned);
      visit.force(forced);
      broken.forEach(visit::breaks);
      return visit;
    }
  }

  /**
   * @param routes all of the plan on the days concerned
   * @param keys of the routes to keep
   * @param visits of which to keep that they are left out
   */
  static PlanState of(
      Plan plan, Map<RouteKey, PlannedRoute> routes, Collection<RouteKey> keys, Set<UUID> visits) {
    var score = plan.score();
    return new PlanState(
        plan.id(),
        keys.stream()
            .map(key -> Objects.requireNonNull(routes.get(key)))
            .map(RouteState::of)
            .sorted(
                Comparator.comparing((RouteState route) -> route.key().day())
                    .thenComparing(route -> route.key().technicianId()))
            .toList(),
        plan.unplanned().stream()
            .filter(reason -> visits.contains(reason.visitId()))
            .sorted(Comparator.comparing(Unplanned::visitId).thenComparing(Unplanned::rank))
            .toList(),
        score.hardScore(),
        score.mediumScore(),
        score.softScore());
  }

  /** The same routes as a state of another plan. */
  PlanState in(UUID other) {
    return new PlanState(other, routes, leftOut, hard, medium, soft);
  }

  private static List<BrokenRule> sorted(List<BrokenRule> rules) {
    return rules.stream().sorted(BY_RULE).toList();
  }

  /** Puts it back; the routes are to be empty by then. */
  void restore(Plan plan, Map<RouteKey, PlannedRoute> into, Set<UUID> visits) {
    for (RouteState state : routes) {
      PlannedRoute route = Objects.requireNonNull(into.get(state.key()));
      route.drive(state.frame());
      state.broken().forEach(route::breaks);
      route.pause(state.breaks());
      route.call(state.call(), state.fetched());
      for (VisitState visit : state.visits()) {
        route.add(visit.toVisit(route.visits().size() + 1));
      }
    }
    plan.takeIn(visits);
    plan.leaveOut(leftOut);
    plan.scored(HardMediumSoftScore.of(hard, medium, soft));
  }

  /** Where each part of each visit stands. */
  Stream<Placed> placed() {
    return routes.stream()
        .flatMap(
            route ->
                route.visits().stream()
                    .map(v -> new Placed(v.visitId(), v.member(), route.key(), v.times())));
  }

  /** One part of one visit. */
  record Placed(UUID visitId, int member, RouteKey route, PlannedVisit.Times times) {

    /** The same but for the way there, which nobody is told of. */
    boolean isWhereAndWhen(Placed other) {
      return member == other.member
          && route.equals(other.route)
          && times.startsAt().equals(other.times.startsAt());
    }
  }

  /** The visits that stand elsewhere, at another time, or only in one of the two. */
  static Set<UUID> moved(List<PlanState> from, List<PlanState> to) {
    List<Placed> first = from.stream().flatMap(PlanState::placed).toList();
    List<Placed> second = to.stream().flatMap(PlanState::placed).toList();
    SortedSet<UUID> moved = new TreeSet<>();
    unmatched(first, second).forEach(moved::add);
    unmatched(second, first).forEach(moved::add);
    return moved;
  }

  private static Stream<UUID> unmatched(List<Placed> these, List<Placed> others) {
    return these.stream()
        .filter(
            p ->
                others.stream()
                    .noneMatch(o -> o.visitId().equals(p.visitId()) && o.isWhereAndWhen(p)))
        .map(Placed::visitId);
  }
}
