package io.trasa.planning.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The routes of all days as linked lists in arrays, with what makes an insertion check O(1): per
 * stop the earliest start, forward, and the latest arrival that keeps the rest of the route in
 * time, backward (Savelsbergh 1992; with several windows the same two numbers suffice, since
 * arriving earlier is never worse). Where costs or times do not join, on rich days and behind timed
 * stops, these numbers and a lower bound rule places out, and what is left is counted in full.
 *
 * <p>Breaks and calls at the depot stand on the routes too; after the last visit they are not
 * taken. Bounds agreed between routes (crews, visits that wait for others) are kept per stop.
 *
 * <p>What a route decides alone, the best place for a stop on it, is known again while the route
 * stands as it did ({@link Recall}).
 *
 * <p>{@link #begin} opens a step that {@link #rollback} undoes; only touched routes are copied.
 */
final class Routes {

  private static final long INFEASIBLE = Long.MAX_VALUE;

  /** Of a place as one number: its node; the rest is its cost, up to 2⁴² either way. */
  private static final int NODE_BITS = 20;

  /** Stands for the node of a place that is not known, only that its cost is no less. */
  private static final int NOWHERE = (1 << NODE_BITS) - 1;

  /** With no more used days than that, all are looked at. */
  private static final int FEW = 40;

  /** How often all days are looked at nevertheless. */
  private static final double WIDE = 0.01;

  /** So many empty days are looked at, each of another kind. */
  private static final int MOST_KINDS = 8;

  /** Of a stop that has no place near: how often it waits till all days are looked at again. */
  private static final int PATIENCE = 20;

  private static final int EMPTY = -1;
  private static final int HIDDEN = -2;

  /** The day of a stop that is on routes that another has. */
  private static final int AWAY = -2;

  private static final int[] NOBODY = {};

  final Model model;
  final int[] next;
  final int[] prev;

  /** Of a stop; −1 while it is out. */
  final int[] day;

  /** Visits of a day. */
  final int[] size;

  /**
   * How many days break a rule that they should keep: a way round may be shorter than the straight
   * one, so that even taking a stop out can make the next one late.
   */
  int brokenDays;

  long cost;
  long checks;

  /** Where the technician is at a node. */
  private final int[] at;

  private final int[] start;
  private final int[] leave;
  private final int[] latest;
  private final long[] leg;

  /** Sums from home up to a node, exact on days that are counted in full. */
  private final int[] driven;

  private final int[] worked;
  private final int[] paused;
  private final long[] spent;

  /** The earliest and the latest start that was agreed with others. */
  private final int[] low;

  private final int[] high;

  private final int[] loadOf;
  private final long[] costOf;
  private final boolean[] walked;
  private final boolean[] broken;

  /** What a later start could save on a day at most. */
  private final long[] slackCost;

  /** What visits before the call use of the van's parts, by kind. */
  private final int[][] used;

  private int[] journal = new int[1024];
  private int journalSize;
  private int[] ties = new int[64];
  private int tiesSize;
  private final int[] touchedAt;
  private final int[] touched;
  private int touchedCount;
  private int step;
  private long costBefore;

  final Neighbours neighbours;

  /** What stands on each route, as a number. */
  private final long[] mark;

  private final Recall recall;

  /** Days with stops, in no order, and where in it each day is; −1 for an empty one. */
  private final int[] usedDays;

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

  private final int[] patience;
  private final int[] dayAskedAt;
  private int asked;

  /** A row of nodes that might follow, with its places and starts. */
  private int[] row = new int[64];

  private int[] rowAt = new int[64];
  private int[] rowStart = new int[64];

  /** Where {@link #findPlace} would put the stop: after this node, at this cost; −1 for nowhere. */
  int bestAfter = -1;

  int bestDay = -1;
  private long best;

  /** Of the next best day. */
  private long second;

  /** Where {@link #scanWithCall} would put the call. */
  private int callAfter = -1;

  /** Only this technician's days are looked at; −1 for all. */
  int onlyPerson = -1;

  private int untilBlink = Integer.MAX_VALUE;

  Routes(Model model) {
    this(model, new Neighbours(model));
  }

  Routes(Model model, Neighbours neighbours) {
    this.model = model;
    this.neighbours = neighbours;
    int nodes = model.stops + model.days;
    next = new int[nodes];
    prev = new int[nodes];
    at = new int[nodes];
    start = new int[nodes];
    leave = new int[nodes];
    latest = new int[nodes];
    leg = new long[nodes];
    driven = new int[nodes];
    worked = new int[nodes];
    paused = new int[nodes];
    spent = new long[nodes];
    low = model.firstStart.clone();
    high = model.lastStart.clone();
    day = new int[model.stops];
    Arrays.fill(day, -1);
    size = new int[model.days];
    loadOf = new int[model.days];
    costOf = new long[model.days];
    walked = new boolean[model.days];
    broken = new boolean[model.days];
    slackCost = new long[model.days];
    used = new int[model.days][];
    touchedAt = new int[model.days];
    touched = new int[model.days];
    usedDays = new int[model.days];
    usedAt = new int[model.days];
    Arrays.fill(usedAt, EMPTY);
    mark = new long[model.days];
    recall = new Recall(model);
    patience = new int[model.stops];
    dayAskedAt = new int[model.days];
    byKind = new int[model.days];
    byKindAt = new int[model.days];
    kindBegin = new int[model.days];
    kindEmpty = new int[model.days];
    kindsOpen = new int[model.days];
    kindsOpenAt = new int[model.days];
    sortByKind();
    for (int d = 0; d < model.days; d++) {
      int home = home(d);
      next[home] = home;
      prev[home] = home;
      used[d] = new int[model.vanParts[d].length];
      for (int pause : model.breaks[d]) {
        link(pause, prev[home], d);
      }
      refreshFully(d);
    }
  }

  int home(int d) {
    return model.stops + d;
  }

  /** True if all of a unit is on these routes. */
  boolean isPlaced(int unit) {
    for (int member : model.members[unit]) {
      if (day[member] < 0) {
        return false;
      }
    }
    return true;
  }

  /** True if a unit is on no route, of another neither. */
  boolean isOut(int unit) {
    return day[model.members[unit][0]] == -1;
  }

  int startOf(int stop) {
    return start[stop];
  }

  int endOf(int stop) {
    return leave[stop];
  }

  /** The start that was agreed with others; {@link Integer#MIN_VALUE} if none was. */
  int agreedStart(int stop) {
    return low[stop];
  }

  int latestAgreedStart(int stop) {
    return high[stop];
  }

  private boolean isWork(int node) {
    return node < model.stops && model.own[node] < 0;
  }

  private boolean isOwn(int node) {
    return node < model.stops && model.own[node] >= 0;
  }

  /** Opens a step: what follows can be undone at once. */
  void begin() {
    step++;
    journalSize = 0;
    tiesSize = 0;
    touchedCount = 0;
    costBefore = cost;
  }

  /** Undoes everything since {@link #begin}. */
  void rollback() {
    while (tiesSize > 0) {
      tiesSize -= 3;
      low[ties[tiesSize]] = ties[tiesSize + 1];
      high[ties[tiesSize]] = ties[tiesSize + 2];
    }
    for (int i = 0; i < journalSize; i += 2 + journal[i + 1]) {
      clear(journal[i]);
    }
    for (int i = 0; i < journalSize; i += 2 + journal[i + 1]) {
      int d = journal[i];
      for (int j = 0; j < journal[i + 1]; j++) {
        link(journal[i + 2 + j], prev[home(d)], d);
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
    clear();
    for (int s = 0; s < model.stops; s++) {
      day[s] = other.day[s] == -1 || mine[Math.max(0, other.day[s])] ? -1 : AWAY;
    }
    for (int d = 0; d < model.days; d++) {
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
      low[s] = other.low[s];
      high[s] = other.high[s];
    }
    refresh(d);
  }

  /** Leaves all routes empty, fixed stops and breaks too. */
  void clear() {
    System.arraycopy(model.firstStart, 0, low, 0, low.length);
    System.arraycopy(model.lastStart, 0, high, 0, high.length);
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
    usedDays[usedCount++] = d;
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
      int last = usedDays[--usedCount];
      usedDays[hole] = last;
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
    int begin = journalSize;
    append(d);
    append(0);
    for (int s = next[home(d)]; s < model.stops; s = next[s]) {
      append(s);
    }
    journal[begin + 1] = journalSize - begin - 2;
  }

  private void append(int value) {
    if (journalSize == journal.length) {
      journal = Arrays.copyOf(journal, 2 * journalSize);
    }
    journal[journalSize++] = value;
  }

  /** Agrees on when a stop may start; call {@link #refresh} for its day when all is agreed. */
  void bound(int stop, int earliest, int last) {
    if (day[stop] >= 0) {
      touch(day[stop]);
    }
    if (tiesSize + 3 > ties.length) {
      ties = Arrays.copyOf(ties, 2 * tiesSize);
    }
    ties[tiesSize] = stop;
    ties[tiesSize + 1] = low[stop];
    ties[tiesSize + 2] = high[stop];
    tiesSize += 3;
    low[stop] = Math.max(earliest, model.firstStart[stop]);
    high[stop] = Math.min(last, model.lastStart[stop]);
  }

  void unbound(int stop) {
    bound(stop, model.firstStart[stop], model.lastStart[stop]);
  }

  private void link(int stop, int after, int d) {
    int before = next[after];
    next[after] = stop;
    prev[stop] = after;
    next[stop] = before;
    prev[before] = stop;
    day[stop] = d;
    if (isWork(stop) && size[d]++ == 0) {
      open(d);
    }
  }

  private void unlink(int stop) {
    int d = day[stop];
    next[prev[stop]] = next[stop];
    prev[next[stop]] = prev[stop];
    day[stop] = -1;
    if (isWork(stop) && --size[d] == 0) {
      close(d);
    }
  }

  /** Puts a stop behind a node of that day, however bad; call {@link #refresh} when done. */
  void place(int stop, int after, int d) {
    touch(d);
    link(stop, after, d);
  }

  /** Gives a day a route, in which its breaks are anyway; those not named come last. */
  void fill(int d, int[] route) {
    for (int s : route) {
      if (model.own[s] < 0 || model.own[s] == d) {
        if (day[s] == d) {
          unlink(s);
        }
        link(s, prev[home(d)], d);
      }
    }
    for (int pause : model.breaks[d]) {
      if (Arrays.stream(route).noneMatch(s -> s == pause)) {
        postpone(pause, d);
      }
    }
    refresh(d);
  }

  /** Leaves of a day only what is pinned, and puts its breaks where they are not taken. */
  void strip(int d) {
    int home = home(d);
    for (int s = next[home]; s != home; s = next[s]) {
      if (!model.fixed[s] && (model.own[s] < 0 || s == model.depot[d])) {
        take(s);
        unbound(s);
      }
    }
    for (int pause : model.breaks[d]) {
      postpone(pause, d);
    }
    refresh(d);
    settle(d);
  }

  private void postpone(int pause, int d) {
    unlink(pause);
    link(pause, prev[home(d)], d);
  }

  /** Inserts a stop where {@link #findPlace} found and brings the route's times up to date. */
  void insertAtBest(int stop) {
    int after = bestAfter;
    int d = bestDay;
    if (needsCall(stop, d)) {
      int call = model.depot[d];
      after = after(scanWithCall(stop, d, -1, Long.MAX_VALUE));
      place(call, callAfter, d);
      after = after == callAfter ? call : after;
    }
    place(stop, after, d);
    if (model.rich[d]) {
      refresh(d);
      settle(d);
    } else if (walked[d] || model.timing[stop] != null) {
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
    at[stop] = model.place[stop];
    int leaving = leave[before];
    long costs = -leg[before];
    leg[before] = legCost(d, at[before], at[stop], leaving);
    leg[stop] = after == home ? legHome(d, at[stop], 0) : legCost(d, at[stop], at[after], 0);
    costs += leg[before] + leg[stop] + model.stopCost(stop, d, 0);
    cost += costs;
    costOf[d] += costs;
    loadOf[d] += model.load[stop];
    mark[d] += recall.leg(before, stop) + recall.leg(stop, after) - recall.leg(before, after);
    mark[d] += bounds(stop);
    for (int s = stop, from = before; s != home; from = s, s = next[s]) {
      int begun = start(s, d, leave[from] + model.drive(d, at[from], at[s], leave[from]));
      if (s != stop && begun == start[s]) {
        break;
      }
      start[s] = begun;
      leave[s] = begun + model.serviceOf(s, d);
    }
    for (int s = stop; s != home; s = prev[s]) {
      int arrive = latestArrival(s, d, latestLeave(d, s, next[s]));
      if (s != stop && arrive == latest[s]) {
        break;
      }
      latest[s] = arrive;
    }
  }

  private long legCost(int d, int from, int to, int leaving) {
    return model.travelWeight * model.drive(d, from, to, leaving) + model.toll(d, from, to);
  }

  /** What a leg between two nodes would cost on a day; to its home is to where it ends. */
  long legBetween(int d, int from, int to) {
    return to == home(d)
        ? legHome(d, at[from], leave[from])
        : legCost(d, at[from], at[to], leave[from]);
  }

  /** True if what stands there now could be reached in time right after the other on that day. */
  boolean isInTime(int d, int from, int to) {
    return leave[from] + model.drive(d, at[from], at[to], leave[from]) <= latest[to];
  }

  private long legHome(int d, int from, int leaving) {
    return model.endPlace[d] < 0 ? 0 : legCost(d, from, model.endPlace[d], leaving);
  }

  /** What was agreed on for a stop, as a part of its route's mark. */
  private long bounds(int stop) {
    return low[stop] == model.firstStart[stop] && high[stop] == model.lastStart[stop]
        ? 0
        : recall.leg(stop, stop) * (31L * low[stop] + high[stop]);
  }

  /** When the work starts after an arrival; {@link Model#NEVER} if too late. */
  private int start(int stop, int d, int arrival) {
    int begun = Model.start(model.spansOf(stop, d), Math.max(arrival, low[stop]));
    return begun > high[stop] ? Model.NEVER : begun;
  }

  private int latestArrival(int stop, int d, int end) {
    int limit = Math.min(end - model.serviceOf(stop, d), high[stop]);
    return Model.latestArrival(model.spansOf(stop, d), limit);
  }

  private int latestLeave(int d, int stop, int then) {
    if (then < model.stops) {
      return model.latestDeparture(d, at[stop], at[then], latest[then]);
    }
    return model.endPlace[d] < 0
        ? latest[then]
        : model.latestDeparture(d, at[stop], model.endPlace[d], latest[then]);
  }

  /** Takes a stop out; call {@link #refresh} for its day when all are out. */
  void take(int stop) {
    touch(day[stop]);
    unlink(stop);
  }

  /** Computes times, slack and cost of one route anew. O(stops of the route). */
  void refresh(int d) {
    if (model.rich[d] || model.hasTimings) {
      refreshFully(d);
    } else {
      refreshTimes(d);
    }
  }

  /** Where legs are all that costs, no sums along the route are needed. */
  private void refreshTimes(int d) {
    Model m = model;
    int home = home(d);
    int before = home;
    int place = m.place[home];
    int leaving = m.shiftStart[d];
    long costs = 0;
    long legs = 0;
    int load = 0;
    for (int s = next[home]; s != home; s = next[s]) {
      int to = m.place[s];
      int seconds = m.drive(d, place, to, leaving);
      int begun = start(s, d, leaving + seconds);
      leg[before] = m.travelWeight * seconds + m.toll(d, place, to);
      costs += leg[before] + m.stopCost(s, d, begun);
      start[s] = begun;
      leaving = begun + m.serviceOf(s, d);
      leave[s] = leaving;
      load += m.load[s];
      legs += recall.leg(before, s) + bounds(s);
      at[s] = to;
      place = to;
      before = s;
    }
    leg[before] = before == home ? 0 : legHome(d, place, leaving);
    cost += costs + leg[before] - costOf[d];
    costOf[d] = costs + leg[before];
    loadOf[d] = load;
    mark[d] = legs + recall.leg(before, home);
    for (int s = before; s != home; s = prev[s]) {
      latest[s] = latestArrival(s, d, latestLeave(d, s, next[s]));
    }
    tellBroken(d, before != home && leaving + m.driveHome(d, place, leaving) > m.deadline[d]);
  }

  boolean isBroken(int d) {
    return broken[d];
  }

  private void tellBroken(int d, boolean isBroken) {
    if (isBroken != broken[d]) {
      broken[d] = isBroken;
      brokenDays += isBroken ? 1 : -1;
    }
  }

  private void refreshFully(int d) {
    int home = home(d);
    at[home] = model.place[home];
    start[home] = model.shiftStart[d];
    leave[home] = model.shiftStart[d];
    int load = 0;
    long legs = 0;
    long slack = 0;
    boolean timed = false;
    int before = home;
    int last = home;
    for (int s = next[home]; s != home; s = next[s]) {
      at[s] = model.floating[s] ? at[before] : model.place[s];
      int seconds = model.drive(d, at[before], at[s], leave[before]);
      start[s] = start(s, d, leave[before] + seconds);
      if (before == home) {
        seconds = model.driveOut(d, at[s], start[s]);
      }
      int service = model.serviceOf(s, d);
      leave[s] = start[s] + service;
      leg[before] = model.travelWeight * seconds + model.toll(d, at[before], at[s]);
      driven[s] = driven[before] + seconds;
      boolean pause = isOwn(s) && s != model.depot[d];
      worked[s] = worked[before] + (pause ? 0 : service);
      paused[s] = paused[before] + (pause ? service : 0);
      spent[s] = spent[before] + leg[before] + model.stopCost(s, d, start[s]);
      load += model.load[s];
      legs += recall.leg(before, s) + bounds(s);
      Model.Timing timing = model.timing[s];
      if (timing != null) {
        timed = true;
        slack += timing.earliness(start[s]);
      }
      if (isWork(s)) {
        last = s;
      }
      before = s;
    }
    loadOf[d] = load;
    mark[d] = legs + recall.leg(before, home);
    walked[d] = timed;
    backward(d, last);
    leg[last] = last == home ? 0 : legHome(d, at[last], leave[last]);
    long costs = last == home ? 0 : spent[last] + leg[last];
    boolean late =
        last != home && leave[last] + model.driveHome(d, at[last], leave[last]) > model.deadline[d];
    if (model.rich[d]) {
      countParts(d);
      costs = tally(d, home, fill(0, next[home], home), Integer.MAX_VALUE, Long.MAX_VALUE);
      late = costs == INFEASIBLE;
      costs = late ? 0 : costs;
    }
    tellBroken(d, late);
    slackCost[d] = slack + waitingCost(d, last);
    cost += costs - costOf[d];
    costOf[d] = costs;
  }

  /** What less waiting could save on a day at most. */
  private long waitingCost(int d, int last) {
    return model.dayWeights.waiting() == 0 || last >= model.stops
        ? 0
        : model.dayWeights.waiting() * Math.max(0, leave[last] - model.shiftStart[d]);
  }

  private void backward(int d, int last) {
    int home = home(d);
    int doneBy = Model.NEVER;
    for (int s = prev[home]; s != last; s = prev[s]) {
      latest[s] = Model.NEVER;
      doneBy = Math.min(doneBy, breakBy(d, s));
    }
    latest[home] = model.deadline[d];
    for (int s = last; s != home; s = prev[s]) {
      int end = s == last ? Math.min(doneBy, latestLeave(d, s, home)) : latestLeave(d, s, next[s]);
      latest[s] = latestArrival(s, d, end);
    }
  }

  /** By when the last visit must be done if this break is not taken. */
  private int breakBy(int d, int stop) {
    int[] breaks = model.breaks[d];
    for (int i = 0; i < breaks.length; i++) {
      if (breaks[i] == stop) {
        return model.breakBy[d][i];
      }
    }
    return Integer.MAX_VALUE;
  }

  private void countParts(int d) {
    Arrays.fill(used[d], 0);
    for (int s = next[home(d)]; s < model.stops && s != model.depot[d]; s = next[s]) {
      use(s, d);
    }
  }

  /** True if the van has what the stop needs beside what the others before the call need. */
  private boolean isOnVan(int stop, int d) {
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
  private boolean isSupplied(int d) {
    for (int kind = 0; kind < used[d].length; kind++) {
      if (used[d][kind] > model.vanParts[d][kind]) {
        return false;
      }
    }
    for (int s = next[home(d)]; s < model.stops && s != model.depot[d]; s = next[s]) {
      if (!hasTools(s, d)) {
        return false;
      }
    }
    return true;
  }

  /** True if the route keeps every rule that a route can break by itself. */
  boolean isKept(int d) {
    int home = home(d);
    if (size[d] == 0) {
      return true;
    }
    countParts(d);
    return tally(d, home, fill(0, next[home], home), Integer.MAX_VALUE, Long.MAX_VALUE)
            != INFEASIBLE
        && loadOf[d] <= model.capacity[d]
        && isSupplied(d);
  }

  /**
   * Puts the breaks of a day where they cost least, and its call at the depot too, or leaves it out
   * if nothing needs it. O(stops of the route²).
   */
  void settle(int d) {
    int call = model.depot[d];
    if (call >= 0 && day[call] == d) {
      int before = prev[call];
      take(call);
      countParts(d);
      if (!isSupplied(d)) {
        link(call, before, d);
        countParts(d);
        settle(call, d);
      }
      refresh(d);
    }
    for (int pause : model.breaks[d]) {
      settle(pause, d);
    }
  }

  /** The times must be up to date: they hold up to the stop, and from behind it once it is gone. */
  private void settle(int stop, int d) {
    touch(d);
    int home = home(d);
    int before = prev[stop];
    int best = before;
    long least = INFEASIBLE;
    unlink(stop);
    if (stop != model.depot[d] && !broken[d] && isIdle(d, before)) {
      link(stop, before, d);
      return;
    }
    boolean passed = false;
    for (int p = home; ; p = next[p]) {
      passed |= p == before;
      if (stop != model.depot[d] || isSuppliedUpTo(p, d)) {
        int from = passed ? before : p;
        int count = fill(0, next[from], next[p]);
        row[count++] = stop;
        count = fill(count, next[p], home);
        long costs = tally(d, from, count, Integer.MAX_VALUE, least);
        if (costs < least) {
          least = costs;
          best = p;
        }
      }
      if (next[p] == home) {
        break;
      }
    }
    link(stop, best, d);
    if (best != before) {
      refresh(d);
    }
  }

  /**
   * True if the break that stood behind the node costs nothing there: it is not taken, or without
   * it the day would cost the same. Where no later start saves anything, no place is better.
   */
  private boolean isIdle(int d, int before) {
    int rest = fill(0, next[before], home(d));
    long without = tally(d, before, rest, 0, costOf[d]);
    return without == 0 || without == costOf[d];
  }

  /** True if all up to the node are done with what is on the van. */
  private boolean isSuppliedUpTo(int node, int d) {
    Arrays.fill(used[d], 0);
    for (int s = home(d); s != node; ) {
      s = next[s];
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

  /** Writes the nodes from one to before another into the row; the count of all in it. */
  private int fill(int count, int from, int to) {
    int n = count;
    for (int s = from; s != to; s = next[s]) {
      if (n + 3 > row.length) {
        row = Arrays.copyOf(row, 2 * row.length);
        rowAt = new int[row.length];
        rowStart = new int[row.length];
      }
      row[n++] = s;
    }
    return n;
  }

  /**
   * The cost of the day if its route goes as it does up to a node and then through the row; {@link
   * #INFEASIBLE} if it breaks a rule or costs more than the bound. O(row), with paid time O(stops).
   *
   * @param same from where on in the row the route goes as it stands: as soon as a stop there
   *     begins as it does now, all the rest is known
   */
  private long tally(int d, int p, int count, int same, long bound) {
    Model m = model;
    int home = home(d);
    int last = count - 1;
    int doneBy = Integer.MAX_VALUE;
    while (last >= 0 && m.own[row[last]] >= 0) {
      doneBy = Math.min(doneBy, breakBy(d, row[last]));
      last--;
    }
    if (last < 0) {
      return 0;
    }
    int place = at[p];
    int leaving = leave[p];
    int drive = p == home ? 0 : driven[p];
    int work = p == home ? 0 : worked[p];
    int pause = p == home ? 0 : paused[p];
    long costs = p == home ? 0 : spent[p];
    boolean paid = m.dayWeights.asksForWorkingTime();
    int known = paid || broken[d] ? Integer.MAX_VALUE : same;
    for (int i = 0; i <= last; i++) {
      int s = row[i];
      int to = m.floating[s] ? place : m.place[s];
      int seconds = m.drive(d, place, to, leaving);
      if (seconds == 0 && !m.fixed[s] && !m.isWay(d, place, to)) {
        return INFEASIBLE;
      }
      int begun = start(s, d, leaving + seconds);
      if (begun >= Model.NEVER) {
        return INFEASIBLE;
      }
      if (i == 0 && p == home) {
        seconds = m.driveOut(d, to, begun);
      }
      int service = m.serviceOf(s, d);
      leaving = begun + service;
      drive += seconds;
      if (m.own[s] >= 0 && s != m.depot[d]) {
        pause += service;
      } else {
        work += service;
      }
      costs += m.travelWeight * seconds + m.toll(d, place, to) + m.stopCost(s, d, begun);
      if (costs > bound) {
        return INFEASIBLE;
      }
      rowAt[i] = to;
      rowStart[i] = begun;
      place = to;
      if (i >= known && begun == start[s] && to == at[s]) {
        int end = row[last];
        drive += driven[end] - driven[s];
        work += worked[end] - worked[s];
        pause += paused[end] - paused[s];
        costs += spent[end] - spent[s];
        leaving = leave[end];
        place = at[end];
        break;
      }
    }
    int way = m.driveHome(d, place, leaving);
    int homeAt = leaving + way;
    drive += way;
    if (leaving > doneBy || homeAt > m.deadline[d] || drive > m.maxDrive[d]) {
      return INFEASIBLE;
    }
    costs += legHome(d, place, leaving);
    int working = paid ? workingTime(d, p, last, homeAt) : 0;
    return costs + m.costOfDay(d, homeAt, drive, work, pause, working);
  }

  /**
   * The least time from setting off to being home: see {@link
   * io.trasa.planning.problem.Timetable#workingSeconds}.
   */
  private int workingTime(int d, int p, int last, int homeAt) {
    Model m = model;
    int end = m.endPlace[d] < 0 ? homeAt : m.latestDeparture(d, rowAt[last], m.endPlace[d], homeAt);
    int arrive = homeAt;
    int place = m.place[home(d)];
    for (int i = last; i >= 0; i--) {
      if (i < last) {
        end = m.latestDeparture(d, rowAt[i], rowAt[i + 1], arrive);
      }
      arrive = latestUnmoved(row[i], d, end, rowStart[i]);
    }
    int then = rowAt[0];
    for (int s = p; s < m.stops; s = prev[s]) {
      arrive = latestUnmoved(s, d, m.latestDeparture(d, at[s], then, arrive), start[s]);
      then = at[s];
    }
    return homeAt - Math.max(m.shiftStart[d], m.latestDeparture(d, place, then, arrive));
  }

  private int latestUnmoved(int stop, int d, int end, int begun) {
    return model.fixed[stop] || model.isCrewed(stop)
        ? begun
        : Model.latestArrival(model.spansOf(stop, d), end - model.serviceOf(stop, d));
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
    second = Long.MAX_VALUE;
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
    if (everywhere || (bestAfter < 0 && --patience[stop] < 0)) {
      for (int i = 0; i < usedCount; i++) {
        if (dayAskedAt[usedDays[i]] != asked) {
          consider(stop, usedDays[i], people, dice, blink);
        }
      }
      patience[stop] = bestAfter < 0 ? PATIENCE : 0;
    }
    int count = everywhere ? openKinds : Math.min(openKinds, MOST_KINDS);
    int at = count < openKinds && dice != null ? dice.below(openKinds) : 0;
    for (int i = 0; i < count; i++) {
      int kind = kindsOpen[at];
      at = at + 1 < openKinds ? at + 1 : 0;
      consider(stop, byKind[kindBegin[kind]], people, dice, blink);
    }
  }

  /**
   * By how much the next best day is worse for the stop than the best that {@link #findPlace}
   * found; {@link Long#MAX_VALUE} if no other day may have it, −1 if none at all.
   */
  long regret() {
    if (bestAfter < 0) {
      return -1;
    }
    return second == Long.MAX_VALUE ? Long.MAX_VALUE : (second >> NODE_BITS) - (best >> NODE_BITS);
  }

  /** Finds the cheapest place for a stop on one day, as {@link #findPlace} does; false for none. */
  boolean findPlaceOn(int stop, int d) {
    bestAfter = -1;
    best = Long.MAX_VALUE;
    untilBlink = Integer.MAX_VALUE;
    consider(stop, d, NOBODY, null, 0);
    return bestAfter >= 0;
  }

  private void consider(int stop, int d, int[] with, @Nullable Dice dice, double blink) {
    if (!mayTake(stop, d, with)) {
      return;
    }
    int slot = recall.slot(stop, d);
    boolean usual = low[stop] == model.firstStart[stop] && high[stop] == model.lastStart[stop];
    long place = usual && recall.knows(slot, mark[d]) ? recall.get(slot) : Long.MIN_VALUE;
    if (place == Long.MIN_VALUE || (after(place) == NOWHERE && place < best)) {
      place = scan(stop, d, -1, best);
      if (usual) {
        recall.put(slot, mark[d], place);
      }
    }
    if (place < best && --untilBlink < 0 && dice != null) {
      untilBlink = dice.failuresBefore(blink);
      place = scan(stop, d, after(place), best);
    }
    if (place >= best) {
      second = Math.min(second, place);
    } else {
      second = best;
      best = place;
      bestAfter = after(place);
      bestDay = d;
    }
  }

  private static int after(long place) {
    return (int) place & NOWHERE;
  }

  private boolean mayTake(int stop, int d, int[] with) {
    return loadOf[d] + model.load[stop] <= model.capacity[d]
        && model.isAllowed(stop, d)
        && (onlyPerson < 0 || model.technician[d] == onlyPerson)
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

  /** True if the stop needs what is not on the van, and no call is on the route. */
  private boolean needsCall(int stop, int d) {
    return model.rich[d] && !isOnVan(stop, d) && (model.depot[d] < 0 || day[model.depot[d]] != d);
  }

  /**
   * The cheapest place on a route as {@code delta << NODE_BITS | after}, so that less is better;
   * {@link Long#MAX_VALUE} for none.
   *
   * @param overlooked not after this node
   */
  private long scan(int stop, int d, int overlooked, long limit) {
    Model m = model;
    if (needsCall(stop, d)) {
      return m.depot[d] < 0 ? Long.MAX_VALUE : scanWithCall(stop, d, overlooked, limit);
    }
    int home = home(d);
    int here = m.place[stop];
    int from = here * m.places;
    Model.Ways ways = m.ways[d];
    int[] in = ways.in();
    int[] out = ways.out();
    int[] toll = ways.toll();
    int[] tollIn = ways.tollIn();
    boolean clocked = ways.clockwork() != null;
    boolean full = m.rich[d] || walked[d];
    if (!full && toll == null && m.endPlace[d] >= 0) {
      return scanLegs(stop, d, overlooked);
    }
    boolean supplied = !m.rich[d] || isOnVan(stop, d);
    int[] spans = m.spansOf(stop, d);
    int last = Math.min(spans[spans.length - 1], high[stop]);
    int earliest = low[stop];
    int service = m.serviceOf(stop, d);
    int done = spans[0] + service;
    int end = m.endPlace[d];
    long weight = m.travelWeight;
    long most = full ? mostDelta(limit) : Long.MAX_VALUE;
    long bestDelta = most;
    int bestNode = -1;
    int p = home;
    int seen = 0;
    do {
      int q = next[p];
      seen++;
      supplied |= p == m.depot[d];
      if (done > latest[q] || !supplied) {
        p = q;
        continue;
      }
      int place = at[p];
      int way = in[from + place];
      int arrival =
          clocked && way < Model.NEVER
              ? leave[p] + m.drive(d, place, here, leave[p])
              : leave[p] + way;
      if (arrival > last && way < Model.NEVER) {
        break;
      }
      int start = Model.start(spans, Math.max(arrival, earliest));
      if (full && (isOwn(p) || isOwn(q))) {
        if (start <= last
            && way < Model.NEVER
            && p != overlooked
            && (clocked || legsAdded(stop, d, p) - slackCost[d] < bestDelta)) {
          long delta = count(stop, d, p, bestDelta);
          if (delta < bestDelta) {
            bestDelta = delta;
            bestNode = p;
          }
        }
        p = q;
        continue;
      }
      int to = q == home ? end : at[q];
      int onward = to < 0 ? 0 : out[from + to];
      int then = start + service;
      if (start <= last
          && then + onward <= latest[q]
          && (!clocked || to < 0 || then + m.drive(d, here, to, then) <= latest[q])
          && p != overlooked) {
        long delta = weight * (way + onward) - leg[p] + m.stopCost(stop, d, start);
        if (toll != null && tollIn != null) {
          delta += tollIn[from + place] + (to < 0 ? 0 : toll[from + to]);
        }
        if (full) {
          boolean hopeless = !clocked && delta - slackCost[d] >= bestDelta;
          delta = hopeless ? Long.MAX_VALUE : count(stop, d, p, bestDelta);
        }
        if (delta < bestDelta) {
          bestDelta = delta;
          bestNode = p;
        }
      }
      p = q;
    } while (p != home);
    checks += seen;
    return bestNode < 0 ? noPlace(most) : bestDelta << NODE_BITS | bestNode;
  }

  /** False if a stop that is done then, driven on from, makes what follows too late. */
  private boolean isInTime(int stop, int d, int done, int q) {
    if (q < model.stops && model.floating[q]) {
      return true;
    }
    int to = q == home(d) ? model.endPlace[d] : at[q];
    return done + (to < 0 ? 0 : model.drive(d, model.place[stop], to, done)) <= latest[q];
  }

  /** What the legs of a stop cost more between this node, a break or call, or before one. */
  private long legsAdded(int stop, int d, int p) {
    int home = home(d);
    int from = model.place[stop] * model.places;
    int way = model.ways[d].in()[from + at[p]];
    long before = leg[p];
    int q = next[p];
    // A break that is taken where one is moves along with the stop.
    while (q != home && model.floating[q]) {
      before += leg[q];
      q = next[q];
    }
    if (q == home) {
      // Which breaks are taken after the last visit is not known before all is counted.
      return Long.MIN_VALUE / 2;
    }
    int onward = model.ways[d].out()[from + at[q]];
    return model.travelWeight * (way + onward) - before;
  }

  /** The cost that a place must stay below to be of use; equal ones may win by their node. */
  private static long mostDelta(long limit) {
    return limit == Long.MAX_VALUE ? Long.MAX_VALUE : (limit >> NODE_BITS) + 1;
  }

  private static long noPlace(long most) {
    return most == Long.MAX_VALUE ? Long.MAX_VALUE : most << NODE_BITS | NOWHERE;
  }

  /** As {@link #scan} where times on the road are all that an insertion changes. */
  private long scanLegs(int stop, int d, int overlooked) {
    Model m = model;
    int home = home(d);
    int from = m.place[stop] * m.places;
    int[] in = m.ways[d].in();
    int[] out = m.ways[d].out();
    int[] spans = m.spansOf(stop, d);
    int last = Math.min(spans[spans.length - 1], high[stop]);
    int earliest = low[stop];
    int service = m.serviceOf(stop, d);
    int done = spans[0] + service;
    int end = m.endPlace[d];
    long weight = m.travelWeight;
    long bestDelta = Long.MAX_VALUE;
    int bestNode = -1;
    int p = home;
    int seen = 0;
    do {
      int q = next[p];
      seen++;
      if (done <= latest[q]) {
        int way = in[from + at[p]];
        int arrival = leave[p] + way;
        if (arrival > last && way < Model.NEVER) {
          break;
        }
        int onward = out[from + (q == home ? end : at[q])];
        long delta = weight * (way + onward) - leg[p];
        if (delta < bestDelta && p != overlooked) {
          int start = Model.start(spans, Math.max(arrival, earliest));
          if (start <= last && start + service + onward <= latest[q]) {
            bestDelta = delta;
            bestNode = p;
          }
        }
      }
      p = q;
    } while (p != home);
    checks += seen;
    return bestNode < 0
        ? Long.MAX_VALUE
        : bestDelta + m.stopCost(stop, d, 0) << NODE_BITS | bestNode;
  }

  /** What an insertion costs, counted in full; {@link #INFEASIBLE} if it costs more than that. */
  private long count(int stop, int d, int p, long most) {
    row[0] = stop;
    return added(d, tally(d, p, fill(1, next[p], home(d)), 1, bound(d, most)));
  }

  private long added(int d, long costs) {
    return costs == INFEASIBLE ? INFEASIBLE : costs - costOf[d];
  }

  /** The most that a day may cost to be better than what was found. */
  private long bound(int d, long mostAdded) {
    return mostAdded == Long.MAX_VALUE ? Long.MAX_VALUE : mostAdded + costOf[d];
  }

  /** Tries every place for the stop with every place before it for the call that it needs. */
  private long scanWithCall(int stop, int d, int overlooked, long limit) {
    int home = home(d);
    int call = model.depot[d];
    int here = model.place[stop];
    int service = model.serviceOf(stop, d);
    boolean clocked = model.ways[d].clockwork() != null;
    long most = mostDelta(limit);
    long bestDelta = most;
    int bestNode = -1;
    int x = home;
    do {
      int onto = model.drive(d, at[x], model.place[call], leave[x]);
      int called = start(call, d, leave[x] + onto);
      if (called >= Model.NEVER) {
        break;
      }
      int gone = called + model.serviceOf(call, d);
      int y = next[x];
      boolean inTime =
          y == home
              || isOwn(y)
              || gone + model.drive(d, model.place[call], at[y], gone) <= latest[y];
      long least = y == home || isOwn(x) || isOwn(y) ? Long.MIN_VALUE / 4 : onto;
      if (least >= 0) {
        least =
            model.travelWeight * (onto + (long) model.drive(d, model.place[call], at[y], gone))
                - leg[x]
                - slackCost[d];
      }
      if (!isSuppliedUpTo(x, d)) {
        break;
      }
      if (inTime) {
        row[0] = call;
        int p = x;
        int place = model.place[call];
        int leaving = gone;
        do {
          checks++;
          int begun = start(stop, d, leaving + model.drive(d, place, here, leaving));
          if (begun >= Model.NEVER) {
            break;
          }
          if (p != overlooked
              && isInTime(stop, d, begun + service, next[p])
              && (clocked || p == x || least + legsAdded(stop, d, p) < bestDelta)) {
            int count = fill(1, next[x], next[p]);
            row[count] = stop;
            int length = fill(count + 1, next[p], home);
            long delta = added(d, tally(d, x, length, count + 1, bound(d, bestDelta)));
            if (delta < bestDelta) {
              bestDelta = delta;
              bestNode = p;
              callAfter = x;
            }
          }
          p = next[p];
          if (p != home) {
            int to = model.floating[p] ? place : model.place[p];
            int next = start(p, d, leaving + model.drive(d, place, to, leaving));
            if (next >= Model.NEVER) {
              break;
            }
            leaving = next + model.serviceOf(p, d);
            place = to;
          }
        } while (p != home);
      }
      x = y;
    } while (x != home);
    countParts(d);
    return bestNode < 0 ? noPlace(most) : bestDelta << NODE_BITS | bestNode;
  }
}
