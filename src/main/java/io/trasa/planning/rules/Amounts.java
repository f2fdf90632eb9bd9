package io.trasa.planning.rules;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of each rule is broken, or by how much more than before, in the rules' units. The same
 * measures as the {@link Explainer}'s, summed up; it is what thousands of tries are compared by.
 */
public final class Amounts {

  private static final Rule[] RULES = Rule.values();

  /** By the rule's ordinal; null where the rule is of another kind. */
  private static final StopRules.Measure[] OF_STOP = new StopRules.Measure[RULES.length];

  private static final DayRules.Measure[] OF_DAY = new DayRules.Measure[RULES.length];

  static {
    StopRules.ALL.forEach((rule, measure) -> OF_STOP[rule.ordinal()] = measure);
    DayRules.ALL.forEach((rule, measure) -> OF_DAY[rule.ordinal()] = measure);
  }

  public static final Amounts NONE = new Amounts(new long[RULES.length]);

  private final long[] byRule;

  private Amounts(long[] byRule) {
    this.byRule = byRule;
  }

  /** So much of one rule. */
  public static Amounts of(Rule rule, long amount) {
    long[] sums = new long[RULES.length];
    sums[rule.ordinal()] = amount;
    return new Amounts(sums);
  }

  public static Amounts of(Collection<Finding> findings) {
    long[] sums = new long[RULES.length];
    findings.forEach(finding -> sums[finding.rule().ordinal()] += finding.amount());
    return new Amounts(sums);
  }

  /** Of a technician's day with these stops and times, ties to others apart. O(stops). */
  public static Amounts ofRoute(TechnicianDay day, List<Stop> stops, Timetable times) {
    long[] sums = new long[RULES.length];
    boolean hasWork = times.hasWork();
    for (int rule = 0; rule < RULES.length; rule++) {
      StopRules.Measure measure = OF_STOP[rule];
      if (measure != null) {
        for (int i = 0; i < stops.size(); i++) {
          sums[rule] +=
              Math.max(0, measure.amount(stops.get(i), day, times.placeBefore(i), times.start(i)));
        }
      } else if (hasWork && OF_DAY[rule] != null) {
        sums[rule] = Math.max(0, OF_DAY[rule].amount(day, times));
      }
    }
    return new Amounts(sums);
  }

  public long of(Rule rule) {
    return byRule[rule.ordinal()];
  }

  public Amounts plus(Amounts other) {
    long[] sums = byRule.clone();
    for (int rule = 0; rule < sums.length; rule++) {
      sums[rule] += other.byRule[rule];
    }
    return new Amounts(sums);
  }

  public Amounts minus(Amounts other) {
    long[] sums = byRule.clone();
    for (int rule = 0; rule < sums.length; rule++) {
      sums[rule] -= other.byRule[rule];
    }
    return new Amounts(sums);
  }

  /** The rules of which there is some, or less than before, in the order of the rules. */
  public Map<Rule, Long> byRule() {
    var some = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : RULES) {
      if (of(rule) != 0) {
        some.put(rule, of(rule));
      }
    }
    return some;
  }

  /** True if a hard rule is broken, or more than before. */
  public boolean breaksHard() {
    for (Rule rule : RULES) {
      if (rule.level() == Rule.Level.HARD && of(rule) > 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amounts amounts && Arrays.equals(byRule, amounts.byRule);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(byRule);
  }

  @Override
  public String toString() {
    return byRule().toString();
  }
}
