package io.trasa.planning.search;

import io.trasa.planning.problem.StartSpans;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A routing problem as plain arrays, immutable while it is searched. There are {@code stops} stops
 * and {@code days} technicians' days; a node is a stop's index, or {@code stops + day} for the home
 * of a day. Times are whole units, seconds in production.
 *
 * <p>When a stop may start is a list of spans {@code from, to, from, to…}, both ends included,
 * ascending; it starts at the first moment in them that is not before the arrival. Stops that are
 * placed together or not at all are a unit.
 */
public final class Model {

  /** No way, and no time: so late that no day holds it, so small that three of them add up. */
  static final int NEVER = StartSpans.NEVER;

  /** What it costs to leave points out, against wishes: so much that no sum of wishes weighs it. */
  static final long PER_POINT = 1L << 36;

  private static final int TILE = 32;

  /**
   * Ways by the time of day; asked only where the times on empty roads do not say it all. Who
   * leaves later must never arrive earlier.
   */
  public interface Clockwork {
    int travel(int fromPlace, int toPlace, int departure);

    int latestDeparture(int fromPlace, int toPlace, int arrival);
  }

  /**
   * The ways of one vehicle.
   *
   * @param out travel times, {@code from · places + to}; {@link #NEVER} or more where there is none
   * @param in the same turned round, {@code to · places + from}
   * @param toll what the length of a way costs, {@code from · places + to}; null if nothing
   * @param tollIn the same turned round
   * @param clockwork null where the time of day changes nothing
   */
  record Ways(
      int[] out,
      int[] in,
      int @Nullable [] toll,
      int @Nullable [] tollIn,
      @Nullable Clockwork clockwork) {}

  /**
   * What the start of a stop costs; weights are zero where there is nothing to keep. All times are
   * of the start but for those that say end.
   */
  record Timing(
      long priorityWeight,
      int wishedStart,
      int urgencyPercent,
      long latenessWeight,
      int dueEnd,
      long promiseWeight,
      int promisedFrom,
      int promisedTo,
      long riskWeight,
      int safeStart,
      int safeEnd,
      long preferenceWeight,
      int preferredFrom,
      int preferredTo,
      long changeWeight,
      int publishedStart,
      int nearnessPercent) {

    boolean isIdle() {
      return priorityWeight == 0
          && latenessWeight == 0
          && promiseWeight == 0
          && riskWeight == 0
          && preferenceWeight == 0
          && changeWeight == 0;
    }

    long cost(int start, int end) {
      long cost = 0;
      if (priorityWeight > 0) {
        cost += priorityWeight * ((long) Math.max(0, start - wishedStart) * urgencyPercent / 100);
      }
      if (latenessWeight > 0) {
        cost += latenessWeight * Math.max(0, end - dueEnd);
      }
      if (promiseWeight > 0) {
        cost += promiseWeight * Math.max(0, Math.max(promisedFrom - start, start - promisedTo));
      }
      if (riskWeight > 0) {
        cost += riskWeight * Math.max(0, Math.max(start - safeStart, end - safeEnd));
      }
      if (preferenceWeight > 0) {
        cost +=
            preferenceWeight * Math.max(0, Math.max(preferredFrom - start, start - preferredTo));
      }
      if (changeWeight > 0) {
        cost += changeWeight * ((long) Math.abs(start - publishedStart) * nearnessPercent / 100);
      }
      return cost;
    }

    /** True if starting later never costs less. */
    boolean onlyGrows() {
      return promiseWeight == 0 && preferenceWeight == 0 && changeWeight == 0;
    }

    /** The part of the cost that a later start would lower. */
    long earliness(int start) {
      return promiseWeight * Math.max(0, promisedFrom - start)
          + preferenceWeight * Math.max(0, preferredFrom - start)
          + changeWeight * ((long) Math.max(0, publishedStart - start) * nearnessPercent / 100);
    }
  }

  /** What a whole day costs beside its ways and stops, by rule. */
  record DayWeights(long working, long overtime, long waiting, long workload, long fairness) {

    boolean asksForWorkingTime() {
      return working > 0 || waiting > 0;
    }
  }

