package io.trasa.planning;

import java.time.Instant;
import java.util.UUID;

/**
 * When a visit will be reached, begun and ended as far as is known now; what has happened already
 * stands with its true times.
 *
 * @param slackSeconds how much later it could begin within its window or due day; negative if it
 *     begins too late, {@link Integer#MAX_VALUE} if it may begin at any time
 */
public record Estimate(
    UUID visitId, Instant arrival, Instant start, Instant end, int slackSeconds, Risk risk) {

  /** How far the promise to the customer is in danger; of begun work none is any more. */
  public enum Risk {
    FINE,
    /** Less than a quarter of an hour of slack is left. */
    AT_RISK,
    /** It will begin after its last window or its due day. */
    LATE
  }

  private static final int SCARCE_SECONDS = 15 * 60;

  static Risk risk(int slackSeconds, boolean begun) {
    if (begun || slackSeconds >= SCARCE_SECONDS) {
      return Risk.FINE;
    }
    return slackSeconds < 0 ? Risk.LATE : Risk.AT_RISK;
  }
}
