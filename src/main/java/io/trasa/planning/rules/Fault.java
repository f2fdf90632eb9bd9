package io.trasa.planning.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a visit before anything is planned.
 *
 * @param other the visit that it does not go together with; null where it is wrong by itself
 */
public record Fault(Kind kind, UUID visit, @Nullable UUID other) {

  /** What can be wrong. */
  public enum Kind {
    /** Its work takes no time, or less. */
    NO_DURATION,
    /** Nobody has the skills, serves the territory and is allowed there. */
    NOBODY_MAY,
    /** Fewer people may do it than its crew has. */
    CREW_TOO_LARGE,
    /** Its work is longer than the shift of anybody who may do it. */
    TOO_LONG,
    /** Nobody who may do it gets there in its times and home again within the shift. */
    OUT_OF_REACH,
    /** It waits for itself, by way of others or not, or for a visit that does. */
    WAITS_IN_CIRCLE,
    /** It cannot wait for the other: their times or their people contradict each other. */
    CONTRADICTION,
    /** It waits for a visit that is left out. */
    WAITS_IN_VAIN,
    /** Its pin cannot be kept: beside the other one, with its crew, or at all. */
    PINS_CLASH,
    /** It is pinned to somebody who has no shift then. */
    PINNED_TO_NOBODY;

    /** False if the visit stays in the plan all the same: a pin is never given up. */
    public boolean leavesOut() {
      return this != PINS_CLASH && this != PINNED_TO_NOBODY;
    }
  }
}
