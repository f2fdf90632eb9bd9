package io.trasa.planning;

import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import java.util.List;

/**
 * What something costs, level by level and rule by rule; negative where it saves. The rules' costs
 * add up to the levels'.
 */
public record Cost(long hard, long medium, long soft, List<OfRule> rules) {

  /**
   * One rule's share.
   *
   * @param amount in the rule's unit
   * @param cost on the rule's level
   */
  public record OfRule(Rule rule, Rule.Level level, Rule.Unit unit, long amount, long cost) {}

  static Cost of(Amounts amounts, Policy policy) {
    var sum = policy.cost(amounts);
    var rules =
        amounts.byRule().entrySet().stream()
            .map(
                e -> {
                  Rule rule = e.getKey();
                  long weight = policy.weights().getOrDefault(rule, rule.defaultWeight());
                  return new OfRule(
                      rule, rule.level(), rule.unit(), e.getValue(), e.getValue() * weight);
                })
            .toList();
    return new Cost(sum.hardScore(), sum.mediumScore(), sum.softScore(), rules);
  }
}
