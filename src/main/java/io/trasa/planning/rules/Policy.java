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

  /** The policy that a plan has in the solver's form. */
  public static Policy of(ConstraintWeightOverrides<HardMediumSoftScore> overrides) {
    var weights = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      HardMediumSoftScore weight = overrides.getConstraintWeight(rule.name());
      if (weight != null) {
        weights.put(rule, weight.hardScore() + weight.mediumScore() + weight.softScore());
      }
    }
    return new Policy(weights);
  }

  /** What that much of every rule costs, level by level: a score with the sign turned. */
  public HardMediumSoftScore cost(Amounts amounts) {
    long hard = 0;
    long medium = 0;
    long soft = 0;
    for (Rule rule : Rule.values()) {
      long amount = amounts.of(rule);
      if (amount != 0) {
        long cost = amount * weights.getOrDefault(rule, rule.defaultWeight());
        switch (rule.level()) {
          case HARD -> hard += cost;
          case MEDIUM -> medium += cost;
          case SOFT -> soft += cost;
        }
      }
    }
    return HardMediumSoftScore.of(hard, medium, soft);
  }

  /** The same weights in the solver's form. */
  public ConstraintWeightOverrides<HardMediumSoftScore> overrides() {
    return ConstraintWeightOverrides.of(
        weights.keySet().stream().collect(Collectors.toMap(Rule::name, this::weight)));
  }
}
