package io.trasa.planning.search;

/**
 * Betters routes by exchanging between two of them what stands near each other: their ends
 * (2-opt*), up to three stops in a row, either way round (or-opt, also within a route), and one
 * stop for another, each put where it fits best (swap*, Vidal 2022). What a move does to the ways
 * alone says in O(1) whether it is worth trying; it is then made on the {@link Routes}, which count
 * it in full, and undone unless every rule holds and it is cheaper. Pinned and tied stops stay;
 * breaks and calls at the depot find their places anew.
 */
final class Polish {

  private static final int LONGEST = 3;

  private final Routes routes;
  private final Model model;
  private final int[] moved;
  private final int[] others;

  Polish(Routes routes) {
    this.routes = routes;
    model = routes.model;
    moved = new int[model.stops];
    others = new int[model.stops];
  }

  /**
   * Makes the first move found that betters what stands right after a stop. It is a step of its
   * own: {@link Routes#touched} says what changed.
   *
   * @return true if there was one
   */
  boolean after(int stop) {
    if (routes.day[stop] < 0 || model.unit[stop] < 0 || routes.brokenDays > 0) {
      return false;
    }
    for (int near : routes.neighbours.beside(stop)) {
      if (routes.day[near] >= 0 && isFree(near) && isBettered(stop, near)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBettered(int stop, int near) {
    if (routes.next[stop] == near
        || !model.isAllowed(near, routes.day[stop])
        || !routes.isInTime(routes.day[stop], stop, near)) {
      return false;
    }
    return (routes.day[stop] != routes.day[near]
            && (endsSwapped(stop, near) || stopsSwapped(stop, near)))
        || rowMoved(stop, near, false)
        || rowMoved(stop, near, true);
  }

  /** The near one follows the stop, with the rest of its route; what followed takes its place. */
  private boolean endsSwapped(int stop, int near) {
    int here = routes.day[stop];
    int there = routes.day[near];
    int before = routes.prev[near];
    int after = routes.next[stop];
    long delta = way(here, stop, near) - way(here, stop, after) - way(there, before, near);
    delta += after < model.stops ? way(there, before, after) : way(there, before, home(there));
    int lastHere = routes.prev[home(here)];
    int lastThere = routes.prev[home(there)];
    delta += way(here, lastThere, home(here)) - way(there, lastThere, home(there));
    if (after < model.stops) {
      delta += way(there, lastHere, home(there)) - way(here, lastHere, home(here));
    }
    if (delta >= 0 || (after < model.stops && !routes.isInTime(there, before, after))) {
      return false;
    }
    int count = collect(near, there, here, moved);
    int otherCount = collect(after, here, there, others);
    if (count < 0 || otherCount < 0) {
      return false;
    }
    long cost = routes.cost;
    routes.begin();
    take(moved, count);
    take(others, otherCount);
    place(moved, count, stop, here);
    place(others, otherCount, before, there);
    return isKept(cost, here, there);
  }

  /** Work from a node to the end of its route; −1 if any of it may not be moved to that day. */
  private int collect(int from, int d, int to, int[] into) {
    int count = 0;
    for (int s = from; s != home(d); s = routes.next[s]) {
      if (model.own[s] < 0) {
        if (!isFree(s) || !model.isAllowed(s, to)) {
          return -1;
        }
        into[count++] = s;
      }
    }
    return count;
  }

  /** The near one takes the place of what follows the stop, which goes where it is best. */
  private boolean stopsSwapped(int stop, int near) {
    int here = routes.day[stop];
    int there = routes.day[near];
    int out = routes.next[stop];
    if (out >= model.stops || !isFree(out) || !model.isAllowed(out, there)) {
      return false;
    }
    int then = routes.next[out];
    int before = routes.prev[near];
    int after = routes.next[near];
    long onto = way(here, stop, near);
    long delta = onto + way(here, near, then) - way(here, stop, out) - way(here, out, then);
    delta += way(there, before, out) + way(there, out, after);
    delta -= way(there, before, near) + way(there, near, after);
    // Its best place may be elsewhere: by about as much better as what is near is far.
    if (delta >= onto) {
      return false;
    }
    long cost = routes.cost;
    routes.begin();
    routes.take(out);
    routes.take(near);
    routes.place(near, stop, here);
    putInOrder(here);
    putInOrder(there);
    if (routes.cost >= cost || routes.brokenDays > 0 || !routes.places.findOn(out, there)) {
      routes.rollback();
      return false;
    }
    routes.places.insert(out);
    return isKept(cost, here, there);
  }

  /** The near one follows the stop, with one or two more from after it, or else from before it. */
  private boolean rowMoved(int stop, int near, boolean reversed) {
    int here = routes.day[stop];
    int there = routes.day[near];
    int end = near;
    long within = 0;
    for (int count = 1; count <= LONGEST; count++) {
      if (count > 1) {
        int more = reversed ? routes.prev[end] : routes.next[end];
        if (more >= model.stops || !isFree(more) || !model.isAllowed(more, here)) {
          return false;
        }
        within += way(here, end, more);
        within -= reversed ? way(there, more, end) : way(there, end, more);
        end = more;
      }
      if (end == stop) {
        return false;
      }
      moved[count - 1] = end;
      // One alone has no other way round.
      if ((count > 1 || !reversed)
          && delta(stop, near, end, reversed) + within < 0
          && rowTried(stop, count, here, there)) {
        return true;
      }
    }
    return false;
  }

  private long delta(int stop, int near, int end, boolean reversed) {
    int here = routes.day[stop];
    int there = routes.day[near];
    int first = reversed ? end : near;
    int last = reversed ? near : end;
    int before = routes.prev[first];
    int after = routes.next[last];
    int then = before == stop ? after : routes.next[stop];
    // A row that stands right behind the stop, or right before it, has its leg to it once.
    if (then == first) {
      return 0;
    }
    long delta = way(here, stop, near) + way(here, end, then);
    delta -= before == stop ? way(here, last, after) : way(here, stop, then);
    delta -= way(there, before, first);
    if (before != stop) {
      delta += way(there, before, after) - way(there, last, after);
    }
    return delta;
  }

  private boolean rowTried(int stop, int count, int here, int there) {
    long cost = routes.cost;
    routes.begin();
    take(moved, count);
    place(moved, count, stop, here);
    return isKept(cost, here, there);
  }

  private void take(int[] stops, int count) {
    for (int i = 0; i < count; i++) {
      routes.take(stops[i]);
    }
  }

  private void place(int[] stops, int count, int after, int d) {
    int before = after;
    for (int i = 0; i < count; i++) {
      routes.place(stops[i], before, d);
      before = stops[i];
    }
  }

  private boolean isKept(long cost, int here, int there) {
    putInOrder(here);
    if (here != there) {
      putInOrder(there);
    }
    boolean better =
        routes.cost < cost
            && routes.brokenDays == 0
            && routes.isKept(here)
            && (here == there || routes.isKept(there));
    if (!better) {
      routes.rollback();
    }
    return better;
  }

  private void putInOrder(int d) {
    routes.refresh(d);
    routes.settle(d);
  }

  private boolean isFree(int stop) {
    int unit = model.unit[stop];
    return unit >= 0
        && !model.fixed[stop]
        && !model.isTied(unit)
        && model.members[unit].length == 1
        && model.takenTechnicians[unit].length == 0;
  }

  private int home(int d) {
    return routes.home(d);
  }

  private long way(int d, int from, int to) {
    return routes.legBetween(d, from, to);
  }
}
