package io.trasa.planning.rules;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;

/** What a plan should have, all else being equal; measured in seconds. */
final class Wishes {

  private Wishes() {}

  static Constraint travel(ConstraintFactory factory) {
    return factory
        .forEach(TechnicianDay.class)
        .filter(day -> !day.getStops().isEmpty())
        .penalize(Rule.TRAVEL.one(), TechnicianDay::driveSeconds)
        .asConstraint(Rule.TRAVEL.name());
  }

  static Constraint priority(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(Stop::isUrgent)
        .penalize(Rule.PRIORITY.one(), stop -> stop.urgentDelaySeconds(stop.start()))
        .asConstraint(Rule.PRIORITY.name());
  }
}
