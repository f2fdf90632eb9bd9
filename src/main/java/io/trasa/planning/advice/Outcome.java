package io.trasa.planning.advice;

import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Finding;
import java.util.List;
import java.util.SortedMap;

/**
 * What a change would make of a plan.
 *
 * @param more how much more of each rule there is than before; less where negative
 * @param routes the days that change, by their index, as they would be
 * @param ties what the rules then say of crews and visits that wait, as far as the change reaches
 */
public record Outcome(Amounts more, SortedMap<Integer, Route> routes, List<Finding> ties) {

  /** True if no hard rule is broken more than before. */
  public boolean keepsHardRules() {
    return !more.breaksHard();
  }
}
