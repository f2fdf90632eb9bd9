package io.trasa.routing;

import java.util.Arrays;

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

  private TravelMatrix(int size, int[] seconds, int[] metres) {
    this.size = size;
    this.seconds = seconds;
    this.metres = metres;
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
    return new TravelMatrix(size, seconds, metres);
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

  public boolean isReachable(int from, int to) {
    return seconds[from * size + to] != UNREACHABLE;
  }

  /** Driving time, or {@link #UNREACHABLE}. */
  public int seconds(int from, int to) {
    return seconds[from * size + to];
  }

  /** Driving distance, or {@link #UNREACHABLE}. */
  public int metres(int from, int to) {
    return metres[from * size + to];
  }
}
