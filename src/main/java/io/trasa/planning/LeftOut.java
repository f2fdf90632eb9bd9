package io.trasa.planning;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.rules.Blocker;
import io.trasa.planning.rules.Blockers;
import io.trasa.planning.rules.Fault;
import io.trasa.routing.PlaceProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why visits stayed out of a plan, told per visit: for each reason how many technicians it keeps
 * away, and the one whom least is missing. The reason nearest to a solution comes first.
 */
final class LeftOut {

  private final Problem problem;
  private final RoutePlan solved;
  private final Set<UUID> incompleteCrews;

  LeftOut(Problem problem, RoutePlan solved, Set<UUID> incompleteCrews) {
    this.problem = problem;
    this.solved = solved;
    this.incompleteCrews = incompleteCrews;
  }

  List<Unplanned> reasons() {
    var reasons = new ArrayList<Unplanned>();
    problem
        .incomplete()
        .forEach(
            v -> reasons.add(new Unplanned(v.id(), 0, Unplanned.Reason.INCOMPLETE, 0, 0, null)));
    var told = new HashSet<UUID>();
    for (Stop stop : problem.leftOut()) {
      if (told.add(stop.visit())) {
        reasons.addAll(of(stop));
      }
    }
    for (Stop stop : solved.getStops()) {
      boolean out = stop.getDay() == null || incompleteCrews.contains(stop.visit());
      if (stop.isVisit() && !stop.isHeld() && out && told.add(stop.visit())) {
        reasons.addAll(of(stop));
      }
    }
    return reasons;
  }

  /** What is wrong with the visit itself, or with what it waits for; null if nothing is. */
  private Unplanned.@Nullable Reason fault(Stop stop) {
    for (Fault fault : problem.faults()) {
      if (fault.visit().equals(stop.visit()) && !isToldByTechnician(fault.kind())) {
        return Unplanned.Reason.of(fault.kind());
      }
    }
    boolean inVain =
        solved.getDependencies().stream()
            .filter(tie -> tie.after().equals(stop.visit()))
            .anyMatch(tie -> isOut(tie.before()));
    return inVain ? Unplanned.Reason.WAITS_IN_VAIN : null;
  }

  /** Of these it is told who comes nearest to taking the visit, and what is missing. */
  private static boolean isToldByTechnician(Fault.Kind fault) {
    return fault == Fault.Kind.NOBODY_MAY || fault == Fault.Kind.OUT_OF_REACH;
  }

  private boolean isOut(UUID visit) {
    return incompleteCrews.contains(visit)
        || solved.getStops().stream()
            .anyMatch(stop -> stop.visit().equals(visit) && stop.getDay() == null);
  }

  private List<Unplanned> of(Stop stop) {
    if (solved.getDays().isEmpty()) {
      return List.of(new Unplanned(stop.visit(), 0, Unplanned.Reason.NO_SHIFT, 0, 0, null));
    }
    PlaceProblem badPlace = problem.badPlaces().get(stop.visit());
    if (badPlace != null) {
      return List.of(new Unplanned(stop.visit(), 0, reason(badPlace), 0, 0, null));
    }
    Unplanned.Reason fault = fault(stop);
    if (fault != null) {
      return List.of(new Unplanned(stop.visit(), 0, fault, 0, 0, null));
    }
    Map<Unplanned.Reason, List<Blocker>> byReason = new EnumMap<>(Unplanned.Reason.class);
    Blockers.nearestPerTechnician(solved, stop)
        .forEach(b -> byReason.computeIfAbsent(reason(b, stop), r -> new ArrayList<>()).add(b));
    var ranked =
        byReason.entrySet().stream()
            .sorted(Comparator.comparingInt(e -> rank(e.getKey())))
            .toList();
    var reasons = new ArrayList<Unplanned>();
    for (var entry : ranked) {
      Blocker closest =
          entry.getValue().stream().min(Comparator.comparingLong(Blocker::amount)).orElseThrow();
      reasons.add(
          new Unplanned(
              stop.visit(),
              reasons.size(),
              entry.getKey(),
              entry.getValue().size(),
              closest.amount(),
              problem.technicianId(closest.day())));
    }
    return reasons;
  }

  private static Unplanned.Reason reason(PlaceProblem problem) {
    return switch (problem) {
      case SWAPPED -> Unplanned.Reason.PLACE_SWAPPED;
      case OUTSIDE -> Unplanned.Reason.PLACE_OUTSIDE;
      case NO_ROAD -> Unplanned.Reason.PLACE_NO_ROAD;
    };
  }

  private static int rank(Unplanned.Reason reason) {
    return switch (reason) {
      case PRIORITY, CREW -> 0;
      case TIME_WINDOW, SHIFT, PINNED, BREAK, CONTRACT, FROZEN, PARTS, CAPACITY, MAX_DRIVING -> 1;
      case ABSENCE -> 2;
      case TERRITORY, TECHNICIAN -> 3;
      default -> 4;
    };
  }

  private static Unplanned.Reason reason(Blocker blocker, Stop stop) {
    return switch (blocker.rule()) {
      case SKILL -> Unplanned.Reason.SKILL;
      case TERRITORY -> Unplanned.Reason.TERRITORY;
      case ABSENCE -> Unplanned.Reason.ABSENCE;
      case SHIFT -> Unplanned.Reason.SHIFT;
      case PINNED -> Unplanned.Reason.PINNED;
      case TIME_WINDOW -> Unplanned.Reason.TIME_WINDOW;
      case ROAD -> Unplanned.Reason.ROAD;
      case TECHNICIAN -> Unplanned.Reason.TECHNICIAN;
      case BREAK -> Unplanned.Reason.BREAK;
      case CONTRACT -> Unplanned.Reason.CONTRACT;
      case FROZEN -> Unplanned.Reason.FROZEN;
      case PARTS -> Unplanned.Reason.PARTS;
      case CAPACITY -> Unplanned.Reason.CAPACITY;
      case MAX_DRIVING -> Unplanned.Reason.MAX_DRIVING;
      // It would fit there by itself: a crew lacks its others, a single visit lost to heavier ones.
      default -> stop.isCrewed() ? Unplanned.Reason.CREW : Unplanned.Reason.PRIORITY;
    };
  }
}
