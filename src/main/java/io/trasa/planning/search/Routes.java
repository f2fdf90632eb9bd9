package io.trasa.planning.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The routes of all days as linked lists in arrays, with what makes an insertion check O(1): per
 * stop the earliest start, forward, and the latest arrival that keeps the rest of the route in
 * time, backward (Savelsbergh 1992; with several windows the same two numbers suffice, since
 * arriving earlier is never worse). Costs that do not join, delays of urgent stops behind the
 * insertion and ways by the time of day, are walked exactly, and only where a lower bound leaves
 * hope.
 *
 * <p>{@link #begin} opens a step that {@link #rollback} undoes; only touched routes are copied.
 */
final class Routes {

  final Model model;
  final int[] next;
  final int[] prev;

  /** Of a stop; −1 while it is out. */
  final int[] day;

  final int[] size;
  long cost;
  long checks;

  private final int[] start;
  private final int[] leave;
  private final int[] latest;
  private final long[] leg;
  private final int[] loadOf;
  private final long[] costOf;
  private final boolean[] walked;

  private int[] journal = new int[1024];
  private int journalSize;
  private final int[] touchedAt;
  private int step;
  private long costBefore;

  private final int[] kindSeenAt;
  private int insertions;

  /** Where {@link #findPlace} would put the stop: after this node, at this cost; −1 for nowhere. */
  int bestAfter = -1;

  int bestDay = -1;
  long bestDelta;

  private int untilBlink = Integer.MAX_VALUE;

  Routes(Model model) {
    this.model = model;
    int nodes = model.stops + model.days;
    next = new int[nodes];
    prev = new int[nodes];
    start = new int[nodes];
    leave = new int[nodes];
    latest = new int[nodes];
    leg = new long[nodes];
    day = new int[model.stops];
    Arrays.fill(day, -1);
    size = new int[model.days];
    loadOf = new int[model.days];
    costOf = new long[model.days];
    walked = new boolean[model.days];
    touchedAt = new int[model.days];
    kindSeenAt = new int[model.days];
    for (int d = 0; d < model.days; d++) {
      next[model.stops + d] = model.stops + d;
      prev[model.stops + d] = model.stops + d;
      refresh(d);
    }
  }

  int home(int d) {
    return model.stops + d;
  }

  int startOf(int stop) {
    return start[stop];
  }

  /** Opens a step: what follows can be undone at once. */
  void begin() {
    step++;
    journalSize = 0;
    costBefore = cost;
  }

  /** Undoes everything since {@link #begin}. */
  void rollback() {
    for (int at = 0; at < journalSize; at += 2 + journal[at + 1]) {
      clear(journal[at]);
    }
    for (int at = 0; at < journalSize; at += 2 + journal[at + 1]) {
      int d = journal[at];
      for (int i = 0; i < journal[at + 1]; i++) {
        link(journal[at + 2 + i], prev[home(d)], d);
      }
      refresh(d);
    }
    journalSize = 0;
    cost = costBefore;
  }

  private void clear(int d) {
    for (int s = next[home(d)]; s < model.stops; s = next[s]) {
      day[s] = -1;
    }
    next[home(d)] = home(d);
    prev[home(d)] = home(d);
    size[d] = 0;
  }

  private void touch(int d) {
    if (touchedAt[d] == step) {
      return;
    }
    touchedAt[d] = step;
    if (journalSize + size[d] + 2 > journal.length) {
      journal = Arrays.copyOf(journal, 2 * journal.length + size[d]);
    }
    journal[journalSize++] = d;
    journal[journalSize++] = size[d];
    for (int s = next[home(d)]; s < model.stops; s = next[s]) {
      journal[journalSize++] = s;
    }
  }

  private void link(int stop, int after, int d) {
    int before = next[after];
    next[after] = stop;
    prev[stop] = after;
    next[stop] = before;
    prev[before] = stop;
    day[stop] = d;
    size[d]++;
  }

  /** Puts a stop behind a node of that day, however bad; call {@link #refresh} when done. */
  void place(int stop, int after, int d) {
    touch(d);
    link(stop, after, d);
  }

  /** Inserts a stop where it fits and brings the route's times up to date. */
  void insert(int stop, int after, int d) {
    place(stop, after, d);
    if (walked[d] || model.urgency[stop] > 0) {
      refresh(d);
    } else {
      spread(stop, d);
    }
  }

  /** What {@link #refresh} does, from an inserted stop on as far as anything changes. */
  private void spread(int stop, int d) {
    int home = home(d);
    int before = prev[stop];
    int after = next[stop];
    long costs = -leg[before];
    leg[before] = model.travelWeight * model.drive(d, before, stop, 0);
    leg[stop] = model.travelWeight * model.drive(d, stop, after, 0);
    costs += leg[before] + leg[stop];
    cost += costs;
    costOf[d] += costs;
    loadOf[d] += model.load[stop];
    for (int s = stop, from = before; s != home; from = s, s = next[s]) {
      int begun = begin(d, from, s, leave[from]);
      if (s != stop && begun == start[s]) {
        break;
      }
      start[s] = begun;
      leave[s] = begun + model.service[s];
    }
    for (int s = stop; s != home; s = prev[s]) {
      int end = model.latestDeparture(d, s, next[s], latest[next[s]]);
      int arrive = Model.latestArrival(model.spansOf(s, d), end - model.service[s]);
      if (s != stop && arrive == latest[s]) {
        break;
      }
      latest[s] = arrive;
    }
  }

  /** Takes a stop out; call {@link #refresh} for its day when all are out. */
  void take(int stop) {
    int d = day[stop];
    touch(d);
    next[prev[stop]] = next[stop];
    prev[next[stop]] = prev[stop];
    day[stop] = -1;
    size[d]--;
  }

  /** Computes times, slack and cost of one route anew. O(stops of the route). */
  void refresh(int d) {
    int home = home(d);
    start[home] = model.shiftStart[d];
    leave[home] = model.shiftStart[d];
    latest[home] = model.deadline[d];
    long costs = 0;
    int load = 0;
    boolean walk = model.ways[d].clockwork() != null;
    int before = home;
    for (int s = next[home]; s != home; s = next[s]) {
      start[s] = begin(d, before, s, leave[before]);
      leave[s] = start[s] + model.service[s];
      leg[before] =
          model.travelWeight
              * (before == home
                  ? model.driveOut(d, s, start[s])
                  : model.drive(d, before, s, leave[before]));
      costs += leg[before] + model.delayCost(s, start[s]);
      load += model.load[s];
      walk |= model.urgency[s] > 0;
      before = s;
    }
    leg[before] =
        before == home ? 0 : model.travelWeight * model.drive(d, before, home, leave[before]);
    costs += leg[before];
    for (int s = before; s != home; s = prev[s]) {
      int end = model.latestDeparture(d, s, next[s], latest[next[s]]);
      latest[s] = Model.latestArrival(model.spansOf(s, d), end - model.service[s]);
    }
    cost += costs - costOf[d];
    costOf[d] = costs;
    loadOf[d] = load;
    walked[d] = walk;
  }

  private int begin(int d, int before, int stop, int leaving) {
    return Model.start(model.spansOf(stop, d), leaving + model.drive(d, before, stop, leaving));
  }

  /** True if every stop of the route starts in time and the day ends in time. */
  boolean isInTime(int d) {
    int home = home(d);
    int last = prev[home];
    if (last == home) {
      return true;
    }
    return latest[next[home]] >= model.shiftStart[d] + model.drive(d, home, next[home], leave[home])
        && leave[last] + model.drive(d, last, home, leave[last]) <= model.deadline[d]
        && loadOf[d] <= model.capacity[d];
  }

  /**
   * Finds the cheapest place for a stop over all days that may have it; each place is overlooked
   * with the probability of a blink. The answer is in {@link #bestAfter} and its neighbours.
   *
   * @param dice null for no blinks
   * @param with stops of the same crew that are placed already, others than whose technician is
   *     needed
   */
  void findPlace(int stop, @Nullable Dice dice, double blink, int[] with) {
    bestAfter = -1;
    bestDelta = Long.MAX_VALUE;
    insertions++;
    if (dice == null) {
      untilBlink = Integer.MAX_VALUE;
    } else if (untilBlink == Integer.MAX_VALUE) {
      untilBlink = dice.failuresBefore(blink);
    }
    boolean alone = with.length == 1 && model.takenTechnicians[model.unit[stop]].length == 0;
    long[] bits = model.eligible[stop];
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        int d = (word << 6) + Long.numberOfTrailingZeros(left);
        if (size[d] == 0 && !isFirstOfKind(d)) {
          continue;
        }
        if (loadOf[d] + model.load[stop] <= model.capacity[d]
            && (alone || isOtherPerson(stop, d, with))) {
          scan(stop, d, dice, blink);
        }
      }
    }
  }

  private boolean isFirstOfKind(int d) {
    int kind = model.kind[d];
    boolean first = kindSeenAt[kind] != insertions;
    kindSeenAt[kind] = insertions;
    return first;
  }

  private boolean isOtherPerson(int stop, int d, int[] with) {
    int person = model.technician[d];
    for (int other : with) {
      if (other != stop && day[other] >= 0 && model.technician[day[other]] == person) {
        return false;
      }
    }
    for (int taken : model.takenTechnicians[model.unit[stop]]) {
      if (taken == person) {
        return false;
      }
    }
    return true;
  }

  private void scan(int stop, int d, @Nullable Dice dice, double blink) {
    Model m = model;
    int home = m.stops + d;
    int at = m.place[stop] * m.places;
    int[] in = m.ways[d].in();
    int[] out = m.ways[d].out();
    boolean exact = m.ways[d].clockwork() != null;
    boolean walk = walked[d];
    int[] spans = m.spansOf(stop, d);
    int last = spans[spans.length - 1];
    int service = m.service[stop];
    long weight = m.travelWeight;
    int p = home;
    int seen = 0;
    do {
      int q = next[p];
      int way = in[at + m.place[p]];
      int arrival =
          exact && way < Model.NEVER ? leave[p] + m.drive(d, p, stop, leave[p]) : leave[p] + way;
      if (arrival > last && way < Model.NEVER) {
        break;
      }
      seen++;
      int start = Model.start(spans, arrival);
      int onward = out[at + m.place[q]];
      int then = start + service;
      if (then + onward <= latest[q] && (!exact || then + m.drive(d, stop, q, then) <= latest[q])) {
        if (--untilBlink < 0 && dice != null) {
          untilBlink = dice.failuresBefore(blink);
        } else {
          long delta = weight * (way + onward) - leg[p] + m.delayCost(stop, start);
          if (exact || (walk && delta < bestDelta)) {
            delta = walk(stop, d, p, start);
          }
          if (delta < bestDelta) {
            bestDelta = delta;
            bestAfter = p;
            bestDay = d;
          }
        }
      }
      p = q;
    } while (p != home);
    checks += seen;
  }

  /** The exact cost of inserting: walks until the times are what they were. */
  private long walk(int stop, int d, int after, int startOfWork) {
    int home = home(d);
    long delta = model.delayCost(stop, startOfWork) - leg[after];
    delta +=
        model.travelWeight
            * (after == home
                ? model.driveOut(d, stop, startOfWork)
                : model.drive(d, after, stop, leave[after]));
    int before = stop;
    int leaving = startOfWork + model.service[stop];
    int s = next[after];
    while (true) {
      delta += model.travelWeight * model.drive(d, before, s, leaving);
      if (s == home) {
        return delta;
      }
      int begun = begin(d, before, s, leaving);
      if (begun == start[s]) {
        return delta;
      }
      delta += model.delayCost(s, begun) - model.delayCost(s, start[s]) - leg[s];
      before = s;
      leaving = begun + model.service[s];
      s = next[s];
    }
  }
}
