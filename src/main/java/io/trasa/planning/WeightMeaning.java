package io.trasa.planning;

import io.trasa.planning.rules.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a weight means to a person: what so much of a rule's amount costs in minutes of driving.
 *
 * @param per of what
 * @param costMinutes with at most two decimals
 */
public record WeightMeaning(Per per, BigDecimal costMinutes) {

  private static final int SECONDS = 60;
  private static final int HECTOMETRES_IN_KILOMETRE = 10;
  private static final int PERCENT = 100;

  /** The measure that people think in. */
  public enum Per {
    MINUTE("minute"),
    KILOMETRE("kilometre"),
    DAY("day"),
    LEVEL("level"),
    /** A visit that is given to another technician today; less on later days. */
    CHANGE("change made today"),
    VISIT("visit");

    private final String word;

    Per(String word) {
      this.word = word;
    }
  }

  public static WeightMeaning of(Rule rule, long weight) {
    return switch (rule.unit()) {
      case SECONDS -> new WeightMeaning(Per.MINUTE, BigDecimal.valueOf(weight));
      case HECTOMETRES ->
          new WeightMeaning(Per.KILOMETRE, minutes(weight * HECTOMETRES_IN_KILOMETRE));
      case DAYS -> new WeightMeaning(Per.DAY, minutes(weight));
      case LEVELS -> new WeightMeaning(Per.LEVEL, minutes(weight));
      case PERCENT -> new WeightMeaning(Per.CHANGE, minutes(weight * PERCENT));
      case COUNT, PIECES, UNITS, POINTS -> new WeightMeaning(Per.VISIT, minutes(weight));
    };
  }

  /** In plain English. */
  public String sentence() {
    return costMinutes.signum() == 0
        ? "Does not count."
        : "Each %s costs as much as %s min of driving."
            .formatted(per.word, costMinutes.toPlainString());
  }

  private static BigDecimal minutes(long seconds) {
    BigDecimal exact =
        BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(SECONDS), 2, RoundingMode.HALF_UP);
    return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
  }
}