  /**
   * The visits that a unit waits for, alike in length.
   *
   * @param before units
   * @param gap seconds between the end of the one and the start of the other
   * @param samePerson the same technician does both
   */
  record Waits(int[] before, int[] gap, boolean[] samePerson) {}

  private static final int[] NONE = {};

  final int stops;
  final int days;
  final int places;

  /** By node. */
  final int[] place;

  final int[] service;

  /** By stop. */
  final int[][] spans;

  final int[] load;

  /** Where the length of the work depends on the technician, by technician; null for most. */
  final int[] @Nullable [] serviceBy;

  /** What the start costs; null for most. */
  final @Nullable Timing[] timing;

  /** What it costs to be on a day, by day; null if nothing. */
  final long[] @Nullable [] dayCost;

  final boolean[] fixed;

  /** The first and last start that pinned visits it is tied to allow; unbounded for most. */
  final int[] firstStart;

  final int[] lastStart;

  final boolean[] crewed;

  /** Of a break and of a call at the depot, the day it belongs to; −1 for work. */
  final int[] own;

  /** Done wherever the technician is. */
  final boolean[] floating;

  /** Tools by words of bits, and pieces by kind; null if it needs neither. */
  final long[] @Nullable [] tools;

  final int[] @Nullable [] parts;

  /** The unit of a stop; −1 for what is pinned or belongs to a day. */
  final int[] unit;

  /** Bits over days: who may do it. */
  final long[][] eligible;

  /** By unit. */
  int[][] members = {};

  long[] points = {};
  int[][] takenTechnicians = {};

  @Nullable Waits[] waits = {};

  /** The units that wait for a unit; null for most. */
  int[] @Nullable [] waiting = {};

  /** By day. */
  final int[] shiftStart;

  final int[] shiftEnd;

  /** Where the day ends; −1 if anywhere. */
  final int[] endPlace;

  final int[] maxDrive;
  final int[] target;
  final int[] available;
  final int[] hourPercent;
  final long[][] vanTools;

  final int[][] vanParts;

  /** The breaks of a day, and by when each must have begun or the last visit be done. */
  final int[][] breaks;

  final int[][] breakBy;

  /** The call that a day may have; −1 for none. */
  final int[] depot;

  /** Days whose cost or times do not join: each insertion is counted in full. */
  final boolean[] rich;

  final int[] deadline;
  final int[] capacity;
  final int[] technician;
  final Ways[] ways;

  /** Days of the same kind are alike in everything while they are empty. */
  final int[] kind;

  /** Where absences change when stops may start: by day and stop; null for most days. */
  final int[] @Nullable [][] spansOnDay;

  /** True if the start of any stop costs. */
  boolean hasTimings;

  long travelWeight = 1;
  DayWeights dayWeights = new DayWeights(0, 0, 0, 0, 0);

  Model(int stops, int days, int places) {
    this.stops = stops;
    this.days = days;
    this.places = places;
    place = new int[stops + days];
    service = new int[stops + days];
    spans = new int[stops][];
    load = new int[stops];
    serviceBy = new int[stops][];
    timing = new Timing[stops];
    dayCost = new long[stops][];
    fixed = new boolean[stops];
    crewed = new boolean[stops];
    firstStart = new int[stops];
    lastStart = new int[stops];
    Arrays.fill(firstStart, Integer.MIN_VALUE);
    Arrays.fill(lastStart, Integer.MAX_VALUE);
    own = new int[stops];
    floating = new boolean[stops];
    tools = new long[stops][];
    parts = new int[stops][];
    unit = new int[stops];
    eligible = new long[stops][(days + 63) / 64];
    shiftStart = new int[days];
    shiftEnd = new int[days];
    endPlace = new int[days];
    maxDrive = new int[days];
    target = new int[days];
    available = new int[days];
    hourPercent = new int[days];
    vanTools = new long[days][];
    vanParts = new int[days][];
    breaks = new int[days][];
    breakBy = new int[days][];
    depot = new int[days];
    rich = new boolean[days];
    deadline = new int[days];
    capacity = new int[days];
    technician = new int[days];
    ways = new Ways[days];
    kind = new int[days];
    spansOnDay = new int[days][][];
    Arrays.fill(capacity, Integer.MAX_VALUE);
    Arrays.fill(maxDrive, Integer.MAX_VALUE);
    Arrays.fill(target, Integer.MAX_VALUE);
    Arrays.fill(vanTools, new long[0]);
    Arrays.fill(vanParts, NONE);
    Arrays.fill(breaks, NONE);
    Arrays.fill(breakBy, NONE);
    Arrays.fill(depot, -1);
    Arrays.fill(own, -1);
    Arrays.fill(unit, -1);
  }

