package io.trasa.planning.search;

import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest place for a stop on {@link Routes}, in O(1) a place where the numbers kept
 * there suffice. Where costs or times do not join, on rich days and behind timed stops, these
 * numbers and a lower bound rule places out, and what is left is counted in full.
 *
 * <p>What a route decides alone, the best place for a stop on it, is known again while the route
 * stands as it did ({@link Recall}).
 */
final class Places {

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

  private static final int[] NOBODY = {};

  /** How many were looked at. */
  long checks;

  /** Where {@link #find} would put the stop: after this node, on this day; −1 for nowhere. */
  int bestAfter = -1;

  int bestDay = -1;

  /** Only this technician's days are looked at; −1 for all. */
  int onlyPerson = -1;

  private final Routes routes;
  private final Model model;
  private final Recall recall;
  private final int[] next;
  private final int[] day;
  private final int[] at;
  private final int[] leave;
  private final int[] latest;
  private final int[] low;
  private final int[] high;
  private final long[] leg;
  private final long[] mark;
  private final int[] patience;
  private final int[] dayAskedAt;
  private int asked;
  private long best;

  /** Of the next best day. */
  private long second;

  /** Where {@link #scanWithCall} would put the call. */
  private int callAfter = -1;

  private int untilBlink = Integer.MAX_VALUE;

  Places(Routes routes) {
    this.routes = routes;
    model = routes.model;
    recall = routes.recall;
    next = routes.next;
    day = routes.day;
    at = routes.at;
    leave = routes.leave;
    latest = routes.latest;
    low = routes.low;
    high = routes.high;
    leg = routes.leg;
    mark = routes.mark;
    patience = new int[model.stops];
    dayAskedAt = new int[model.days];
  }

