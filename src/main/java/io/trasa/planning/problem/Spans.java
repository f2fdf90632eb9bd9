package io.trasa.planning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spans of time, in order and not overlapping, in seconds since the horizon's start; each is [from,
 * to).
 */
public final class Spans {

  /** One span, [from, to). */
  public record Span(int from, int to) {}

  public static final Spans NONE = new Spans(new int[0], new int[0]);

  private final int[] from;
  private final int[] to;

  private Spans(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /** Sorts the spans and joins those that touch or overlap; empty ones are kept as instants. */
  public static Spans of(List<Span> spans) {
    int[] from = new int[spans.size()];
    int[] to = new int[spans.size()];
    int count = 0;
    var sorted = spans.stream().sorted((a, b) -> Integer.compare(a.from, b.from)).toList();
    for (Span span : sorted) {
      if (count > 0 && span.from <= to[count - 1]) {
        to[count - 1] = Math.max(to[count - 1], span.to);
      } else {
        from[count] = span.from;
        to[count++] = span.to;
      }
    }
    return new Spans(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  /** What is left of them from that moment on; what ends with it stays as that moment. */
  public Spans notBefore(int first) {
    var left = new ArrayList<Span>();
    for (int i = 0; i < from.length; i++) {
      if (to[i] >= first) {
        left.add(new Span(Math.max(first, from[i]), to[i]));
      }
    }
    return of(left);
  }

  /** These and one more. */
  public Spans and(Span more) {
    var all = new ArrayList<Span>();
    for (int i = 0; i < from.length; i++) {
      all.add(new Span(from[i], to[i]));
    }
    all.add(more);
    return of(all);
  }

  public int count() {
    return from.length;
  }

  public boolean isEmpty() {
    return from.length == 0;
  }

  public int from(int i) {
    return from[i];
  }

  public int to(int i) {
    return to[i];
  }

  public int totalSeconds() {
    int seconds = 0;
    for (int i = 0; i < from.length; i++) {
      seconds += to[i] - from[i];
    }
    return seconds;
  }

  /** How many seconds of [start, end) these spans cover. */
  public int overlap(int start, int end) {
    int seconds = 0;
    for (int i = 0; i < from.length; i++) {
      seconds += Math.max(0, Math.min(end, to[i]) - Math.max(start, from[i]));
    }
    return seconds;
  }
}
