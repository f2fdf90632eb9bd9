package io.trasa.routing;

/**
 * How the time of day changes the time a way takes. The first half of a way is driven as is usual
 * where it begins, the second as where it ends. Who leaves later never arrives earlier: each half
 * has this property, so has their sequence, and so has rounding to whole seconds.
 */
public final class Traffic {

  private static final long MILLIS = 1000;

  private final SpeedCurve[] curves;
  private final int[] curveOf;

  /**
   * @param curves distinct ones
   * @param curveOf of each point of the matrix, the index of its curve
   */
  Traffic(SpeedCurve[] curves, int[] curveOf) {
    this.curves = curves;
    this.curveOf = curveOf;
  }

  /**
   * Seconds of a way that takes so many on empty roads.
   *
   * @param departure seconds since the start of the time axis
   */
  int travel(int seconds, int from, int to, int departure) {
    long half = seconds * MILLIS / 2;
    long middle = curves[curveOf[from]].arrival(departure * MILLIS, half);
    long arrival = curves[curveOf[to]].arrival(middle, half);
    return Math.toIntExact(Math.floorDiv(arrival + MILLIS / 2, MILLIS)) - departure;
  }

  /** The latest departure that arrives by that time; the same axis. */
  int latestDeparture(int seconds, int from, int to, int arrival) {
    long half = seconds * MILLIS / 2;
    // The last millisecond that still rounds to the arrival.
    long end = arrival * MILLIS + MILLIS / 2 - 1;
    long middle = curves[curveOf[to]].departure(end, half);
    long departure = curves[curveOf[from]].departure(middle, half);
    return Math.toIntExact(Math.floorDiv(departure, MILLIS));
  }
}
