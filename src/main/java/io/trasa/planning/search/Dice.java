package io.trasa.planning.search;

/** Fast pseudo-random numbers, the same for the same seed (xorshift64*, Vigna 2016). */
final class Dice {

  private static final long MULTIPLIER = 0x2545F4914F6CDD1DL;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  Dice(long seed) {
    // Neighbouring seeds must not begin alike; and the state must not be zero.
    long mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    state = (mixed ^ (mixed >>> 31)) | 1;
  }

  long next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return state * MULTIPLIER;
  }

  /** From 0 to bound − 1; bound is positive. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** In (0, 1]. */
  double unit() {
    return ((next() >>> 11) + 1) * UNIT;
  }

  /** How often something of this probability fails to happen until it does. */
  int failuresBefore(double probability) {
    return (int) Math.min(Integer.MAX_VALUE, Math.log(unit()) / Math.log1p(-probability));
  }
}
