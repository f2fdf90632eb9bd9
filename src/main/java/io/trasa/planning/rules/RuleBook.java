package io.trasa.planning.rules;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.Map;
import java.util.stream.Stream;

/** Every rule as the solver sees it. */
public final class RuleBook implements ConstraintProvider {

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return Stream.of(
            StopRules.ALL.entrySet().stream().map(rule -> ofStop(factory, rule)),
            DayRules.ALL.entrySet().stream().map(rule -> ofDay(factory, rule)),
            Stream.of(
                TieRules.unassigned(factory),
                TieRules.crew(factory),
                TieRules.crewIncomplete(factory),
                TieRules.dependency(factory)))
        .flatMap(constraints -> constraints)
        .toArray(Constraint[]::new);
  }

  private static Constraint ofStop(
      ConstraintFactory factory, Map.Entry<Rule, StopRules.Measure> rule) {
    StopRules.Measure measure = rule.getValue();
    return factory
        .forEach(Stop.class)
        .penalize(
            rule.getKey().one(),
            stop -> measure.amount(stop, stop.assignedDay(), stop.placeBefore(), stop.start()))
        .asConstraint(rule.getKey().name());
  }

  private static Constraint ofDay(
      ConstraintFactory factory, Map.Entry<Rule, DayRules.Measure> rule) {
    DayRules.Measure measure = rule.getValue();
    return factory
        .forEach(TechnicianDay.class)
        .filter(TechnicianDay::hasWork)
        .penalize(rule.getKey().one(), day -> measure.amount(day, Timetable.of(day)))
        .asConstraint(rule.getKey().name());
  }
}
