package io.trasa.planning.search;

import io.trasa.planning.problem.Spans;
import java.util.Arrays;

/**
 * When a stop may start, as {@link Model} wants it: from, to, from, to… with both ends included.
 */
final class StartSpans {

  private StartSpans() {}

  static int[] of(Spans windows) {
    int[] spans = new int[2 * windows.count()];
    for (int i = 0; i < windows.count(); i++) {
      spans[2 * i] = windows.from(i);
      spans[2 * i + 1] = windows.to(i);
    }
    return spans;
  }

  /**
   * What absences leave of the spans for work of that length. After one that lasts to the end of
   * the shift nobody comes back.
   */
  static int[] without(int[] spans, Spans absences, int service, int shiftEnd) {
    int[] left = spans;
    for (int i = 0; i < absences.count(); i++) {
      int firstClear = absences.to(i) < shiftEnd ? absences.to(i) : Integer.MAX_VALUE;
      left = cut(left, absences.from(i) - service, firstClear);
    }
    return left;
  }

  /** Keeps what is not after {@code lastBefore} or not before {@code firstAfter}. */
  private static int[] cut(int[] spans, int lastBefore, int firstAfter) {
    int[] left = new int[2 * spans.length];
    int count = 0;
    for (int i = 0; i < spans.length; i += 2) {
      int to = Math.min(spans[i + 1], lastBefore);
      if (spans[i] <= to) {
        left[count++] = spans[i];
        left[count++] = to;
      }
      int from = Math.max(spans[i], firstAfter);
      if (from <= spans[i + 1]) {
        left[count++] = from;
        left[count++] = spans[i + 1];
      }
    }
    return Arrays.copyOf(left, count);
  }
}
