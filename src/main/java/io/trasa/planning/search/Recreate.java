package io.trasa.planning.search;

import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Greedy insertion with blinks, one unit after another in an order that is drawn each time, as in
 * {@link Ruin}'s source; beside its orders (random, demand, far, close) those by time windows, and
 * the weightiest first where visits differ in weight.
 */
final class Recreate {

  private static final double BLINK = 0.01;

  /** How often the next is always the one that would lose most by waiting. */
  private static final double REGRET = 0.01;

  private enum Order {
    RANDOM(4),
    DEMAND(4),
    FAR(2),
    CLOSE(1),
    SHORT_WINDOW(2),
    EARLY(2),
    SOON_OVER(2),
    POINTS(4);

    final int share;

    Order(int share) {
      this.share = share;
    }
  }

  private final Model model;
  private final Routes routes;
  private final OutList out;
  private final Dice dice;
  private final int[] remoteness;
  private final Order[] lots;
  private final boolean weighty;

  /** No stop can make the others cheaper. */
  private final boolean onlyGrows;

  private final Ties ties;
  private final int[] inBatch;
  private int batch;
  private long[] keys = new long[256];

  Recreate(Routes routes, OutList out, Dice dice) {
    this.model = routes.model;
    this.routes = routes;
    this.out = out;
    this.dice = dice;
    ties = new Ties(routes, dice);
    inBatch = new int[model.members.length];
    remoteness = remoteness(model);
    boolean loaded = Arrays.stream(model.load).anyMatch(load -> load > 0);
    onlyGrows =
        model.dayWeights.waiting() == 0
            && Arrays.stream(model.timing).allMatch(t -> t == null || t.onlyGrows());
    weighty = Arrays.stream(model.points).distinct().count() > 1;
    lots =
        Arrays.stream(Order.values())
            .filter(order -> loaded || order != Order.DEMAND)
            .filter(order -> weighty || order != Order.POINTS)
            .flatMap(order -> Collections.nCopies(order.share, order).stream())
            .toArray(Order[]::new);
  }

  private static int[] remoteness(Model model) {
    int[] far = new int[model.stops];
    for (int s = 0; s < model.stops; s++) {
      for (int d = 0; d < model.days && far[s] == 0; d++) {
        if (model.isAllowed(s, d)) {
          far[s] =
              model.drive(d, model.place[model.stops + d], model.place[s], model.shiftStart[d]);
        }
      }
    }
    return far;
  }

  /** Sorts units as they are best placed for the first time. */
  void sortForConstruction(int[] units) {
    sort(units, units.length, weighty ? Order.POINTS : Order.FAR);
  }

  /** Places the units that fit, in this order, without chance. */
  void construct(int[] units, int from, int to) {
    begin(units, from, to);
    for (int i = from; i < to; i++) {
      place(units[i], null);
    }
  }

  /**
   * Tries to place these units; those that fit leave the list of those that are out. Goes no
   * further once the routes are sure to get worse by more than is allowed.
   *
   * @param cost of the routes before, as the next
   * @param points of what was out
   * @param most by how much they may get worse
   * @return false if it went no further
   */
  boolean place(int[] units, int count, long cost, long points, double most) {
    sort(units, count, lots[dice.below(lots.length)]);
    begin(units, 0, count);
    long pending = 0;
    for (int i = 0; i < count; i++) {
      pending += model.points[units[i]];
    }
    boolean regretful = dice.unit() < REGRET;
    for (int i = 0; i < count; i++) {
      if (regretful) {
        bringMostRegretted(units, i, count);
      }
      int unit = units[i];
      if (place(unit, dice) || model.waits[unit] == null) {
        pending -= model.points[unit];
      }
      // What is pending may be placed yet; if costs only grow, what they are now is sure to be
      // left.
      double sure = (double) (out.points() - pending - points) * Model.PER_POINT;
      if (sure + (onlyGrows ? routes.cost : 0) - cost >= most) {
        return false;
      }
    }
    return true;
  }

  private void sort(int[] units, int count, Order order) {
    if (keys.length < count) {
      keys = new long[count];
    }
    for (int i = 0; i < count; i++) {
      keys[i] = (long) key(units[i], order) << 32 | units[i];
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      units[i] = (int) keys[i];
    }
  }

  /**
   * Brings to a position the unit, of those from there on, whose second best route is worse than
   * its best by most; of crews and those that wait for others there is no telling, they stay
   * behind.
   */
  private void bringMostRegretted(int[] units, int at, int count) {
    int most = at;
    long greatest = -1;
    for (int i = at; i < count; i++) {
      int[] members = model.members[units[i]];
      if (!model.isTied(units[i]) && routes.day[members[0]] < 0) {
        routes.places.find(members[0], dice, BLINK, members);
        long regret = routes.places.regret();
        if (regret > greatest) {
          greatest = regret;
          most = i;
        }
      }
    }
    int unit = units[most];
    units[most] = units[at];
    units[at] = unit;
  }

  private void begin(int[] units, int from, int to) {
    batch++;
    for (int i = from; i < to; i++) {
      inBatch[units[i]] = batch;
    }
  }

  /** Places a unit if it fits, and before it what it waits for. */
  private boolean place(int unit, @Nullable Dice blinking) {
    int[] members = model.members[unit];
    if (routes.day[members[0]] >= 0) {
      return true;
    }
    inBatch[unit] = 0;
    boolean placed;
    if (model.waits[unit] != null || model.isCrewed(members[0])) {
      placed = isReady(unit, blinking) && ties.place(unit, blinking, BLINK);
    } else {
      routes.places.find(members[0], blinking, BLINK, members);
      placed = routes.places.bestAfter >= 0;
      if (placed) {
        routes.places.insert(members[0]);
      }
    }
    if (placed) {
      out.remove(unit);
    }
    return placed;
  }

  /** True if all that the unit waits for is placed, maybe just now. */
  private boolean isReady(int unit, @Nullable Dice blinking) {
    Model.Waits waits = model.waits[unit];
    for (int i = 0; waits != null && i < waits.before().length; i++) {
      int before = waits.before()[i];
      boolean ready =
          routes.isPlaced(before) || (inBatch[before] == batch && place(before, blinking));
      if (!ready) {
        return false;
      }
    }
    return true;
  }

  private int key(int unit, Order order) {
    int stop = model.members[unit][0];
    int[] spans = model.spans[stop];
    return switch (order) {
      case RANDOM -> dice.below(1 << 30);
      case DEMAND -> -model.load[stop];
      case FAR -> -remoteness[stop];
      case CLOSE -> remoteness[stop];
      case SHORT_WINDOW -> spans[spans.length - 1] - spans[0];
      case EARLY -> spans[0];
      case SOON_OVER -> spans[spans.length - 1];
      case POINTS -> (int) -Math.min(Integer.MAX_VALUE, model.points[unit]);
    };
  }
}
