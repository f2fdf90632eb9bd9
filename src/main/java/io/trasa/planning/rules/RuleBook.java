package io.trasa.planning.rules;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** Every rule as the solver sees it. */
public final class RuleBook implements ConstraintProvider {

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      HardRules.skill(factory),
      HardRules.territory(factory),
      HardRules.shift(factory),
      HardRules.absence(factory),
      HardRules.timeWindow(factory),
      HardRules.pinned(factory),
      HardRules.crew(factory),
      HardRules.road(factory),
      PlacementRules.unassigned(factory),
      PlacementRules.crewIncomplete(factory),
      Wishes.travel(factory),
      Wishes.priority(factory),
    };
  }
}
