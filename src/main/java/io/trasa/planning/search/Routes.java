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
 * <p>What a route decides alone, the best place for a stop on it, is known again while the route
 * stands as it did ({@link Recall}).
 *
 * <p>{@link #begin} opens a step that {@link #rollback} undoes; only touched routes are copied.
 */
final class Routes {

  /** Of a place as one number: its node; the rest is its cost, up to 2⁴² either way. */
  private static final int NODE_BITS = 20;

  /** With no more used days than that, all are looked at. */
  private static final int FEW = 40;

  /** How often all days are looked at nevertheless. */
  private static final double WIDE = 0.01;

  /** So many empty days are looked at, each of another kind. */
  private static final int MOST_KINDS = 8;

  private static final int EMPTY = -1;
  private static final int HIDDEN = -2;
  private static final int[] NOBODY = {};

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
  private final int[] touched;
  private int touchedCount;
  private int step;
  private long costBefore;

  final Neighbours neighbours;

  /** What stands on each route, as a number. */
  private final long[] mark;

  private final Recall recall;

  /** Days with stops, in no order, and where in it each day is. */
  private final int[] used;

  private final int[] usedAt;
  private int usedCount;

  /** Days by kind, the empty ones of each first, and where in it each day is. */
  private final int[] byKind;

  private final int[] byKindAt;
  private final int[] kindBegin;
  private final int[] kindEmpty;

  /** Kinds with an empty day, in no order, and where in it each kind is. */
  private final int[] kindsOpen;

  private final int[] kindsOpenAt;
  private int openKinds;

  private final int[] dayAskedAt;
  private int asked;

  /** Where {@link #findPlace} would put the stop: after this node, at this cost; −1 for nowhere. */
  int bestAfter = -1;

  int bestDay = -1;
  private long best;

  private int untilBlink = Integer.MAX_VALUE;

  Routes(Model model) {
    this(model, new Neighbours(model));
  }

  Routes(Model model, Neighbours neighbours) {
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
    touched = new int[model.days];
    this.neighbours = neighbours;
    used = new int[model.days];
    usedAt = new int[model.days];
    Arrays.fill(usedAt, EMPTY);
    mark = new long[model.days];
    recall = new Recall(model);
    dayAskedAt = new int[model.days];
    byKind = new int[model.days];
    byKindAt = new int[model.days];
    kindBegin = new int[model.days];
    kindEmpty = new int[model.days];
    kindsOpen = new int[model.days];
    kindsOpenAt = new int[model.days];
    sortByKind();
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
    touchedCount = 0;
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
    close(d);
  }

  private void sortByKind() {
    for (int kind : model.kind) {
      kindEmpty[kind]++;
    }
    int begin = 0;
    for (int kind = 0; kind < model.days; kind++) {
      kindBegin[kind] = begin;
      begin += kindEmpty[kind];
      kindEmpty[kind] = 0;
    }
    for (int d = 0; d < model.days; d++) {
      int kind = model.kind[d];
      byKindAt[d] = kindBegin[kind] + kindEmpty[kind];
      byKind[byKindAt[d]] = d;
      if (kindEmpty[kind]++ == 0) {
        kindsOpenAt[kind] = openKinds;
        kindsOpen[openKinds++] = kind;
      }
    }
  }

  /**
   * Takes over some days of another's routes.
   *
   * @param mine by day; the others are as if they were not there
   */
  void copy(Routes other, boolean[] mine) {
    for (int d = 0; d < model.days; d++) {
      clear(d);
      refresh(d);
      if (mine[d] && usedAt[d] == HIDDEN) {
        usedAt[d] = EMPTY;
        offer(d);
      } else if (!mine[d] && usedAt[d] == EMPTY) {
        usedAt[d] = HIDDEN;
        withdraw(d);
      }
    }
    for (int d = 0; d < model.days; d++) {
      if (mine[d]) {
        copy(other, d);
      }
    }
  }

  /** Takes over the route of a day that is empty here. */
  void copy(Routes other, int d) {
    for (int s = other.next[home(d)]; s < model.stops; s = other.next[s]) {
      link(s, prev[home(d)], d);
    }
    refresh(d);
  }

  /** Leaves all routes empty, fixed stops too. */
  void clear() {
    for (int d = 0; d < model.days; d++) {
      clear(d);
      refresh(d);
    }
  }

  /** Weighted travel and delays per leg, at least 1. */
  double averageLeg() {
    int legs = usedCount;
    for (int d = 0; d < model.days; d++) {
      legs += size[d];
    }
    return Math.max(1, (double) cost / Math.max(1, legs));
  }

  /** How many days have changed since {@link #begin}. */
  int touchedCount() {
    return touchedCount;
  }

  int touched(int i) {
    return touched[i];
  }

  private void open(int d) {
    if (usedAt[d] >= 0) {
      return;
    }
    usedAt[d] = usedCount;
    used[usedCount++] = d;
    withdraw(d);
  }

  /** Takes an empty day from those of its kind that wait for a stop. */
  private void withdraw(int d) {
    int kind = model.kind[d];
    swapByKind(d, kindBegin[kind] + --kindEmpty[kind]);
    if (kindEmpty[kind] == 0) {
      int last = kindsOpen[--openKinds];
      kindsOpen[kindsOpenAt[kind]] = last;
      kindsOpenAt[last] = kindsOpenAt[kind];
    }
  }

  private void offer(int d) {
    int kind = model.kind[d];
    swapByKind(d, kindBegin[kind] + kindEmpty[kind]);
    if (kindEmpty[kind]++ == 0) {
      kindsOpenAt[kind] = openKinds;
      kindsOpen[openKinds++] = kind;
    }
  }

  private void swapByKind(int d, int at) {
    int other = byKind[at];
    byKind[byKindAt[d]] = other;
    byKindAt[other] = byKindAt[d];
    byKind[at] = d;
    byKindAt[d] = at;
  }

  private void close(int d) {
    int hole = usedAt[d];
    if (hole >= 0) {
      int last = used[--usedCount];
      used[hole] = last;
      usedAt[last] = hole;
      usedAt[d] = EMPTY;
      offer(d);
    }
  }

  /** How many days have stops. */
  int usedDays() {
    return usedCount;
  }

  private void touch(int d) {
    if (touchedAt[d] == step) {
      return;
    }
    touchedAt[d] = step;
    touched[touchedCount++] = d;
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
    open(d);
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
    mark[d] += recall.leg(before, stop) + recall.leg(stop, after) - recall.leg(before, after);
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
    if (size[d] == 0) {
      close(d);
    }
  }

  /** Computes times, slack and cost of one route anew. O(stops of the route). */
  void refresh(int d) {
    int home = home(d);
    start[home] = model.shiftStart[d];
    leave[home] = model.shiftStart[d];
    latest[home] = model.deadline[d];
    long costs = 0;
    int load = 0;
    long legs = 0;
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
      legs += recall.leg(before, s);
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
    mark[d] = legs + recall.leg(before, home);
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
   * Finds the cheapest place for a stop over the days that may have it; the cheapest of a day is
   * overlooked with the probability of a blink. Looks on the days of stops that are near it in way
   * and in time and at empty days; at all days now and then, and if there is no place on those. The
   * answer is in {@link #bestAfter} and {@link #bestDay}.
   *
   * @param dice null for no blinks, and for everywhere
   * @param with stops of the same crew that are placed already, others than whose technician is
   *     needed
   */
  void findPlace(int stop, @Nullable Dice dice, double blink, int[] with) {
    bestAfter = -1;
    best = Long.MAX_VALUE;
    if (dice == null) {
      untilBlink = Integer.MAX_VALUE;
    } else if (untilBlink == Integer.MAX_VALUE) {
      untilBlink = dice.failuresBefore(blink);
    }
    boolean alone = with.length == 1 && model.takenTechnicians[model.unit[stop]].length == 0;
    int[] people = alone ? NOBODY : with;
    asked++;
    boolean everywhere = dice == null || usedCount <= FEW || dice.unit() < WIDE;
    if (!everywhere) {
      for (int near : neighbours.beside(stop)) {
        int d = day[near];
        if (d >= 0 && dayAskedAt[d] != asked) {
          dayAskedAt[d] = asked;
          consider(stop, d, people, dice, blink);
        }
      }
    }
    if (everywhere || bestAfter < 0) {
      for (int i = 0; i < usedCount; i++) {
        if (dayAskedAt[used[i]] != asked) {
          consider(stop, used[i], people, dice, blink);
        }
      }
    }
    int count = everywhere ? openKinds : Math.min(openKinds, MOST_KINDS);
    int at = count < openKinds && dice != null ? dice.below(openKinds) : 0;
    for (int i = 0; i < count; i++) {
      int kind = kindsOpen[at];
      at = at + 1 < openKinds ? at + 1 : 0;
      consider(stop, byKind[kindBegin[kind]], people, dice, blink);
    }
  }

  private void consider(int stop, int d, int[] with, @Nullable Dice dice, double blink) {
    if (!mayTake(stop, d, with)) {
      return;
    }
    int slot = recall.slot(stop, d);
    long place;
    if (recall.knows(slot, mark[d])) {
      place = recall.get(slot);
    } else {
      place = scan(stop, d, -1);
      recall.put(slot, mark[d], place);
    }
    if (place < best && --untilBlink < 0 && dice != null) {
      untilBlink = dice.failuresBefore(blink);
      place = scan(stop, d, after(place));
    }
    if (place < best) {
      best = place;
      bestAfter = after(place);
      bestDay = d;
    }
  }

  private static int after(long place) {
    return (int) place & (1 << NODE_BITS) - 1;
  }

  private boolean mayTake(int stop, int d, int[] with) {
    return loadOf[d] + model.load[stop] <= model.capacity[d]
        && model.isAllowed(stop, d)
        && (with.length == 0 || isOtherPerson(stop, d, with));
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

  /**
   * The cheapest place on a route as {@code delta << NODE_BITS | after}, so that less is better;
   * {@link Long#MAX_VALUE} for none.
   *
   * @param overlooked not after this node
   */
  private long scan(int stop, int d, int overlooked) {
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
    int done = spans[0] + service;
    long weight = m.travelWeight;
    long bestDelta = Long.MAX_VALUE;
    int bestNode = -1;
    int p = home;
    int seen = 0;
    do {
      int q = next[p];
      seen++;
      if (done > latest[q]) {
        p = q;
        continue;
      }
      int way = in[at + m.place[p]];
      int arrival =
          exact && way < Model.NEVER ? leave[p] + m.drive(d, p, stop, leave[p]) : leave[p] + way;
      if (arrival > last && way < Model.NEVER) {
        break;
      }
      int start = Model.start(spans, arrival);
      int onward = out[at + m.place[q]];
      int then = start + service;
      if (then + onward <= latest[q]
          && (!exact || then + m.drive(d, stop, q, then) <= latest[q])
          && p != overlooked) {
        long delta = weight * (way + onward) - leg[p] + m.delayCost(stop, start);
        if (exact || (walk && delta < bestDelta)) {
          delta = walk(stop, d, p, start);
        }
        if (delta < bestDelta) {
          bestDelta = delta;
          bestNode = p;
        }
      }
      p = q;
    } while (p != home);
    checks += seen;
    return bestNode < 0 ? Long.MAX_VALUE : bestDelta << NODE_BITS | bestNode;
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
