package io.trasa.planning.rules;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;

/** What an automatic plan never breaks. */
final class HardRules {

  /** Two members of a crew on one technician weigh like an hour apart. */
  private static final int SAME_PERSON_SECONDS = 3600;

  private HardRules() {}

  static Constraint skill(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .penalize(Rule.SKILL.one(), stop -> stop.missingSkillLevels(stop.assignedDay()))
        .asConstraint(Rule.SKILL.name());
  }

  static Constraint territory(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(stop -> stop.isOutsideTerritories(stop.assignedDay()))
        .penalize(Rule.TERRITORY.one())
        .asConstraint(Rule.TERRITORY.name());
  }

  static Constraint shift(ConstraintFactory factory) {
    return factory
        .forEach(TechnicianDay.class)
        .filter(day -> !day.getStops().isEmpty())
        .penalize(Rule.SHIFT.one(), day -> day.overtimeSeconds(day.homeAt()))
        .asConstraint(Rule.SHIFT.name());
  }

  static Constraint absence(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .penalize(
            Rule.ABSENCE.one(),
            stop -> stop.assignedDay().absences().overlap(stop.start(), stop.end()))
        .asConstraint(Rule.ABSENCE.name());
  }

  static Constraint timeWindow(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .penalize(Rule.TIME_WINDOW.one(), stop -> stop.secondsOutsideWindows(stop.start()))
        .asConstraint(Rule.TIME_WINDOW.name());
  }

  static Constraint pinned(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .penalize(Rule.PINNED.one(), stop -> stop.secondsOffPin(stop.assignedDay(), stop.start()))
        .asConstraint(Rule.PINNED.name());
  }

  static Constraint crew(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(Stop::isCrewed)
        .join(
            factory.forEach(Stop.class).filter(Stop::isCrewed),
            equal(Stop::visit),
            lessThan(Stop::member))
        .penalize(Rule.CREW.one(), HardRules::secondsApart)
        .asConstraint(Rule.CREW.name());
  }

  static Constraint road(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .penalize(Rule.ROAD.one(), stop -> stop.missingWays(stop.assignedDay(), stop.placeBefore()))
        .asConstraint(Rule.ROAD.name());
  }

  static int secondsApart(Stop a, Stop b) {
    boolean samePerson = a.assignedDay().technician() == b.assignedDay().technician();
    return Math.abs(a.start() - b.start()) + (samePerson ? SAME_PERSON_SECONDS : 0);
  }
}