  /**
   * A vehicle routing problem with time windows: alike vehicles, one depot, the least travel.
   *
   * @param travel {@code from · n + to} over n places; place 0 is the depot, the others customers
   * @param demand by place, as the next three
   * @param open first moment at which the service may start
   * @param due last moment; of the depot, by when all are back
   */
  public static Model vehicles(
      int count,
      int vehicleCapacity,
      int[] travel,
      int[] demand,
      int[] open,
      int[] due,
      int[] service) {
    int n = demand.length;
    var model = new Model(n - 1, count, n);
    int[] order = nearestFirst(travel, n);
    var ways = waysOf(ordered(travel, n, order), null, n, null);
    int[] placeOf = new int[n];
    for (int i = 0; i < n; i++) {
      placeOf[order[i]] = i;
    }
    for (int s = 0; s < n - 1; s++) {
      model.place[s] = placeOf[s + 1];
      model.service[s] = service[s + 1];
      model.load[s] = demand[s + 1];
      model.spans[s] = new int[] {open[s + 1], due[s + 1]};
      for (int d = 0; d < count; d++) {
        model.allow(s, d);
      }
    }
    for (int d = 0; d < count; d++) {
      model.place[n - 1 + d] = placeOf[0];
      model.endPlace[d] = placeOf[0];
      model.shiftStart[d] = open[0];
      model.shiftEnd[d] = due[0];
      model.deadline[d] = due[0];
      model.capacity[d] = vehicleCapacity;
      model.technician[d] = d;
      model.ways[d] = ways;
    }
    model.singleUnits(1);
    return model;
  }

  /**
   * All places, each followed by its nearest that is left: an order in which what is near is stored
   * near, since the rows of a large matrix do not fit in the processor's cache.
   *
   * @param travel {@code from · n + to}
   */
  static int[] nearestFirst(int[] travel, int n) {
    int[] order = new int[n];
    int[] left = IntStream.range(0, n).toArray();
    int at = 0;
    for (int i = 0; i < n; i++) {
      order[i] = left[at];
      left[at] = left[n - 1 - i];
      at = 0;
      for (int j = 1; j < n - 1 - i; j++) {
        if (travel[order[i] * n + left[j]] < travel[order[i] * n + left[at]]) {
          at = j;
        }
      }
    }
    return order;
  }

