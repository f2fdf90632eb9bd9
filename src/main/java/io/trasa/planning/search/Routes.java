package io.trasa.planning.search;

import java.util.Arrays;

/**
 * The routes of all days as linked lists in arrays, with what makes an insertion check O(1): per
 * stop the earliest start, forward, and the latest arrival that keeps the rest of the route in
 * time, backward (Savelsbergh 1992; with several windows the same two numbers suffice, since
 * arriving earlier is never worse).
 *
 * <p>Breaks and calls at the depot stand on the routes too; after the last visit they are not
 * taken. Bounds agreed between routes (crews, visits that wait for others) are kept per stop.
 *
 * <p>{@link #begin} opens a step that {@link #rollback} undoes; only touched routes are copied.
 */
final class Routes {

  /** The cost of a day that breaks a rule or costs more than it may. */
  static final long INFEASIBLE = Long.MAX_VALUE;

  /** The day of a stop that is on routes that another has. */
  private static final int AWAY = -2;

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

  /** Where the technician is at a node. */
  final int[] at;

  private final int[] start;
  final int[] leave;
  final int[] latest;
  final long[] leg;

  /** Sums from home up to a node, exact on days that are counted in full. */
  private final int[] driven;

  private final int[] worked;
  private final int[] paused;
  private final long[] spent;

  /** The earliest and the latest start that was agreed with others. */
  final int[] low;

  final int[] high;

  final int[] loadOf;
  final long[] costOf;
  final boolean[] walked;
  private final boolean[] broken;

  /** What a later start could save on a day at most. */
  final long[] slackCost;

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
  final long[] mark;

  final Recall recall;

  final OpenDays open;
  final Supplies supplies;
  final Places places;

  /** A row of nodes that might follow, with its places and starts. */
  int[] row = new int[64];

  private int[] rowAt = new int[64];
  private int[] rowStart = new int[64];

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
    touchedAt = new int[model.days];
    touched = new int[model.days];
    mark = new long[model.days];
    recall = new Recall(model);
    open = new OpenDays(model);
    supplies = new Supplies(this);
    places = new Places(this);
    for (int d = 0; d < model.days; d++) {
      int home = home(d);
      next[home] = home;
      prev[home] = home;
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

  boolean isOwn(int node) {
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
    open.close(d);
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
      open.show(d, mine[d]);
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
    int legs = open.usedCount();
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

  /** How many days have stops. */
  int usedDays() {
    return open.usedCount();
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
      open.open(d);
    }
  }

  private void unlink(int stop) {
    int d = day[stop];
    next[prev[stop]] = next[stop];
    prev[next[stop]] = prev[stop];
    day[stop] = -1;
    if (isWork(stop) && --size[d] == 0) {
      open.close(d);
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

  /** What {@link #refresh} does, from an inserted stop on as far as anything changes. */
  void spread(int stop, int d) {
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
  int start(int stop, int d, int arrival) {
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
      supplies.count(d);
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

  /** True if the route keeps every rule that a route can break by itself. */
  boolean isKept(int d) {
    int home = home(d);
    if (size[d] == 0) {
      return true;
    }
    supplies.count(d);
    return tally(d, home, fill(0, next[home], home), Integer.MAX_VALUE, Long.MAX_VALUE)
            != INFEASIBLE
        && loadOf[d] <= model.capacity[d]
        && supplies.isSupplied(d);
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
      supplies.count(d);
      if (!supplies.isSupplied(d)) {
        link(call, before, d);
        supplies.count(d);
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
      if (stop != model.depot[d] || supplies.isSuppliedUpTo(p, d)) {
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

  /** Writes the nodes from one to before another into the row; the count of all in it. */
  int fill(int count, int from, int to) {
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
  long tally(int d, int p, int count, int same, long bound) {
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
}
