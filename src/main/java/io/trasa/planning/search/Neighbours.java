package io.trasa.planning.search;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stops near each stop, nearest first, found when first asked for: those around it, and those
 * that may well come right before or right after it, near in way and in time (after Vidal, Crainic,
 * Gendreau and Prins, A hybrid genetic algorithm with adaptive diversity management, Computers
 * &amp; Operations Research 40, 2013: a part of the time that a vehicle must wait in any case
 * counts as way). Measured on the ways of the first day.
 */
final class Neighbours {

  private static final int AROUND = 250;
  private static final int BESIDE = 40;
  private static final double WAITING = 0.2;

  private final Model model;
  private final Model.Ways ways;
  private final int[] @Nullable [] around;
  private final int[] @Nullable [] beside;
  private final long[] keys;

  Neighbours(Model model) {
    this.model = model;
    ways = model.ways[0];
    around = new int[model.stops][];
    beside = new int[model.stops][];
    keys = new long[2 * AROUND];
  }

  /** The stop itself comes first. */
  int[] around(int stop) {
    int[] known = around[stop];
    if (known == null) {
      known = nearest(AROUND, s -> s == stop ? -1 : way(stop, s));
      around[stop] = known;
    }
    return known;
  }

  /** Stops that may well come right before or right after. */
  int[] beside(int stop) {
    int[] known = beside[stop];
    if (known == null) {
      known = nearest(BESIDE, s -> Math.min(nearness(s, stop), nearness(stop, s)));
      beside[stop] = known;
    }
    return known;
  }

  private int way(int from, int to) {
    return ways.out()[model.place[from] * model.places + model.place[to]];
  }

  /** {@link Model#NEVER} or more where one cannot follow the other. */
  private int nearness(int from, int to) {
    int way = way(from, to);
    int[] first = model.spans[from];
    int[] second = model.spans[to];
    int there = model.service[from] + way;
    if (from == to || first[0] + there > second[second.length - 1]) {
      return Model.NEVER;
    }
    int wait = Math.max(0, second[0] - first[first.length - 1] - there);
    return way + (int) (WAITING * wait);
  }

  private int[] nearest(int most, IntUnaryOperator distance) {
    int count = 0;
    long farthest = Long.MAX_VALUE;
    for (int s = 0; s < model.stops; s++) {
      int there = distance.applyAsInt(s);
      long key = (long) there << 32 | s;
      if (there < Model.NEVER && key < farthest && model.own[s] < 0) {
        keys[count++] = key;
        if (count == 2 * most) {
          Arrays.sort(keys, 0, count);
          count = most;
          farthest = keys[most - 1];
        }
      }
    }
    Arrays.sort(keys, 0, count);
    int[] nearest = new int[Math.min(most, count)];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = (int) keys[i];
    }
    return nearest;
  }
}
