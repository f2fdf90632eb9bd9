package io.trasa.planning.search;

/**
 * Takes strings of adjacent stops out of routes near one place: the adjacent string removal of
 * Christiaens and Vanden Berghe, Slack Induction by String Removals for Vehicle Routing Problems
 * (Transportation Science 54, 2020), with the parameters given there, but half as much again is
 * removed. Fixed stops stay; with a member of a crew all of it goes.
 */
final class Ruin {

  private static final double AVERAGE_REMOVED = 15;
  private static final double LONGEST = 10;
  private static final double SPLIT = 0.5;
  private static final double DEEPER = 0.01;

  /** How often the first route is taken out whole. */
  private static final double WHOLE = 0.01;

  private final Model model;
  private final Routes routes;
  private final Neighbours neighbours;
  private final Dice dice;
  private final OutList out;
  private final int[] ruinedAt;
  private final int[] dirtyAt;
  private final int[] dirty;
  private final int[] string;
  private final int[] tied;
  private final Ties ties;
  private int dirtyCount;
  private int tiedCount;
  private int step;

  Ruin(Routes routes, OutList out, Dice dice) {
    this.model = routes.model;
    this.routes = routes;
    this.out = out;
    this.dice = dice;
    this.neighbours = routes.neighbours;
    ruinedAt = new int[model.days];
    dirtyAt = new int[model.days];
    dirty = new int[model.days];
    string = new int[model.stops + 1];
    tied = new int[model.members.length];
    ties = new Ties(routes, dice);
  }

  /** Removes around a stop; what was removed is in the list of those that are out. */
  void around(int seed) {
    step++;
    dirtyCount = 0;
    tiedCount = 0;
    double average = (double) (model.stops - out.stops()) / Math.max(1, routes.usedDays());
    double longest = Math.max(1, Math.min(LONGEST, average));
    double mostStrings = 4 * AVERAGE_REMOVED / (1 + longest) - 1;
    int strings = (int) (1 + dice.unit() * mostStrings);
    boolean whole = dice.unit() < WHOLE;
    for (int stop : neighbours.around(seed)) {
      if (strings == 0) {
        break;
      }
      int d = routes.day[stop];
      if (d >= 0 && ruinedAt[d] != step && model.unit[stop] >= 0) {
        ruinedAt[d] = step;
        strings--;
        if (whole) {
          removeAll(d);
          whole = false;
        } else {
          remove(stop, d, longest);
        }
      }
    }
    putInOrder();
  }

  /** Takes all that is free off the days that break a rule. */
  void emptyBrokenDays() {
    int before = Integer.MAX_VALUE;
    while (routes.brokenDays > 0 && routes.brokenDays < before) {
      before = routes.brokenDays;
      step++;
      dirtyCount = 0;
      tiedCount = 0;
      for (int d = 0; d < model.days; d++) {
        if (routes.isBroken(d)) {
          removeAll(d);
        }
      }
      putInOrder();
      for (int d = 0; d < model.days; d++) {
        if (routes.isBroken(d)) {
          routes.strip(d);
        }
      }
    }
  }

  private void putInOrder() {
    for (int i = 0; i < dirtyCount; i++) {
      routes.refresh(dirty[i]);
      routes.settle(dirty[i]);
    }
    for (int i = 0; i < tiedCount; i++) {
      ties.release(tied[i]);
    }
  }

  private void removeAll(int d) {
    int home = routes.home(d);
    // What stands next may go with a crew's member; it keeps its own next.
    for (int s = routes.next[home]; s != home; s = routes.next[s]) {
      takeUnit(s);
    }
  }

  private void remove(int stop, int d, double longest) {
    int most = (int) Math.min(longest, routes.size[d]);
    int length = Math.min(most, (int) (1 + dice.unit() * most));
    int kept = 0;
    if (length > 1 && length < routes.size[d] && dice.unit() < SPLIT) {
      kept = 1;
      while (length + kept < routes.size[d] && dice.unit() < DEEPER) {
        kept++;
      }
    }
    collect(stop, d, length + kept);
    int keepFrom = kept == 0 ? length : 1 + dice.below(length - 1);
    for (int i = 0; i < length + kept; i++) {
      if (i < keepFrom || i >= keepFrom + kept) {
        takeUnit(string[i]);
      }
    }
  }

  /**
   * Fills the string with so many adjacent stops, the given one among them; the route has as many.
   */
  private void collect(int stop, int d, int count) {
    int home = routes.home(d);
    int at = dice.below(count);
    int s = stop;
    while (at > 0 && routes.prev[s] != home) {
      s = routes.prev[s];
      at--;
    }
    int end = 0;
    for (int e = s; e != home && end < count; e = routes.next[e]) {
      string[end++] = e;
    }
    // Too near the end of the route: the rest comes from before.
    while (end < count) {
      s = routes.prev[s];
      string[end++] = s;
    }
  }

  private void takeUnit(int stop) {
    int unit = model.unit[stop];
    if (unit >= 0 && routes.day[stop] >= 0 && ties.isWhole(unit)) {
      take(unit);
    }
  }

  private void take(int unit) {
    for (int member : model.members[unit]) {
      int d = routes.day[member];
      routes.take(member);
      if (dirtyAt[d] != step) {
        dirtyAt[d] = step;
        dirty[dirtyCount++] = d;
      }
    }
    out.add(unit);
    if (model.isTied(unit)) {
      tied[tiedCount++] = unit;
      int[] waiting = model.waiting[unit];
      for (int i = 0; waiting != null && i < waiting.length; i++) {
        if (!routes.isOut(waiting[i])) {
          take(waiting[i]);
        }
      }
    }
  }
}
