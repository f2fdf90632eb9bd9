package io.trasa.planning.rules;

import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.StartSpans;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds, before anything is planned, what no plan could put right, so that the rest is planned
 * without it. What is pinned is told of, but stays. A visit alone on a technician's day is as early
 * as it can be: if that breaks a rule of times, every route does.
 */
public final class Faults {

  /** The rules that a visit alone on a day breaks only if it breaks them on every route. */
  private static final Set<Rule> ALONE =
      EnumSet.of(
          Rule.SHIFT,
          Rule.ABSENCE,
          Rule.TIME_WINDOW,
          Rule.CONTRACT,
          Rule.FROZEN,
          Rule.CAPACITY,
          Rule.ROAD);

  private final RoutePlan plan;

  /** The stops of each visit, in the plan's order. */
  private final Map<UUID, List<Stop>> visits;

  private final Map<UUID, Fault> faults = new LinkedHashMap<>();

  private Faults(RoutePlan plan) {
    this.plan = plan;
    this.visits =
        plan.getStops().stream()
            .filter(Stop::isVisit)
            .collect(Collectors.groupingBy(Stop::visit, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * At most one fault of each visit: the first that is found. Without any shift none is told of.
   * O(stops · days) for visits that are impossible, O(stops) for others.
   */
  public static List<Fault> of(RoutePlan plan) {
    return new Faults(plan).all();
  }

  /**
   * Takes the visits out whose fault says so, with what is said of who waits for them.
   *
   * @return their stops
   */
  public static List<Stop> leaveOut(RoutePlan plan, List<Fault> faults) {
    Set<UUID> out =
        faults.stream()
            .filter(fault -> fault.kind().leavesOut())
            .map(Fault::visit)
            .collect(Collectors.toSet());
    Map<Boolean, List<Stop>> stops =
        plan.getStops().stream()
            .collect(Collectors.partitioningBy(stop -> out.contains(stop.visit())));
    plan.setStops(stops.getOrDefault(false, List.of()));
    plan.setDependencies(
        plan.getDependencies().stream()
            .filter(d -> !out.contains(d.before()) && !out.contains(d.after()))
            .toList());
    return stops.getOrDefault(true, List.of());
  }

  private List<Fault> all() {
    visits.values().forEach(this::byItself);
    waiting();
    pins();
    return List.copyOf(faults.values());
  }

  private void byItself(List<Stop> visit) {
    Stop stop = visit.getFirst();
    if (stop.isPinned()) {
      return;
    }
    if (hasNoDuration(stop)) {
      add(Fault.Kind.NO_DURATION, stop.visit(), null);
      return;
    }
    if (plan.getDays().isEmpty() || plan.getDays().stream().anyMatch(day -> fits(stop, day))) {
      if (visit.size() > 1 && whoMay(stop).cardinality() < visit.size()) {
        add(Fault.Kind.CREW_TOO_LARGE, stop.visit(), null);
      }
      return;
    }
    List<TechnicianDay> days = plan.getDays().stream().filter(day -> may(stop, day)).toList();
    boolean tooLong =
        days.stream().allMatch(d -> stop.serviceSeconds(d) > d.latestHome() - d.shiftStart());
    Fault.Kind kind = tooLong ? Fault.Kind.TOO_LONG : Fault.Kind.OUT_OF_REACH;
    add(days.isEmpty() ? Fault.Kind.NOBODY_MAY : kind, stop.visit(), null);
  }

  private static boolean hasNoDuration(Stop stop) {
    int[] seconds = stop.secondsByTechnician();
    if (seconds == null) {
      return stop.serviceSeconds() <= 0;
    }
    for (int each : seconds) {
      if (each <= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean may(Stop stop, TechnicianDay day) {
    return stop.missingSkillLevels(day) == 0
        && !stop.isOutsideTerritories(day)
        && !stop.isRefused(day);
  }

  private static boolean fits(Stop stop, TechnicianDay day) {
    return may(stop, day)
        && Explainer.route(day, List.of(stop)).stream()
            .noneMatch(finding -> ALONE.contains(finding.rule()));
  }

  private BitSet whoMay(Stop stop) {
    var technicians = new BitSet();
    Pin pin = stop.pin();
    if (pin != null) {
      technicians.set(pin.technician());
      return technicians;
    }
    for (TechnicianDay day : plan.getDays()) {
      if (may(stop, day)) {
        technicians.set(day.technician());
      }
    }
    return technicians;
  }

  /** Goes from the visits that wait for nothing to those that wait for them, as Kahn (1962). */
  private void waiting() {
    List<Dependency> ties =
        plan.getDependencies().stream()
            .filter(tie -> visits.containsKey(tie.before()) && visits.containsKey(tie.after()))
            .toList();
    Map<UUID, List<Dependency>> toBefore =
        ties.stream().collect(Collectors.groupingBy(Dependency::after));
    Map<UUID, List<Dependency>> toAfter =
        ties.stream().collect(Collectors.groupingBy(Dependency::before));
    var open = new HashMap<UUID, Integer>();
    toBefore.forEach((after, before) -> open.put(after, before.size()));
    var ends = new HashMap<UUID, Integer>();
    var ready = new ArrayDeque<>(toAfter.keySet());
    ready.removeIf(open::containsKey);
    while (!ready.isEmpty()) {
      UUID visit = ready.remove();
      ends.put(visit, earliestEnd(visit, toBefore.getOrDefault(visit, List.of()), ends));
      for (Dependency tie : toAfter.getOrDefault(visit, List.of())) {
        if (open.merge(tie.after(), -1, Integer::sum) == 0) {
          ready.add(tie.after());
        }
      }
    }
    ties.stream()
        .map(Dependency::after)
        .filter(visit -> !ends.containsKey(visit) && !isPinned(visit))
        .forEach(visit -> add(Fault.Kind.WAITS_IN_CIRCLE, visit, null));
  }

  /** When a visit may be done at the earliest after all that it waits for; tells if it may not. */
  private int earliestEnd(UUID visit, List<Dependency> waitsFor, Map<UUID, Integer> ends) {
    int notBefore = 0;
    for (Dependency tie : waitsFor) {
      if (isLeftOut(tie.before())) {
        clash(Fault.Kind.WAITS_IN_VAIN, tie);
      } else if (isContradictory(tie)) {
        clash(Fault.Kind.CONTRADICTION, tie);
      } else {
        int ready = ends.getOrDefault(tie.before(), 0) + tie.gapSeconds();
        if (ready > notBefore && isTooLate(stop(visit), ready)) {
          clash(Fault.Kind.CONTRADICTION, tie);
        }
        notBefore = Math.max(notBefore, ready);
      }
    }
    return earliestEnd(stop(visit), notBefore);
  }

  private boolean isTooLate(Stop stop, int notBefore) {
    Pin pin = stop.pin();
    return pin == null
        ? !plan.getDays().isEmpty() && earliestEnd(stop, notBefore) == StartSpans.NEVER
        : pin.start() < notBefore;
  }

  private boolean isContradictory(Dependency tie) {
    Stop before = stop(tie.before());
    Stop after = stop(tie.after());
    return tie.gapSeconds() < 0
        || (tie.sameTechnician()
            && (before.isCrewed()
                || after.isCrewed()
                || !whoMay(before).intersects(whoMay(after))));
  }

  private int earliestEnd(Stop stop, int notBefore) {
    Pin pin = stop.pin();
    if (pin != null) {
      return pin.start() + stop.serviceSeconds();
    }
    Integer agreed = stop.getAgreedStart();
    stop.setAgreedStart(notBefore);
    int earliest =
        plan.getDays().stream()
            .filter(day -> fits(stop, day))
            .mapToInt(day -> Timetable.of(day, List.of(stop)).end(0))
            .min()
            .orElse(StartSpans.NEVER);
    stop.setAgreedStart(agreed);
    return earliest;
  }

  /** What is pinned stays, but its pin is told of. */
  private void clash(Fault.Kind kind, Dependency tie) {
    add(isPinned(tie.after()) ? Fault.Kind.PINS_CLASH : kind, tie.after(), tie.before());
  }

  private void pins() {
    var onRoutes = new HashSet<Stop>();
    for (TechnicianDay day : plan.getDays()) {
      onRoutes.addAll(day.getStops());
      List<Stop> pinned = day.getStops().stream().filter(Stop::isPinned).toList();
      var times = Timetable.of(day, pinned);
      for (int i = 0; i < pinned.size(); i++) {
        if (pinned.get(i).secondsOffPin(day, times.start(i)) > 0) {
          UUID before = i == 0 ? null : pinned.get(i - 1).visit();
          add(Fault.Kind.PINS_CLASH, pinned.get(i).visit(), before);
        }
      }
    }
    for (Stop stop : plan.getStops()) {
      if (stop.isPinned() && !onRoutes.contains(stop)) {
        add(Fault.Kind.PINNED_TO_NOBODY, stop.visit(), null);
      }
    }
    visits.values().stream()
        .filter(visit -> visit.stream().allMatch(Stop::isPinned) && !isTogether(visit))
        .forEach(visit -> add(Fault.Kind.PINS_CLASH, visit.getFirst().visit(), null));
  }

  private static boolean isTogether(List<Stop> crew) {
    List<Pin> pins = crew.stream().map(Stop::pin).filter(Objects::nonNull).toList();
    return pins.stream().map(Pin::start).distinct().count() == 1
        && pins.stream().map(Pin::technician).distinct().count() == pins.size();
  }

  private Stop stop(UUID visit) {
    return Objects.requireNonNull(visits.get(visit)).getFirst();
  }

  private boolean isPinned(UUID visit) {
    return stop(visit).isPinned();
  }

  private boolean isLeftOut(UUID visit) {
    Fault fault = faults.get(visit);
    return fault != null && fault.kind().leavesOut();
  }

  private void add(Fault.Kind kind, UUID visit, @Nullable UUID other) {
    faults.putIfAbsent(visit, new Fault(kind, visit, other));
  }
}
