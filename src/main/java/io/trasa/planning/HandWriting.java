package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.advice.Outcome;
import io.trasa.planning.advice.Route;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a change that was tried on the plan in memory into the stored plans: whole routes with
 * their times, what they break, the padlocks and marks of what was named.
 */
final class HandWriting {

  private final StandingPlan standing;
  private final Outcome outcome;
  private final @Nullable Forced forced;
  private final Set<UUID> named = new HashSet<>();
  private final Set<UUID> put = new HashSet<>();
  private final Set<Integer> brokenAnew = new HashSet<>();
  private final SortedMap<Integer, Route> routes = new TreeMap<>();
  private final Set<UUID> takenOut = new HashSet<>();

  /**
   * @param broken what the outcome breaks
   * @param forced the dispatcher's word for it; null if nothing is broken more than before
   */
  HandWriting(
      StandingPlan standing,
      Trial trial,
      Outcome outcome,
      List<PlanChange> changes,
      List<Preview.Broken> broken,
      @Nullable Forced forced) {
    this.standing = standing;
    this.outcome = outcome;
    this.forced = forced;
    for (PlanChange change : changes) {
      named.addAll(change.visits());
      if (change.kind() == PlanChange.Kind.PLACE || change.kind() == PlanChange.Kind.SWAP) {
        put.addAll(change.visits());
      }
    }
    broken.stream()
        .filter(Preview.Broken::anew)
        .forEach(b -> brokenAnew.add(standing.indexOf(b.technicianId(), b.day())));
    routes.putAll(outcome.routes());
    for (UUID visit : named) {
      boolean isOut = true;
      for (Stop stop : standing.stops(visit)) {
        var place = trial.place(stop);
        if (place != null) {
          isOut = false;
          // A crew's others stay where they are, but what is broken may be told of them.
          routes.putIfAbsent(place.day(), standing.route(place.day()));
        }
      }
      if (isOut) {
        takenOut.add(visit);
      }
    }
  }

  /** The visits that the change names. */
  Set<UUID> named() {
    return named;
  }

  /** Those of them that are on no route then. */
  Set<UUID> takenOut() {
    return takenOut;
  }

  List<RouteKey> keys() {
    return routes.keySet().stream().map(this::key).toList();
  }

  private RouteKey key(int day) {
    return new RouteKey(standing.technicianId(day), standing.date(day));
  }

  /** An empty route for somebody who had no work that day when the plan was made. */
  static PlannedRoute empty(StandingPlan standing, int day) {
    var facts = standing.route(day).day();
    var times = Timetable.of(facts, List.of());
    return new PlannedRoute(
        standing.technicianId(day),
        standing.date(day),
        PlanWriter.frame(standing.horizon(), facts, times));
  }

  /** One part of one visit. */
  private record Part(UUID visit, int member) {}

  /** What a part has beside its time. */
  private record Marks(boolean pinned, @Nullable Forced forced) {}

  /**
   * Writes the routes.
   *
   * @param into the stored ones, emptied
   * @param before what they were like
   */
  void write(Map<RouteKey, PlannedRoute> into, List<PlanState> before) {
    var marks = new HashMap<Part, Marks>();
    for (PlanState state : before) {
      for (PlanState.RouteState route : state.routes()) {
        route
            .visits()
            .forEach(
                v ->
                    marks.put(
                        new Part(v.visitId(), v.member()), new Marks(v.pinned(), v.forced())));
      }
    }
    routes.forEach(
        (day, route) -> write(day, route, Objects.requireNonNull(into.get(key(day))), marks));
  }

  private void write(int day, Route route, PlannedRoute into, Map<Part, Marks> marks) {
    into.drive(PlanWriter.frame(standing.horizon(), route.day(), route.times()));
    List<PlannedVisit> visits =
        PlanWriter.visits(standing.horizon(), route.times(), route.stops(), Set.of());
    visits.forEach(into::add);
    into.pause(PlanWriter.breaks(standing.horizon(), route.times(), route.stops()));
    DepotCall.on(route.day(), route.stops(), route.times())
        .ifPresent(call -> call.write(into, standing.horizon(), standing.problem().supply(), 0));
    for (Finding finding : findings(day, route)) {
      var broken = new BrokenRule(finding.rule(), finding.amount());
      visits.stream()
          .filter(visit -> visit.visitId().equals(finding.visit()))
          .findFirst()
          .ifPresentOrElse(visit -> visit.breaks(broken), () -> into.breaks(broken));
    }
    for (PlannedVisit visit : visits) {
      mark(day, visit, marks.get(new Part(visit.visitId(), visit.member())));
    }
  }

  private List<Finding> findings(int day, Route route) {
    var findings = new ArrayList<Finding>(route.findings());
    String id = route.day().getId();
    outcome.ties().stream().filter(f -> id.equals(f.day())).forEach(findings::add);
    findings.removeIf(finding -> finding.rule().level() != Rule.Level.HARD);
    return findings;
  }

  /** What was not named keeps its padlock, also if it counts as pinned because it was sent. */
  private void mark(int day, PlannedVisit visit, @Nullable Marks before) {
    if (put.contains(visit.visitId())) {
      Forced was = before == null || visit.brokenRules().isEmpty() ? null : before.forced();
      visit.force(forced != null && brokenAnew.contains(day) ? forced : was);
      visit.pin(visit.isPinned() || visit.forced() != null);
    } else if (before != null) {
      visit.force(before.forced());
      visit.pin(named.contains(visit.visitId()) ? visit.isPinned() : before.pinned());
    }
  }

  /** What each day's routes cost more; what belongs to no route counts on the first day. */
  Map<LocalDate, HardMediumSoftScore> more(Set<UUID> newcomers) {
    var policy = standing.standing().policy();
    var byDay = new TreeMap<LocalDate, Amounts>();
    Amounts rest = outcome.more();
    for (var entry : routes.entrySet()) {
      Amounts more = entry.getValue().amounts().minus(standing.route(entry.getKey()).amounts());
      byDay.merge(standing.date(entry.getKey()), more, Amounts::plus);
      rest = rest.minus(more);
    }
    for (UUID visit : newcomers) {
      for (Stop stop : standing.stops(visit)) {
        rest = rest.plus(Amounts.of(Rule.UNASSIGNED, stop.points()));
      }
    }
    if (!byDay.isEmpty()) {
      byDay.merge(byDay.firstKey(), rest, Amounts::plus);
    }
    var costs = new HashMap<LocalDate, HardMediumSoftScore>();
    byDay.forEach((day, amounts) -> costs.put(day, policy.cost(amounts)));
    return costs;
  }
}
