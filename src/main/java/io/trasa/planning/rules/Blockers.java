package io.trasa.planning.rules;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a stop is on nobody's route: tries it at every place of every route and keeps, per technician
 * and day, the place that breaks least. Facts (skill, territory, road) are told before times.
 */
public final class Blockers {

  private Blockers() {}

  /** One blocker per technician's day, in the days' order. O(days · stops per day²). */
  public static List<Blocker> of(RoutePlan plan, Stop stop) {
    return plan.getDays().stream().map(day -> onDay(day, stop)).toList();
  }

  /** Of each technician's days the one that is nearest to taking the stop, in the days' order. */
  public static Collection<Blocker> nearestPerTechnician(RoutePlan plan, Stop stop) {
    var nearest = new LinkedHashMap<Integer, Blocker>();
    for (Blocker blocker : of(plan, stop)) {
      nearest.merge(blocker.day().technician(), blocker, (a, b) -> nearer(stop, a, b));
    }
    return nearest.values();
  }

  /** A day the stop could be on at all is nearer than others, whatever stands against it there. */
  private static Blocker nearer(Stop stop, Blocker a, Blocker b) {
    return Comparator.comparing((Blocker x) -> !isPossible(stop, x.day()))
                .thenComparingInt(x -> nearness(x.rule()))
                .thenComparingLong(Blocker::amount)
                .compare(a, b)
            <= 0
        ? a
        : b;
  }

  private static boolean isPossible(Stop stop, TechnicianDay day) {
    for (int i = 0; i < stop.windows().count(); i++) {
      if (stop.windows().from(i) < day.shiftEnd() && stop.windows().to(i) > day.shiftStart()) {
        return true;
      }
    }
    return false;
  }

  private static int nearness(Rule rule) {
    return switch (rule) {
      case UNASSIGNED -> 0;
      case TIME_WINDOW,
          SHIFT,
          CREW,
          PINNED,
          BREAK,
          CONTRACT,
          FROZEN,
          MAX_DRIVING,
          CAPACITY,
          PARTS ->
          1;
      case ABSENCE -> 2;
      case TERRITORY -> 3;
      default -> 4;
    };
  }

  private static Blocker onDay(TechnicianDay day, Stop stop) {
    int levels = stop.missingSkillLevels(day);
    if (levels > 0) {
      return new Blocker(day, Rule.SKILL, levels);
    }
    if (stop.isOutsideTerritories(day)) {
      return new Blocker(day, Rule.TERRITORY, 1);
    }
    if (stop.isRefused(day)) {
      return new Blocker(day, Rule.TECHNICIAN, 1);
    }
    if (day.isAbsent()) {
      return new Blocker(day, Rule.ABSENCE, day.shiftEnd() - day.shiftStart());
    }
    if (stop.missingWays(day, day.home()) > 0) {
      return new Blocker(day, Rule.ROAD, 1);
    }
    return leastBroken(day, stop);
  }

  private static Blocker leastBroken(TechnicianDay day, Stop stop) {
    var before = hardAmounts(Explainer.route(day, day.getStops()));
    Blocker best = new Blocker(day, Rule.SHIFT, Long.MAX_VALUE);
    long leastTotal = Long.MAX_VALUE;
    for (int position = 0; position <= day.getStops().size(); position++) {
      var route = new ArrayList<>(day.getStops());
      route.add(position, stop);
      var added = hardAmounts(Explainer.route(day, route));
      before.forEach((rule, amount) -> added.merge(rule, -amount, Long::sum));
      added.values().removeIf(amount -> amount <= 0);
      long total = added.values().stream().mapToLong(Long::longValue).sum();
      if (total < leastTotal) {
        leastTotal = total;
        best = worst(day, added);
      }
    }
    return best;
  }

  private static Map<Rule, Long> hardAmounts(List<Finding> findings) {
    var amounts = new EnumMap<Rule, Long>(Rule.class);
    findings.stream()
        .filter(f -> f.rule().level() == Rule.Level.HARD)
        .forEach(f -> amounts.merge(f.rule(), f.amount(), Long::sum));
    return amounts;
  }

  private static Blocker worst(TechnicianDay day, Map<Rule, Long> added) {
    return added.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(worst -> new Blocker(day, worst.getKey(), worst.getValue()))
        .orElse(new Blocker(day, Rule.UNASSIGNED, 0));
  }
}
