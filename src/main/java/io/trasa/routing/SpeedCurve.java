package io.trasa.routing;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/**
 * How far one gets when: the speed, relative to empty roads, over a time axis. Travel is the
 * integral of speed over time, so who leaves later never arrives earlier (Ichoua, Gendreau, Potvin:
 * Vehicle dispatching with time-dependent travel times, 2003). All in whole numbers, times in
 * milliseconds, progress in millionths of milliseconds of an empty road, so that this holds
 * exactly.
 */
final class SpeedCurve {

  private static final long EMPTY_ROAD = 1_000_000;

  /**
   * A time in which ways take another time.
   *
   * @param from milliseconds on the axis
   * @param to after from
   * @param percent of the time on empty roads
   */
  record Span(long from, long to, int percent) {}

  private final long[] at;
  private final long[] progress;
  private final long[] speed;

  private SpeedCurve(long[] at) {
    this.at = at;
    progress = new long[at.length];
    speed = new long[at.length];
  }

  /** Where spans overlap, the slowest counts. */
  static SpeedCurve of(Collection<Span> spans) {
    var times = new TreeSet<Long>();
    for (Span span : spans) {
      times.add(span.from());
      times.add(span.to());
    }
    var curve = new SpeedCurve(times.stream().mapToLong(Long::longValue).toArray());
    for (int i = 0; i < curve.at.length; i++) {
      long time = curve.at[i];
      int percent =
          spans.stream()
              .filter(span -> span.from() <= time && time < span.to())
              .mapToInt(Span::percent)
              .max()
              .orElse(100);
      curve.speed[i] = EMPTY_ROAD * 100 / percent;
      curve.progress[i] =
          i == 0
              ? time * EMPTY_ROAD
              : curve.progress[i - 1] + (time - curve.at[i - 1]) * curve.speed[i - 1];
    }
    return curve;
  }

  /** When a way that takes so long on empty roads ends, if it begins at that time. */
  long arrival(long departure, long millis) {
    long goal = progressAt(departure) + millis * EMPTY_ROAD;
    int piece = piece(progress, goal);
    // Rounded up: at that millisecond the goal is reached.
    return piece < 0
        ? Math.ceilDiv(goal, EMPTY_ROAD)
        : at[piece] + Math.ceilDiv(goal - progress[piece], speed[piece]);
  }

  /** The latest time at which such a way may begin to end at that time or before. */
  long departure(long arrival, long millis) {
    long start = progressAt(arrival) - millis * EMPTY_ROAD;
    int piece = piece(progress, start);
    return piece < 0
        ? Math.floorDiv(start, EMPTY_ROAD)
        : at[piece] + Math.floorDiv(start - progress[piece], speed[piece]);
  }

  private long progressAt(long time) {
    int piece = piece(at, time);
    return piece < 0 ? time * EMPTY_ROAD : progress[piece] + (time - at[piece]) * speed[piece];
  }

  /** The piece that holds the value; −1 before the first. */
  private static int piece(long[] begins, long value) {
    int found = Arrays.binarySearch(begins, value);
    return found >= 0 ? found : -found - 2;
  }
}
