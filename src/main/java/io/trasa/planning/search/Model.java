package io.trasa.planning.search;

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
  static final int NEVER = 500_000_000;

  /** What it costs to leave points out, against wishes: so much that no sum of wishes weighs it. */
  static final long PER_POINT = 1L << 36;

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
   * @param clockwork null where the time of day changes nothing
   */
  record Ways(int[] out, int[] in, @Nullable Clockwork clockwork) {}

  final int stops;
  final int days;
  final int places;

  /** By node. */
  final int[] place;

  final int[] service;

  /** By stop. */
  final int[][] spans;

  final int[] load;
  final int[] urgency;
  final int[] wishedStart;
  final boolean[] fixed;
  final int[] unit;

  /** Bits over days: who may do it. */
  final long[][] eligible;

  /** By unit. */
  int[][] members = {};

  long[] points = {};
  int[][] takenTechnicians = {};

  /** By day. */
  final int[] shiftStart;

  final int[] deadline;
  final int[] capacity;
  final int[] technician;
  final Ways[] ways;

  /** Days of the same kind are alike in everything while they are empty. */
  final int[] kind;

  /** Where absences change when stops may start: by day and stop; null for most days. */
  final int[] @Nullable [][] spansOnDay;

  long travelWeight = 1;
  long priorityWeight = 1;

  Model(int stops, int days, int places) {
    this.stops = stops;
    this.days = days;
    this.places = places;
    place = new int[stops + days];
    service = new int[stops + days];
    spans = new int[stops][];
    load = new int[stops];
    urgency = new int[stops];
    wishedStart = new int[stops];
    fixed = new boolean[stops];
    unit = new int[stops];
    eligible = new long[stops][(days + 63) / 64];
    shiftStart = new int[days];
    deadline = new int[days];
    capacity = new int[days];
    technician = new int[days];
    ways = new Ways[days];
    kind = new int[days];
    spansOnDay = new int[days][][];
    Arrays.fill(capacity, Integer.MAX_VALUE);
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
    var ways = waysOf(ordered(travel, n, order), n, null);
    int[] placeOf = new int[n];
    for (int i = 0; i < n; i++) {
      placeOf[order[i]] = i;
    }
    for (int s = 0; s < n - 1; s++) {
      model.place[s] = placeOf[s + 1];
      model.service[s] = service[s + 1];
      model.load[s] = demand[s + 1];
      model.spans[s] = new int[] {open[s + 1], due[s + 1]};
      model.wishedStart[s] = open[s + 1];
      for (int d = 0; d < count; d++) {
        model.allow(s, d);
      }
    }
    for (int d = 0; d < count; d++) {
      model.place[n - 1 + d] = placeOf[0];
      model.shiftStart[d] = open[0];
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

  static Ways waysOf(int[] out, int places, @Nullable Clockwork clockwork) {
    int[] in = new int[out.length];
    for (int from = 0; from < places; from++) {
      for (int to = 0; to < places; to++) {
        in[to * places + from] = out[from * places + to];
      }
    }
    return new Ways(out, in, clockwork);
  }

  private void singleUnits(long pointsEach) {
    members = new int[stops][];
    points = new long[stops];
    takenTechnicians = new int[stops][0];
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
    for (int i = spans.length - 2; i >= 0; i -= 2) {
      if (spans[i] <= limit) {
        return Math.min(spans[i + 1], limit);
      }
    }
    return -NEVER;
  }

  /** Driving time; a missing way between fixed stops costs nothing, it is counted elsewhere. */
  int drive(int day, int fromNode, int toNode, int departure) {
    Ways way = ways[day];
    int seconds = way.out[place[fromNode] * places + place[toNode]];
    if (seconds >= NEVER) {
      return 0;
    }
    return way.clockwork == null
        ? seconds
        : way.clockwork.travel(place[fromNode], place[toNode], departure);
  }

  /** The drive from home to the first stop, left for as late as the start of its work allows. */
  int driveOut(int day, int firstStop, int start) {
    Ways way = ways[day];
    int home = stops + day;
    int leave = start;
    if (way.clockwork != null && isWay(day, home, firstStop)) {
      leave = way.clockwork.latestDeparture(place[home], place[firstStop], start);
    }
    return drive(day, home, firstStop, leave);
  }

  /** The latest departure to arrive by then; the arrival itself where there is no way. */
  int latestDeparture(int day, int fromNode, int toNode, int arrival) {
    Ways way = ways[day];
    if (way.clockwork != null && isWay(day, fromNode, toNode)) {
      return way.clockwork.latestDeparture(place[fromNode], place[toNode], arrival);
    }
    return arrival - drive(day, fromNode, toNode, arrival);
  }

  boolean isWay(int day, int fromNode, int toNode) {
    return ways[day].out[place[fromNode] * places + place[toNode]] < NEVER;
  }

  /** Cost of starting an urgent stop later than anybody may wish for. */
  long delayCost(int stop, int start) {
    int percent = urgency[stop];
    return percent == 0
        ? 0
        : priorityWeight * ((long) Math.max(0, start - wishedStart[stop]) * percent / 100);
  }
}
