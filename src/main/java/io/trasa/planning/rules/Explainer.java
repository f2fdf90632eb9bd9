package io.trasa.planning.rules;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in findings what the solver says in a number: their weighted sum is the plan's score. It
 * computes a route from {@link Timetable} alone, so it can also judge a route that is only
 * imagined.
 */
public final class Explainer {

  private Explainer() {}

  /** Everything the rules say about the plan. O(stops). */
  public static List<Finding> findings(RoutePlan plan) {
    var findings = new ArrayList<Finding>();
    plan.getDays().forEach(day -> findings.addAll(route(day, day.getStops())));
    plan.getStops().stream()
        .filter(stop -> stop.getDay() == null)
        .forEach(stop -> add(findings, Rule.UNASSIGNED, stop.visit(), null, stop.points()));
    findings.addAll(ties(plan.getStops(), plan.getDependencies()));
    return findings;
  }

  /**
   * What the rules say of crews and of visits that wait for others, by the days and starts that the
   * stops have.
   *
   * @param stops all of each visit that is tied; others are passed over
   */
  public static List<Finding> ties(List<Stop> stops, List<Dependency> dependencies) {
    var findings = new ArrayList<Finding>();
    stops.stream()
        .filter(Stop::isCrewed)
        .collect(Collectors.groupingBy(Stop::visit))
        .values()
        .forEach(crew -> crew(findings, crew));
    dependencies(findings, stops, dependencies);
    return findings;
  }

  /** What the rules say about one technician's day with these stops, crews apart. */
  public static List<Finding> route(TechnicianDay day, List<Stop> stops) {
    var findings = new ArrayList<Finding>();
    if (stops.isEmpty()) {
      return findings;
    }
    var times = Timetable.of(day, stops);
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      int from = times.placeBefore(i);
      int start = times.start(i);
      StopRules.ALL.forEach(
          (rule, measure) ->
              add(findings, rule, stop.visit(), day, measure.amount(stop, day, from, start)));
    }
    if (times.hasWork()) {
      DayRules.ALL.forEach(
          (rule, measure) -> add(findings, rule, null, day, measure.amount(day, times)));
    }
    return findings;
  }

  /** The weighted sum of findings, level by level, as a score (never above zero). */
  public static HardMediumSoftScore score(Collection<Finding> findings, Policy policy) {
    var score = HardMediumSoftScore.ZERO;
    for (Finding finding : findings) {
      var weight = policy.weight(finding.rule());
      score =
          score.subtract(
              HardMediumSoftScore.of(
                  weight.hardScore() * finding.amount(),
                  weight.mediumScore() * finding.amount(),
                  weight.softScore() * finding.amount()));
    }
    return score;
  }

  private static void crew(List<Finding> findings, List<Stop> crew) {
    boolean incomplete = crew.stream().anyMatch(stop -> stop.getDay() == null);
    for (Stop a : crew) {
      if (a.getDay() == null) {
        continue;
      }
      add(findings, Rule.CREW_INCOMPLETE, a.visit(), a.getDay(), incomplete ? a.points() : 0);
      crew.stream()
          .filter(b -> b.getDay() != null && a.member() < b.member())
          .forEach(
              b -> add(findings, Rule.CREW, a.visit(), a.getDay(), TieRules.secondsApart(a, b)));
    }
  }

  private static void dependencies(
      List<Finding> findings, List<Stop> stops, List<Dependency> dependencies) {
    if (dependencies.isEmpty()) {
      return;
    }
    Map<UUID, List<Stop>> visits = stops.stream().collect(Collectors.groupingBy(Stop::visit));
    for (Dependency dependency : dependencies) {
      for (Stop before : visits.getOrDefault(dependency.before(), List.of())) {
        for (Stop after : visits.getOrDefault(dependency.after(), List.of())) {
          if (after.getDay() != null) {
            int early = TieRules.secondsTooEarly(dependency, before, after);
            add(findings, Rule.DEPENDENCY, after.visit(), after.getDay(), early);
          }
        }
      }
    }
  }

  private static void add(
      List<Finding> findings,
      Rule rule,
      @Nullable UUID visit,
      @Nullable TechnicianDay day,
      long amount) {
    if (amount > 0) {
      findings.add(new Finding(rule, visit, day == null ? null : day.getId(), amount));
    }
  }
}
