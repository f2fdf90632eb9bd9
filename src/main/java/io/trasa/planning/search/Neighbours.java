package io.trasa.planning.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The stops near each stop, nearest first; sorted when first asked for. */
final class Neighbours {

  static final int MAX = 600;

  private final Model model;
  private final int[] @Nullable [] near;

  Neighbours(Model model) {
    this.model = model;
    near = new int[model.stops][];
  }

  /** The stop itself comes first. */
  int[] of(int stop) {
    int[] known = near[stop];
    if (known != null) {
      return known;
    }
    long[] keys = new long[model.stops];
    int[] out = model.ways[0].out();
    int at = model.place[stop] * model.places;
    for (int s = 0; s < model.stops; s++) {
      keys[s] = (long) (s == stop ? -1 : out[at + model.place[s]]) << 32 | s;
    }
    Arrays.sort(keys);
    int[] sorted = new int[Math.min(MAX, model.stops)];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (int) keys[i];
    }
    near[stop] = sorted;
    return sorted;
  }
}
