package io.trasa.planning.search;

import java.util.Arrays;

/**
 * Ruin and recreate with simulated annealing on the routes of one thread: {@link Ruin}, {@link
 * Recreate}, and the acceptance of their source.
 */
final class Annealing {

  /**
   * So many steps in a row are made around stops that are near each other, so many of them: what
   * they read then stays in the processor's cache, which makes a step at 1,000 stops half again as
   * fast.
   */
  private static final int STEPS_IN_REGION = 1000;

  private static final int REGION = 100;

  /** Of those long out so many are tried again in each step. */
  private static final int RETRIES = 10;

  /**
   * After so many steps the next stop is polished, if its route has changed since the last time.
   */
  private static final int STEPS_TO_POLISH = 4;

  final Routes routes;
  final OutList out;
  private final Model model;
  private final Dice dice;
  private final Ruin ruin;
  private final Recreate recreate;
  private final Polish polish;
  private int toPolish;

  /** Days that changed before the round of stops to polish began, and since. */
  private boolean[] isRough;

  private boolean[] isGettingRough;

  /** Units that are on these routes or might be. */
  private final int[] units;

  private int unitCount;
  private int[] region = {};
  private int stepsInRegion;
  private int[] tried = new int[64];
  private long steps;

  /** The best routes seen, as {@link Routes#next}, but for the days since changed. */
  private final int[] bestNext;

  private final int[] bestAgreed;
  private long bestCost;
  private long bestPoints;
  private final int[] changed;
  private final boolean[] isChanged;
  private int changedCount;

  Annealing(Routes routes, long seed) {
    this.routes = routes;
    model = routes.model;
    dice = new Dice(seed);
    out = new OutList(model);
    ruin = new Ruin(routes, out, dice);
    recreate = new Recreate(routes, out, dice);
    polish = new Polish(routes);
    isRough = new boolean[model.days];
    isGettingRough = new boolean[model.days];
    units = new int[model.members.length];
    bestNext = routes.next.clone();
    bestAgreed = new int[model.stops];
    changed = new int[model.days];
    isChanged = new boolean[model.days];
  }

  /** Begins with the routes as they stand and all units. */
  void beginWithAll() {
    for (int unit = 0; unit < model.members.length; unit++) {
      units[unit] = unit;
      if (routes.day[model.members[unit][0]] < 0) {
        out.add(unit);
      }
    }
    unitCount = units.length;
    begin();
  }

  /**
   * Begins with some days of another's routes, and what is to come by {@link #beginWithout}.
   *
   * @param mine by day; the others are as if they were not there
   */
  void beginWith(Routes other, boolean[] mine) {
    routes.copy(other, mine);
    out.clear();
    unitCount = 0;
    for (int unit = 0; unit < model.members.length; unit++) {
      if (routes.day[model.members[unit][0]] >= 0) {
        units[unitCount++] = unit;
      }
    }
    begin();
  }

  /** Adds a unit that is out. */
  void beginWithout(int unit) {
    out.add(unit);
    units[unitCount++] = unit;
    bestPoints = out.points();
  }

  /** True if these routes, as they stand, are worse than another's. */
  boolean isWorseThan(Annealing other) {
    return out.points() > other.out.points()
        || (out.points() == other.out.points() && routes.cost > other.routes.cost);
  }

  private void begin() {
    stepsInRegion = 0;
    changedCount = 0;
    Arrays.fill(isChanged, false);
    Arrays.fill(isRough, false);
    Arrays.fill(isGettingRough, false);
    System.arraycopy(routes.next, 0, bestNext, 0, bestNext.length);
    for (int stop = 0; stop < model.stops; stop++) {
      bestAgreed[stop] = routes.agreedStart(stop);
    }
    bestCost = routes.cost;
    bestPoints = out.points();
  }

  /** Places units that are out, without chance, the first to place first. */
  void construct(int[] pending, int from, int to) {
    routes.begin();
    recreate.construct(pending, from, to);
    ruin.emptyBrokenDays();
    noteChanges();
    noteBest();
  }

  /** In which order {@link #construct} does best; they are all that are out. */
  int[] constructionOrder() {
    int[] pending = new int[out.count()];
    for (int i = 0; i < pending.length; i++) {
      pending[i] = out.get(i);
    }
    recreate.sortForConstruction(pending);
    return pending;
  }

  /** True if the routes got better than ever. */
  boolean step(double heat) {
    if (unitCount == 0) {
      return false;
    }
    boolean polished = ++steps % STEPS_TO_POLISH == 0 && polish();
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
    double most = -heat * Math.log(dice.unit());
    boolean whole = recreate.place(tried, count, cost, points, most);
    if (whole && routes.brokenDays == 0 && worse(cost, points) < most) {
      noteChanges();
      return noteBest() || polished;
    }
    routes.rollback();
    for (int i = 0; i < count; i++) {
      if (routes.day[model.members[tried[i]][0]] >= 0) {
        out.remove(tried[i]);
      } else {
        out.add(tried[i]);
      }
    }
    return polished;
  }

  /** Betters what stands behind the next stop; true if the routes got better than ever. */
  private boolean polish() {
    if (toPolish == model.stops) {
      toPolish = 0;
      boolean[] polished = isRough;
      isRough = isGettingRough;
      isGettingRough = polished;
      Arrays.fill(isGettingRough, false);
    }
    int stop = toPolish++;
    int d = routes.day[stop];
    if (d < 0 || !isRough[d] || !polish.after(stop)) {
      return false;
    }
    noteChanges();
    return noteBest();
  }

  private double worse(long cost, long points) {
    return (double) (out.points() - points) * Model.PER_POINT + (double) (routes.cost - cost);
  }

  /** Around one that is out half of the time, while there are such. */
  private int seed() {
    if (out.count() > 0 && dice.unit() < 0.5) {
      return memberOf(out.get(dice.below(out.count())));
    }
    if (stepsInRegion == 0) {
      stepsInRegion = STEPS_IN_REGION;
      region = routes.neighbours.around(memberOf(units[dice.below(unitCount)]));
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

  private void noteChanges() {
    for (int i = 0; i < routes.touchedCount(); i++) {
      int d = routes.touched(i);
      isGettingRough[d] = true;
      if (!isChanged[d]) {
        isChanged[d] = true;
        changed[changedCount++] = d;
      }
    }
  }

  private boolean noteBest() {
    boolean best =
        out.points() < bestPoints || (out.points() == bestPoints && routes.cost < bestCost);
    if (best) {
      bestCost = routes.cost;
      bestPoints = out.points();
      for (int i = 0; i < changedCount; i++) {
        isChanged[changed[i]] = false;
        int home = routes.home(changed[i]);
        int s = home;
        do {
          bestNext[s] = routes.next[s];
          s = routes.next[s];
          if (s != home) {
            bestAgreed[s] = routes.agreedStart(s);
          }
        } while (s != home);
      }
      changedCount = 0;
    }
    return best;
  }

  /** The next node on the best routes. */
  int bestNext(int node) {
    return bestNext[node];
  }

  /** The start agreed with others of a stop on the best routes; MIN_VALUE if none was. */
  int bestAgreed(int stop) {
    return bestAgreed[stop];
  }

  long bestCost() {
    return bestCost;
  }

  long bestPoints() {
    return bestPoints;
  }

  long steps() {
    return steps;
  }
}
