package io.trasa.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Travel times in seconds and distances in metres between {@code size()} points, row = from, column
 * = to. Not symmetric: one-way streets make the way back another way. Eight bytes a pair. Immutable
 * once built.
 */
public final class TravelMatrix {

  /** Says that there is no way; never add it up, ask {@link #isReachable} first. */
  public static final int UNREACHABLE = -1;

  private final int size;
  private final int[] seconds;
  private final int[] metres;
  private final @Nullable Traffic traffic;

  private TravelMatrix(int size, int[] seconds, int[] metres, @Nullable Traffic traffic) {
    this.size = size;
    this.seconds = seconds;
    this.metres = metres;
    this.traffic = traffic;
  }

  /**
   * @param seconds size × size values, row by row, {@link #UNREACHABLE} where there is no way
   * @param metres the same shape
   */
  public static TravelMatrix of(int size, int[] seconds, int[] metres) {
    if (seconds.length != size * size || metres.length != size * size) {
      throw new IllegalArgumentException(
          "A matrix of %d points needs %d values, got %d seconds and %d metres."
              .formatted(size, size * size, seconds.length, metres.length));
    }
    return new TravelMatrix(size, seconds, metres, null);
  }

  /** The same ways under the traffic of some days; shares the values. */
  public TravelMatrix under(Traffic dayTraffic) {
    return new TravelMatrix(size, seconds, metres, dayTraffic);
  }

  /** Every pair unreachable but the way from a point to itself; the builder's starting point. */
  public static int[] nowhere(int size) {
    int[] values = new int[size * size];
    Arrays.fill(values, UNREACHABLE);
    for (int i = 0; i < size; i++) {
      values[i * size + i] = 0;
    }
    return values;
  }

  /** Copies part of a row into another matrix's values. */
  void copyRow(int from, int firstTo, int count, int[] intoSeconds, int[] intoMetres, int at) {
    System.arraycopy(seconds, from * size + firstTo, intoSeconds, at, count);
    System.arraycopy(metres, from * size + firstTo, intoMetres, at, count);
  }

  public int size() {
    return size;
  }

  /** True if travel times depend on when one leaves. */
  public boolean dependsOnTime() {
    return traffic != null;
  }

  public boolean isReachable(int from, int to) {
    return seconds[from * size + to] != UNREACHABLE;
  }

  /**
   * Driving time when leaving at that time, or {@link #UNREACHABLE}: the one function that
   * timetable, search and display ask. Who leaves later never arrives earlier. Without speed
   * profiles it is the time on empty roads, whenever one leaves.
   *
   * @param departure seconds since the start of the days the traffic is of
   */
  public int travel(int from, int to, int departure) {
    int empty = seconds[from * size + to];
    return traffic == null || empty == UNREACHABLE
        ? empty
        : traffic.travel(empty, from, to, departure);
  }

  /** The latest departure that arrives by that time; there must be a way. */
  public int latestDeparture(int from, int to, int arrival) {
    int empty = seconds[from * size + to];
    return traffic == null ? arrival - empty : traffic.latestDeparture(empty, from, to, arrival);
  }

  /** Driving time on empty roads, or {@link #UNREACHABLE}. */
  public int seconds(int from, int to) {
    return seconds[from * size + to];
  }

  /** Driving distance, or {@link #UNREACHABLE}. */
  public int metres(int from, int to) {
    return metres[from * size + to];
  }
}
