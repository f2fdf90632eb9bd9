package io.trasa.planning.rules;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Stop;

/** The rules that tie stops of different routes together, and the one of those on no route. */
final class TieRules {

  /** Two members of a crew on one technician, and the like, weigh like an hour. */
  private static final int WRONG_PERSON_SECONDS = 3600;

  private TieRules() {}

  static Constraint unassigned(ConstraintFactory factory) {
    return factory
        .forEachIncludingUnassigned(Stop.class)
        .filter(stop -> stop.getDay() == null)
        .penalize(Rule.UNASSIGNED.one(), Stop::points)
        .asConstraint(Rule.UNASSIGNED.name());
  }

  static Constraint crew(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(Stop::isCrewed)
        .join(
            factory.forEach(Stop.class).filter(Stop::isCrewed),
            equal(Stop::visit),
            lessThan(Stop::member))
        .penalize(Rule.CREW.one(), TieRules::secondsApart)
        .asConstraint(Rule.CREW.name());
  }

  /**
   * An assigned member of a crew that lacks another. It costs less than placing the member gained,
   * so that a crew can be put together one by one.
   */
  static Constraint crewIncomplete(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(Stop::isCrewed)
        .ifExistsIncludingUnassigned(
            Stop.class, equal(Stop::visit), filtering((stop, other) -> other.getDay() == null))
        .penalize(Rule.CREW_INCOMPLETE.one(), Stop::points)
        .asConstraint(Rule.CREW_INCOMPLETE.name());
  }

  static Constraint dependency(ConstraintFactory factory) {
    return factory
        .forEach(Dependency.class)
        .join(
            factory.forEachIncludingUnassigned(Stop.class), equal(Dependency::before, Stop::visit))
        .join(Stop.class, equal((dependency, before) -> dependency.after(), Stop::visit))
        .penalize(Rule.DEPENDENCY.one(), TieRules::secondsTooEarly)
        .asConstraint(Rule.DEPENDENCY.name());
  }

  static int secondsApart(Stop a, Stop b) {
    boolean samePerson = a.assignedDay().technician() == b.assignedDay().technician();
    return Math.abs(a.start() - b.start()) + (samePerson ? WRONG_PERSON_SECONDS : 0);
  }

  /** By how much an assigned stop starts too early after what it waits for. */
  static int secondsTooEarly(Dependency dependency, Stop before, Stop after) {
    if (before.getDay() == null) {
      return WRONG_PERSON_SECONDS;
    }
    boolean wrongPerson =
        dependency.sameTechnician()
            && before.assignedDay().technician() != after.assignedDay().technician();
    return Math.max(0, before.end() + dependency.gapSeconds() - after.start())
        + (wrongPerson ? WRONG_PERSON_SECONDS : 0);
  }
}
