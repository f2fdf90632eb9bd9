package io.trasa.settlement;

import java.math.BigDecimal;

/**
 * Something that does not fit together in an order that is to be settled.
 *
 * @param subject what it is about: a part, an operation, a technician's id
 * @param quantity how much of it; 0 where that says nothing
 */
public record OpenPoint(Code code, String subject, BigDecimal quantity) {

  /** What it is; some block the settlement. */
  public enum Code {
    /** Not all visits are done. */
    NOT_DONE(true),
    /** Collected for the order, neither used nor returned: released by settling, when asked. */
    PART_ON_VAN(true),
    /** The operation was not agreed and is not in the register: somebody must name its price. */
    PRICE_MISSING(false),
    /** No hourly rate is known for the technician on that day: no earnings, no labour cost. */
    RATE_MISSING(false),
    /** Nobody's time was captured. */
    NO_TIMES(false);

    private final boolean blocks;

    Code(boolean blocks) {
      this.blocks = blocks;
    }

    public boolean blocks() {
      return blocks;
    }
  }

  static OpenPoint of(Code code, String subject) {
    return new OpenPoint(code, subject, BigDecimal.ZERO);
  }
}
