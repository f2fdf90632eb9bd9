package io.trasa.planning.rules;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import io.trasa.planning.problem.Stop;

/** Which visits stay out when not all fit. */
final class PlacementRules {

  private PlacementRules() {}

  static Constraint unassigned(ConstraintFactory factory) {
    return factory
        .forEachIncludingUnassigned(Stop.class)
        .filter(stop -> stop.getDay() == null)
        .penalize(Rule.UNASSIGNED.one(), Stop::points)
        .asConstraint(Rule.UNASSIGNED.name());
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
}
