package io.trasa.planning.search;

import java.util.Arrays;

/** What the stops of each day need of the van's parts and tools until it calls at the depot. */
final class Supplies {

  private final Routes routes;
  private final Model model;

  /** What visits before the call use of the van's parts, by day and kind. */
  private final int[][] used;

  Supplies(Routes routes) {
    this.routes = routes;
    model = routes.model;
    used = new int[model.days][];
    for (int d = 0; d < model.days; d++) {
      used[d] = new int[model.vanParts[d].length];
    }
  }

  /** Counts what the visits before the call use, or all of them if there is none. */
  void count(int d) {
    Arrays.fill(used[d], 0);
    for (int s = routes.next[routes.home(d)];
        s < model.stops && s != model.depot[d];
        s = routes.next[s]) {
      use(s, d);
    }
  }

  /** True if the van has what the stop needs beside what the others before the call need. */
  boolean isOnVan(int stop, int d) {
    int[] parts = model.parts[stop];
    for (int kind = 0; parts != null && kind < parts.length; kind++) {
      if (parts[kind] > 0 && parts[kind] > model.vanParts[d][kind] - used[d][kind]) {
        return false;
      }
    }
    return hasTools(stop, d);
  }

  private boolean hasTools(int stop, int d) {
    long[] tools = model.tools[stop];
    for (int word = 0; tools != null && word < tools.length; word++) {
      if ((tools[word] & ~model.vanTools[d][word]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** True if the day's visits need nothing but what is on the van until the call. */
  boolean isSupplied(int d) {
    for (int kind = 0; kind < used[d].length; kind++) {
      if (used[d][kind] > model.vanParts[d][kind]) {
        return false;
      }
    }
    for (int s = routes.next[routes.home(d)];
        s < model.stops && s != model.depot[d];
        s = routes.next[s]) {
      if (!hasTools(s, d)) {
        return false;
      }
    }
    return true;
  }

  /** True if all up to the node are done with what is on the van. */
  boolean isSuppliedUpTo(int node, int d) {
    Arrays.fill(used[d], 0);
    for (int s = routes.home(d); s != node; ) {
      s = routes.next[s];
      if (!isOnVan(s, d)) {
        return false;
      }
      use(s, d);
    }
    return true;
  }

  private void use(int stop, int d) {
    int[] parts = model.parts[stop];
    for (int kind = 0; parts != null && kind < parts.length; kind++) {
      used[d][kind] += parts[kind];
    }
  }
}