  private static int[] ordered(int[] travel, int n, int[] order) {
    int[] ordered = new int[n * n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        ordered[from * n + to] = travel[order[from] * n + order[to]];
      }
    }
    return ordered;
  }

  static Ways waysOf(int[] out, int @Nullable [] toll, int places, @Nullable Clockwork clockwork) {
    return new Ways(
        out, turned(out, places), toll, toll == null ? null : turned(toll, places), clockwork);
  }

  private static int[] turned(int[] out, int places) {
    int[] in = new int[out.length];
    for (int row = 0; row < places; row += TILE) {
      for (int column = 0; column < places; column += TILE) {
        turn(out, in, places, row, column);
      }
    }
    return Arrays.equals(out, in) ? out : in;
  }

  /** A square of a matrix at a time, as small as the processor's cache. */
  private static void turn(int[] out, int[] in, int places, int row, int column) {
    for (int from = row; from < Math.min(places, row + TILE); from++) {
      for (int to = column; to < Math.min(places, column + TILE); to++) {
        in[to * places + from] = out[from * places + to];
      }
    }
  }

  private void singleUnits(long pointsEach) {
    members = new int[stops][];
    points = new long[stops];
    takenTechnicians = new int[stops][0];
    waits = new Waits[stops];
    waiting = new int[stops][];
    for (int s = 0; s < stops; s++) {
      members[s] = new int[] {s};
      unit[s] = s;
      points[s] = pointsEach;
    }
  }

  void allow(int stop, int day) {
    eligible[stop][day >> 6] |= 1L << day;
  }

  boolean isAllowed(int stop, int day) {
    return (eligible[stop][day >> 6] & 1L << day) != 0;
  }

  /** True if it is done together with others. */
  boolean isCrewed(int stop) {
    return crewed[stop];
  }

  /** True if a unit is a crew, waits for others, or others wait for it. */
  boolean isTied(int unit) {
    return waits[unit] != null || waiting[unit] != null || crewed[members[unit][0]];
  }

  int[] spansOf(int stop, int day) {
    int[][] onDay = spansOnDay[day];
    return onDay == null ? spans[stop] : onDay[stop];
  }

  /** When work starts after an arrival; {@link #NEVER} if too late. */
  static int start(int[] spans, int arrival) {
    for (int i = 0; i < spans.length; i += 2) {
      if (arrival <= spans[i + 1]) {
        return Math.max(arrival, spans[i]);
      }
    }
    return NEVER;
  }

  /**
   * The latest arrival after which work can start by the limit; negative {@link #NEVER} if none.
   */
  static int latestArrival(int[] spans, int limit) {
    return StartSpans.latestArrival(spans, limit);
  }

  /** Length of the work on that day. */
  int serviceOf(int stop, int day) {
    int[] by = serviceBy[stop];
    return by == null ? service[stop] : by[technician[day]];
  }

  /** Driving time; a missing way between fixed stops costs nothing, it is counted elsewhere. */
  int drive(int day, int from, int to, int departure) {
    Ways way = ways[day];
    int seconds = way.out[from * places + to];
    if (seconds >= NEVER) {
      return 0;
    }
    return way.clockwork == null ? seconds : way.clockwork.travel(from, to, departure);
  }

  /** Driving time to where the day ends. */
  int driveHome(int day, int from, int departure) {
    return endPlace[day] < 0 ? 0 : drive(day, from, endPlace[day], departure);
  }

  /** The drive from home to the first stop, left for as late as the start of its work allows. */
  int driveOut(int day, int to, int start) {
    Ways way = ways[day];
    int home = place[stops + day];
    int leave = start;
    if (way.clockwork != null && isWay(day, home, to)) {
      leave = way.clockwork.latestDeparture(home, to, start);
    }
    return drive(day, home, to, leave);
  }

  /** The latest departure to arrive by then; the arrival itself where there is no way. */
  int latestDeparture(int day, int from, int to, int arrival) {
    Ways way = ways[day];
    if (way.clockwork != null && isWay(day, from, to)) {
      return way.clockwork.latestDeparture(from, to, arrival);
    }
    return arrival - drive(day, from, to, arrival);
  }

  boolean isWay(int day, int from, int to) {
    return ways[day].out[from * places + to] < NEVER;
  }

  /** What the length of a way costs. */
  int toll(int day, int from, int to) {
    int[] toll = ways[day].toll;
    return toll == null ? 0 : toll[from * places + to];
  }

  /** What it costs to do a stop on that day, starting then. */
  long stopCost(int stop, int day, int start) {
    long[] byDay = dayCost[stop];
    Timing timed = timing[stop];
    return (byDay == null ? 0 : byDay[day])
        + (timed == null ? 0 : timed.cost(start, start + serviceOf(stop, day)));
  }

  /** What a day costs beside its ways and stops. */
  long costOfDay(int day, int home, int drive, int service, int pauses, int working) {
    long load = (long) drive + service;
    DayWeights w = dayWeights;
    long cost = w.overtime * Math.max(0, home - shiftEnd[day]);
    if (w.workload > 0) {
      cost += w.workload * Math.max(0, load - target[day]);
    }
    if (w.fairness > 0) {
      cost += w.fairness * (load * load / Math.max(1, available[day]));
    }
    if (w.asksForWorkingTime()) {
      cost += w.working * ((long) working * hourPercent[day] / 100);
      cost += w.waiting * Math.max(0, working - load - pauses);
    }
    return cost;
  }
}
