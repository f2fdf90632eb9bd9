package io.trasa.planning.search;

/**
 * Remembers the best place for a stop on a route as it stood, so that only what changed is looked
 * at again: a step changes a handful of routes, and one that is undone none. A route is known by
 * its mark, a sum over its legs of products of random numbers, so there is nothing to forget when a
 * step is undone, and a route that stands as it once did is known again. Two different routes have
 * the same mark with a probability of about 2⁻⁶⁰.
 *
 * <p>Of bounded size: a few places per stop, the later taking the place of the earlier.
 */
final class Recall {

  /** Routes per stop, a power of two; 16 bytes each. */
  private static final int EACH = 64;

  private final long[] from;
  private final long[] to;
  private final long[] table;

  Recall(Model model) {
    int nodes = model.stops + model.days;
    var dice = new Dice(nodes);
    from = new long[nodes];
    to = new long[nodes];
    for (int node = 0; node < nodes; node++) {
      from[node] = dice.next();
      to[node] = dice.next() | 1;
    }
    table = new long[2 * EACH * model.stops];
  }

  /** What a leg adds to the mark of a route. */
  long leg(int fromNode, int toNode) {
    return from[fromNode] * to[toNode];
  }

  /** Where the pair is in the table; to be used with the same day's mark. */
  int slot(int stop, int day) {
    return stop * (2 * EACH) + 2 * (day & EACH - 1);
  }

  boolean knows(int slot, long mark) {
    return table[slot] == mark;
  }

  long get(int slot) {
    return table[slot + 1];
  }

  void put(int slot, long mark, long place) {
    table[slot] = mark;
    table[slot + 1] = place;
  }
}