  /** Inserts a stop where it was found to be best and brings the route's times up to date. */
  void insert(int stop) {
    int after = bestAfter;
    int d = bestDay;
    if (needsCall(stop, d)) {
      int call = model.depot[d];
      after = after(scanWithCall(stop, d, -1, Long.MAX_VALUE));
      routes.place(call, callAfter, d);
      after = after == callAfter ? call : after;
    }
    routes.place(stop, after, d);
    if (model.rich[d]) {
      routes.refresh(d);
      routes.settle(d);
    } else if (routes.walked[d] || model.timing[stop] != null) {
      routes.refresh(d);
    } else {
      routes.spread(stop, d);
    }
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
  void find(int stop, @Nullable Dice dice, double blink, int[] with) {
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
    boolean everywhere = dice == null || routes.open.usedCount() <= FEW || dice.unit() < WIDE;
    if (!everywhere) {
      for (int near : routes.neighbours.beside(stop)) {
        int d = day[near];
        if (d >= 0 && dayAskedAt[d] != asked) {
          dayAskedAt[d] = asked;
          consider(stop, d, people, dice, blink);
        }
      }
    }
    if (everywhere || (bestAfter < 0 && --patience[stop] < 0)) {
      for (int i = 0; i < routes.open.usedCount(); i++) {
        int d = routes.open.used(i);
        if (dayAskedAt[d] != asked) {
          consider(stop, d, people, dice, blink);
        }
      }
      patience[stop] = bestAfter < 0 ? PATIENCE : 0;
    }
    int kinds = routes.open.kinds();
    int count = everywhere ? kinds : Math.min(kinds, MOST_KINDS);
    int kind = count < kinds && dice != null ? dice.below(kinds) : 0;
    for (int i = 0; i < count; i++) {
      consider(stop, routes.open.emptyOf(kind), people, dice, blink);
      kind = kind + 1 < kinds ? kind + 1 : 0;
    }
  }

  /**
   * By how much the next best day is worse for the stop than the best that {@link #find} found;
   * {@link Long#MAX_VALUE} if no other day may have it, −1 if none at all.
   */
  long regret() {
    if (bestAfter < 0) {
      return -1;
    }
    return second == Long.MAX_VALUE ? Long.MAX_VALUE : (second >> NODE_BITS) - (best >> NODE_BITS);
  }

  /** Finds the cheapest place for a stop on one day, as {@link #find} does; false for none. */
  boolean findOn(int stop, int d) {
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
    return routes.loadOf[d] + model.load[stop] <= model.capacity[d]
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
    return model.rich[d]
        && !routes.supplies.isOnVan(stop, d)
        && (model.depot[d] < 0 || day[model.depot[d]] != d);
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
    int home = routes.home(d);
    int here = m.place[stop];
    int from = here * m.places;
    Model.Ways ways = m.ways[d];
    int[] in = ways.in();
    int[] out = ways.out();
    int[] toll = ways.toll();
    int[] tollIn = ways.tollIn();
    boolean clocked = ways.clockwork() != null;
    boolean full = m.rich[d] || routes.walked[d];
    if (!full && toll == null && m.endPlace[d] >= 0) {
      return scanLegs(stop, d, overlooked);
    }
    boolean supplied = !m.rich[d] || routes.supplies.isOnVan(stop, d);
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
      if (full && (routes.isOwn(p) || routes.isOwn(q))) {
        if (start <= last
            && way < Model.NEVER
            && p != overlooked
            && (clocked || legsAdded(stop, d, p) - routes.slackCost[d] < bestDelta)) {
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
          boolean hopeless = !clocked && delta - routes.slackCost[d] >= bestDelta;
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
    int to = q == routes.home(d) ? model.endPlace[d] : at[q];
    return done + (to < 0 ? 0 : model.drive(d, model.place[stop], to, done)) <= latest[q];
  }

  /** What the legs of a stop cost more between this node, a break or call, or before one. */
  private long legsAdded(int stop, int d, int p) {
    int home = routes.home(d);
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
    int home = routes.home(d);
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

  /**
   * What an insertion costs, counted in full; {@link Routes#INFEASIBLE} if it costs more than that.
   */
  private long count(int stop, int d, int p, long most) {
    routes.row[0] = stop;
    return added(d, routes.tally(d, p, routes.fill(1, next[p], routes.home(d)), 1, bound(d, most)));
  }

  private long added(int d, long costs) {
    return costs == Routes.INFEASIBLE ? Routes.INFEASIBLE : costs - routes.costOf[d];
  }

  /** The most that a day may cost to be better than what was found. */
  private long bound(int d, long mostAdded) {
    return mostAdded == Long.MAX_VALUE ? Long.MAX_VALUE : mostAdded + routes.costOf[d];
  }

  /** Tries every place for the stop with every place before it for the call that it needs. */
  private long scanWithCall(int stop, int d, int overlooked, long limit) {
    int home = routes.home(d);
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
      int called = routes.start(call, d, leave[x] + onto);
      if (called >= Model.NEVER) {
        break;
      }
      int gone = called + model.serviceOf(call, d);
      int y = next[x];
      boolean inTime =
          y == home
              || routes.isOwn(y)
              || gone + model.drive(d, model.place[call], at[y], gone) <= latest[y];
      long least = y == home || routes.isOwn(x) || routes.isOwn(y) ? Long.MIN_VALUE / 4 : onto;
      if (least >= 0) {
        least =
            model.travelWeight * (onto + (long) model.drive(d, model.place[call], at[y], gone))
                - leg[x]
                - routes.slackCost[d];
      }
      if (!routes.supplies.isSuppliedUpTo(x, d)) {
        break;
      }
      if (inTime) {
        routes.row[0] = call;
        int p = x;
        int place = model.place[call];
        int leaving = gone;
        do {
          checks++;
          int begun = routes.start(stop, d, leaving + model.drive(d, place, here, leaving));
          if (begun >= Model.NEVER) {
            break;
          }
          if (p != overlooked
              && isInTime(stop, d, begun + service, next[p])
              && (clocked || p == x || least + legsAdded(stop, d, p) < bestDelta)) {
            int count = routes.fill(1, next[x], next[p]);
            routes.row[count] = stop;
            int length = routes.fill(count + 1, next[p], home);
            long delta = added(d, routes.tally(d, x, length, count + 1, bound(d, bestDelta)));
            if (delta < bestDelta) {
              bestDelta = delta;
              bestNode = p;
              callAfter = x;
            }
          }
          p = next[p];
          if (p != home) {
            int to = model.floating[p] ? place : model.place[p];
            int next = routes.start(p, d, leaving + model.drive(d, place, to, leaving));
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
    routes.supplies.count(d);
    return bestNode < 0 ? noPlace(most) : bestDelta << NODE_BITS | bestNode;
  }
}
