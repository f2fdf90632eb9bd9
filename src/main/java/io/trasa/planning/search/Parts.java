package io.trasa.planning.search;

import java.util.Arrays;

/**
 * Cuts the routes for threads to search apart: halves them between a stop drawn at random and the
 * one farthest from it, and the halves again, each with as many stops. Empty days are dealt out
 * kind by kind; a unit that is out goes where its nearest stop is. What is tied to a route of
 * another part stays as it is while they are apart.
 */
final class Parts {

  /** How often a unit that is out goes anywhere. */
  private static final double ASTRAY = 0.1;

  private final Model model;
  private final Routes all;
  private final OutList out;
  private final Dice dice;
  private final int[] partOf;
  private final int[] days;
  private final long[] keys;
  private final int[] dealt;

  Parts(Routes all, OutList out, Dice dice) {
    this.all = all;
    this.out = out;
    this.dice = dice;
    model = all.model;
    partOf = new int[model.days];
    days = new int[model.days];
    keys = new long[model.days];
    dealt = new int[model.days];
  }

  /** The part that a day is in. */
  int of(int day) {
    return partOf[day];
  }

  /** Gives each worker a part. */
  void cut(Annealing[] workers) {
    int used = 0;
    Arrays.fill(dealt, dice.below(workers.length));
    for (int d = 0; d < model.days; d++) {
      if (all.size[d] > 0) {
        days[used++] = d;
      } else {
        partOf[d] = dealt[model.kind[d]]++ % workers.length;
      }
    }
    halve(0, used, 0, workers.length);
    boolean[] mine = new boolean[model.days];
    for (int part = 0; part < workers.length; part++) {
      for (int d = 0; d < model.days; d++) {
        mine[d] = partOf[d] == part;
      }
      workers[part].beginWith(all, mine);
    }
    for (int i = 0; i < out.count(); i++) {
      workers[partOfUnit(out.get(i), workers.length)].beginWithout(out.get(i));
    }
  }

  private int partOfUnit(int unit, int parts) {
    if (dice.unit() > ASTRAY) {
      for (int stop : all.neighbours.around(model.members[unit][0])) {
        if (all.day[stop] >= 0) {
          return partOf[all.day[stop]];
        }
      }
    }
    return dice.below(parts);
  }

  private void halve(int begin, int end, int first, int parts) {
    if (parts == 1 || end - begin < 2) {
      for (int i = begin; i < end; i++) {
        partOf[days[i]] = first;
      }
      return;
    }
    int here = stopOf(days[begin + dice.below(end - begin)]);
    int there = farthest(here, begin, end);
    int stops = 0;
    for (int i = begin; i < end; i++) {
      keys[i] = (long) nearness(days[i], here, there) << 32 | days[i];
      stops += all.size[days[i]];
    }
    Arrays.sort(keys, begin, end);
    int left = (int) ((long) stops * (parts / 2) / parts);
    int middle = begin;
    for (int i = begin; i < end; i++) {
      days[i] = (int) keys[i];
      left -= all.size[days[i]];
      middle = left >= 0 ? i + 1 : middle;
    }
    halve(begin, middle, first, parts / 2);
    halve(middle, end, first + parts / 2, parts - parts / 2);
  }

  private int stopOf(int day) {
    int s = all.next[all.home(day)];
    for (int skip = dice.below(all.size[day]); skip > 0; skip--) {
      s = all.next[s];
    }
    return s;
  }

  private int farthest(int here, int begin, int end) {
    int farthest = here;
    for (int i = begin; i < end; i++) {
      for (int s = all.next[all.home(days[i])]; s < model.stops; s = all.next[s]) {
        if (way(here, s) > way(here, farthest)) {
          farthest = s;
        }
      }
    }
    return farthest;
  }

  /** How much nearer to the one than to the other a route is on average, less if nearer. */
  private int nearness(int day, int here, int there) {
    long sum = 0;
    for (int s = all.next[all.home(day)]; s < model.stops; s = all.next[s]) {
      sum += way(here, s) - way(there, s);
    }
    return (int) (sum / all.size[day]);
  }

  private int way(int from, int to) {
    return model.ways[0].out()[model.place[from] * model.places + model.place[to]];
  }
}
