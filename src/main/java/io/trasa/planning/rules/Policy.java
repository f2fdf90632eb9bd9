package io.trasa.planning.rules;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What each rule weighs: what one unit of its amount costs, on its own level. */
public record Policy(Map<Rule, Long> weights) {

  /** Weights left out are the rules' default ones. */
  public Policy {
    var all = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      all.put(rule, weights.getOrDefault(rule, rule.defaultWeight()));
    }
    weights = Map.copyOf(all);
  }

  public static Policy standard() {
    return new Policy(Map.of());
  }

  public HardMediumSoftScore weight(Rule rule) {
    return rule.one().multiply(weights.getOrDefault(rule, rule.defaultWeight()));
  }

  /** The same weights in the solver's form. */
  public ConstraintWeightOverrides<HardMediumSoftScore> overrides() {
    return ConstraintWeightOverrides.of(
        weights.keySet().stream().collect(Collectors.toMap(Rule::name, this::weight)));
  }
}
