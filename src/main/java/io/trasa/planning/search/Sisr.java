package io.trasa.planning.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * Ruin and recreate with simulated annealing: {@link Ruin}, {@link Recreate}, and the acceptance of
 * their source. It can be stopped and gone on with at any time and keeps the best routes seen; with
 * a progress that follows from the steps alone, it finds the same for the same seed.
 */
public final class Sisr {

  /** Temperatures at the start and at the end, in average legs. */
  private static final double HOT = 1;

  private static final double COLD = 0.03;
  private static final int STEPS_BETWEEN_LOOKS = 16;

  /**
   * So many steps in a row are made around stops that are near each other, so many of them: what
   * they read then stays in the processor's cache, which makes a step at 1,000 stops half again as
   * fast.
   */
  private static final int STEPS_IN_REGION = 1000;

  private static final int REGION = 100;

  /** Of those long out so many are tried again in each step. */
  private static final int RETRIES = 10;

  private final Model model;
  private final Routes routes;
  private final Dice dice;
  private final OutList out;
  private final Ruin ruin;
  private final Recreate recreate;
  private final int[] bestNext;
  private int[] region = {};
  private int stepsInRegion;
  private int[] tried;
  private long bestCost;
  private long bestPoints;
  private long steps;
  private double averageLeg;

  /** Starts with empty routes but for fixed stops. */
  public Sisr(Model model, long seed) {
    this(new Routes(model), seed);
  }

  /**
   * @param routes what is placed already
   */
  Sisr(Routes routes, long seed) {
    this.routes = routes;
    model = routes.model;
    dice = new Dice(seed);
    out = new OutList(model);
    ruin = new Ruin(routes, out, dice);
    recreate = new Recreate(routes, out, dice);
    for (int unit = 0; unit < model.members.length; unit++) {
      if (routes.day[model.members[unit][0]] < 0) {
        out.add(unit);
      }
    }
    tried = new int[Math.max(64, out.count())];
    int count = out.count();
    for (int i = 0; i < count; i++) {
      tried[i] = out.get(i);
    }
    recreate.construct(tried, count);
    bestNext = new int[routes.next.length];
    keepBest();
    int legs = model.stops - out.stops();
    for (int size : routes.size) {
      legs += size > 0 ? 1 : 0;
    }
    averageLeg = Math.max(1, (double) routes.cost / Math.max(1, legs));
  }

  /**
   * Searches on.
   *
   * @param progress how much of the time has gone, from 0 to 1; the colder the more
   * @param stop asked every few steps
   * @return true if better routes were found
   */
  public boolean search(DoubleSupplier progress, BooleanSupplier stop) {
    if (model.members.length == 0 || model.days == 0) {
      return false;
    }
    boolean better = false;
    while (!stop.getAsBoolean()) {
      double heat =
          averageLeg * HOT * Math.pow(COLD / HOT, Math.clamp(progress.getAsDouble(), 0.0, 1.0));
      for (int i = 0; i < STEPS_BETWEEN_LOOKS; i++) {
        better |= step(heat);
      }
    }
    return better;
  }

  private boolean step(double heat) {
    steps++;
    long cost = routes.cost;
    long points = out.points();
    int before = out.count();
    int seed = seed();
    routes.begin();
    int count = retries(before);
    ruin.around(seed);
    if (tried.length < count + out.count() - before) {
      tried = Arrays.copyOf(tried, 2 * (count + out.count() - before));
    }
    for (int i = before; i < out.count(); i++) {
      tried[count++] = out.get(i);
    }
    recreate.place(tried, count);
    double worse =
        (double) (out.points() - points) * Model.PER_POINT + (double) (routes.cost - cost);
    if (worse < -heat * Math.log(dice.unit())) {
      boolean best =
          out.points() < bestPoints || (out.points() == bestPoints && routes.cost < bestCost);
      if (best) {
        keepBest();
      }
      return best;
    }
    routes.rollback();
    for (int i = 0; i < count; i++) {
      if (routes.day[model.members[tried[i]][0]] >= 0) {
        out.remove(tried[i]);
      } else {
        out.add(tried[i]);
      }
    }
    return false;
  }

  /** Around one that is out half of the time, while there are such. */
  private int seed() {
    if (out.count() > 0 && dice.unit() < 0.5) {
      return memberOf(out.get(dice.below(out.count())));
    }
    if (stepsInRegion == 0) {
      stepsInRegion = STEPS_IN_REGION;
      region = routes.neighbours.around(memberOf(dice.below(model.members.length)));
    }
    stepsInRegion--;
    return region[dice.below(Math.min(REGION, region.length))];
  }

  private int memberOf(int unit) {
    int[] members = model.members[unit];
    return members[members.length == 1 ? 0 : dice.below(members.length)];
  }

  private int retries(int outCount) {
    int count = Math.min(RETRIES, outCount);
    for (int i = 0; i < count; i++) {
      out.bring(i, i + dice.below(outCount - i));
      tried[i] = out.get(i);
    }
    return count;
  }

  private void keepBest() {
    bestCost = routes.cost;
    bestPoints = out.points();
    System.arraycopy(routes.next, 0, bestNext, 0, bestNext.length);
  }

  /** The best route of a day so far, stop by stop. */
  public int[] best(int day) {
    int count = 0;
    int home = model.stops + day;
    for (int s = bestNext[home]; s != home; s = bestNext[s]) {
      count++;
    }
    int[] stops = new int[count];
    int s = bestNext[home];
    for (int i = 0; i < count; i++, s = bestNext[s]) {
      stops[i] = s;
    }
    return stops;
  }

  /** Weighted travel and delays of the best routes. */
  public long bestCost() {
    return bestCost;
  }

  /** Weighted points of the units that the best routes leave out. */
  public long bestPointsOut() {
    return bestPoints;
  }

  public long steps() {
    return steps;
  }

  /** Places looked at for an insertion. */
  public long checks() {
    return routes.checks;
  }
}
