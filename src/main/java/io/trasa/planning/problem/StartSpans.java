package io.trasa.planning.problem;

import java.util.Arrays;

/**
 * When a stop may start, as plain numbers: from, to, from, to…, ascending, both ends included. It
 * starts at the first moment in them that is not before the arrival.
 */
public final class StartSpans {

  /** No time: so late that no day holds it, so small that three of them add up. */
  public static final int NEVER = 500_000_000;

  private StartSpans() {}

  /** The windows of a stop, whoever does it. */
  public static int[] of(Spans windows) {
    int[] spans = new int[2 * windows.count()];
    for (int i = 0; i < windows.count(); i++) {
      spans[2 * i] = windows.from(i);
      spans[2 * i + 1] = windows.to(i);
    }
    return spans;
  }

  /** What is left of a free stop's windows on that day, by its agreed start and {@link #cut}. */
  public static int[] of(Stop stop, TechnicianDay day) {
    Integer agreed = stop.getAgreedStart();
    int first = agreed == null ? Integer.MIN_VALUE : agreed;
    return cut(within(of(stop.windows()), first, Integer.MAX_VALUE), stop, day);
  }

  /**
   * What is left of spans on that day: by what is frozen, the contract's end, and absences. After
   * an absence that lasts to the end of the shift nobody comes back.
   */
  public static int[] cut(int[] spans, Stop stop, TechnicianDay day) {
    int service = stop.serviceSeconds(day);
    int[] left = within(spans, day.frozenUntil(), stop.when().latestEnd() - service);
    Spans absences = day.absences();
    for (int i = 0; i < absences.count(); i++) {
      int firstClear = absences.to(i) < day.shiftEnd() ? absences.to(i) : Integer.MAX_VALUE;
      left = without(left, absences.from(i) - service, firstClear);
    }
    return left;
  }

  /** Keeps what is from {@code first} to {@code last}. */
  public static int[] within(int[] spans, int first, int last) {
    int[] left = new int[spans.length];
    int count = 0;
    for (int i = 0; i < spans.length; i += 2) {
      count = add(left, count, Math.max(spans[i], first), Math.min(spans[i + 1], last));
    }
    return Arrays.copyOf(left, count);
  }

  /** Keeps what is not after {@code lastBefore} or not before {@code firstAfter}. */
  private static int[] without(int[] spans, int lastBefore, int firstAfter) {
    int[] left = new int[2 * spans.length];
    int count = 0;
    for (int i = 0; i < spans.length; i += 2) {
      count = add(left, count, spans[i], Math.min(spans[i + 1], lastBefore));
      count = add(left, count, Math.max(spans[i], firstAfter), spans[i + 1]);
    }
    return Arrays.copyOf(left, count);
  }

  private static int add(int[] spans, int count, int from, int to) {
    if (from > to) {
      return count;
    }
    spans[count] = from;
    spans[count + 1] = to;
    return count + 2;
  }

  /**
   * The latest arrival after which work can start by the limit; negative {@link #NEVER} if none.
   */
  public static int latestArrival(int[] spans, int limit) {
    for (int i = spans.length - 2; i >= 0; i -= 2) {
      if (spans[i] <= limit) {
        return Math.min(spans[i + 1], limit);
      }
    }
    return -NEVER;
  }
}
