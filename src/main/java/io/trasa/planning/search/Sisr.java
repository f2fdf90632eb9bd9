package io.trasa.planning.search;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ruin and recreate with simulated annealing, on one thread or several. It can be stopped and gone
 * on with at any time, while it builds the first routes too, and keeps the best routes seen.
 *
 * <p>With several threads the routes are cut in as many parts that lie apart, each thread searches
 * its own, and after a round they are joined and cut elsewhere ({@link Parts}); where there are too
 * few routes to cut, each thread searches all of them, and the worst goes on with the best's.
 * Beyond some thousand stops one thread searches parts too, one after another.
 *
 * <p>With a progress that follows from the steps alone it finds the same for the same seed and
 * number of threads, if it is not stopped in the midst of a round.
 */
public final class Sisr {

  /** Temperatures at the start and at the end, in average legs. */
  private static final double HOT = 1;

  private static final double COLD = 0.02;

  /** In the place of {@link #HOT} where the routes are good to begin with. */
  private static final double LUKEWARM = 0.1;

  private static final int STEPS_BETWEEN_LOOKS = 4;

  /** Where there is time for so many steps a stop, it is heated up again and cools once more. */
  private static final double STEPS_OF_CYCLE = 5000;

  private static final double MOST_CYCLES = 4;

  /** How much of the time has gone when that is decided. */
  private static final double LOOK_AT_SPEED = 0.05;

  /** With more stops one thread too searches part by part, each of so many or a bit more. */
  private static final int MANY_STOPS = 2000;

  private static final int STOPS_OF_PART = 1000;

  /** Of one thread or part, between two cuts. */
  private static final int ROUND = 4000;

  /** Routes of a part: with fewer, too many places for a stop are in another. */
  private static final int ROUTES_OF_PART = 6;

  private final Model model;
  private final Annealing all;
  private final Annealing[] workers;
  private final Parts parts;
  private final int[] pending;
  private int placed;
  private final int[] bestNext;
  private final int[] bestAgreed;
  private long bestCost;
  private long bestPoints;
  private double averageLeg;
  private double hottest = HOT;

  /** How often it cools; 0 until that is decided. */
  private int cycles;

  /** The workers, if any, work one after another. */
  private final boolean alone;

  /** There were enough routes to cut when all had been built. */
  private boolean inParts;

  private volatile boolean halted;

  /** Each worker has all routes; the one behind is to have others. */
  private boolean shared;

  private @Nullable Annealing behind;

  /** Starts on one thread with empty routes but for fixed stops. */
  public Sisr(Model model, long seed) {
    this(model, seed, 1);
  }

  /**
   * Starts with empty routes but for fixed stops.
   *
   * @param threads how many search at the same time, at least 1
   */
  public Sisr(Model model, long seed, int threads) {
    this(new Routes(model), seed, threads);
  }

  /**
   * @param routes what is placed already
   */
  Sisr(Routes routes, long seed, int threads) {
    model = routes.model;
    all = new Annealing(routes, seed);
    all.beginWithAll();
    pending = all.constructionOrder();
    alone = threads == 1;
    workers = new Annealing[alone ? partsOf(model) : threads];
    for (int i = 0; i < workers.length; i++) {
      var own = alone ? new Routes(model, routes.neighbours) : new Routes(model);
      workers[i] = new Annealing(own, seed + 7919L * (i + 1));
    }
    parts = new Parts(routes, all.out, new Dice(seed));
    bestNext = routes.next.clone();
    bestAgreed = new int[model.stops];
    for (int stop = 0; stop < model.stops; stop++) {
      bestAgreed[stop] = routes.agreedStart(stop);
    }
    bestCost = routes.cost;
    bestPoints = all.out.points();
  }

  /** Begins cool: the routes that it starts with are good already. */
  void beginCool() {
    hottest = LUKEWARM;
  }

  /**
   * Searches on.
   *
   * @param progress how much of the time has gone, from 0 to 1; the colder the more
   * @param stop asked every few steps, by the calling thread
   * @return true if better routes were found
   */
  public boolean search(DoubleSupplier progress, BooleanSupplier stop) {
    if (model.members.length == 0 || model.days == 0) {
      return false;
    }
    boolean better = construct(stop);
    if (placed < pending.length) {
      return better;
    }
    if (workers.length == 0 || (alone && !inParts)) {
      return anneal(progress, stop) || better;
    }
    halted = false;
    if (alone) {
      while (!halted && !stop.getAsBoolean()) {
        better |= roundAlone(heat(progress), stop);
      }
      return better;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(workers.length - 1)) {
      while (!halted && !stop.getAsBoolean()) {
        better |= round(heat(progress), stop, pool);
      }
    }
    return better;
  }

  private double heat(DoubleSupplier progress) {
    double gone = Math.clamp(progress.getAsDouble(), 0.0, 1.0);
    if (cycles == 0 && gone >= LOOK_AT_SPEED) {
      double steps = steps() / gone;
      cycles = (int) Math.clamp(steps / (STEPS_OF_CYCLE * model.stops), 1.0, MOST_CYCLES);
    }
    double inCycle = gone * Math.max(1, cycles);
    // At the very end it stays cold.
    inCycle -= Math.min(Math.floor(inCycle), Math.max(1, cycles) - 1.0);
    return averageLeg * hottest * Math.pow(COLD / hottest, inCycle);
  }

  /** Builds the first routes, as far as there is time. */
  private boolean construct(BooleanSupplier stop) {
    boolean better = false;
    while (placed < pending.length && !stop.getAsBoolean()) {
      int next = Math.min(pending.length, placed + STEPS_BETWEEN_LOOKS);
      all.construct(pending, placed, next);
      placed = next;
      better = true;
    }
    if (better) {
      keepBestOf(all);
    }
    if (placed == pending.length && averageLeg == 0) {
      averageLeg = all.routes.averageLeg();
      inParts = isCuttable();
    }
    return better;
  }

  private boolean anneal(DoubleSupplier progress, BooleanSupplier stop) {
    boolean better = false;
    while (!stop.getAsBoolean()) {
      double heat = heat(progress);
      for (int i = 0; i < STEPS_BETWEEN_LOOKS; i++) {
        better |= all.step(heat);
      }
    }
    if (better) {
      keepBestOf(all);
    }
    return better;
  }

  private static int partsOf(Model model) {
    return model.stops > MANY_STOPS ? model.stops / STOPS_OF_PART : 0;
  }

  private boolean isCuttable() {
    return all.routes.usedDays() >= ROUTES_OF_PART * workers.length;
  }

  /** Part after part, so that what is read in a row stays in the processor's cache. */
  private boolean roundAlone(double heat, BooleanSupplier stop) {
    parts.cut(workers);
    for (int i = 0; i < workers.length && !halted; i++) {
      work(workers[i], heat, stop);
    }
    return join();
  }

  private boolean round(double heat, BooleanSupplier stop, ExecutorService pool) {
    boolean cut = isCuttable();
    if (cut) {
      parts.cut(workers);
      behind = null;
      shared = false;
    } else {
      share();
    }
    var others = new CompletableFuture<?>[workers.length - 1];
    for (int i = 1; i < workers.length; i++) {
      Annealing worker = workers[i];
      others[i - 1] = CompletableFuture.runAsync(() -> work(worker, heat, () -> halted), pool);
    }
    try {
      work(workers[0], heat, stop);
    } catch (RuntimeException | Error failure) {
      halted = true;
      throw failure;
    } finally {
      CompletableFuture.allOf(others).join();
    }
    return cut ? join() : choose();
  }

  private void work(Annealing worker, double heat, BooleanSupplier stop) {
    for (int i = 0; i < ROUND; i++) {
      if (i % STEPS_BETWEEN_LOOKS == 0 && stop.getAsBoolean()) {
        halted = true;
        return;
      }
      worker.step(heat);
    }
  }

  /** Makes one of the parts: their routes as they stand, and their best ones. */
  private boolean join() {
    all.routes.clear();
    all.out.clear();
    long cost = 0;
    long points = 0;
    for (Annealing worker : workers) {
      all.out.addAll(worker.out);
      cost += worker.bestCost();
      points += worker.bestPoints();
    }
    for (int d = 0; d < model.days; d++) {
      all.routes.copy(workers[parts.of(d)].routes, d);
    }
    boolean better = isBetter(points, cost);
    if (better) {
      bestCost = cost;
      bestPoints = points;
      for (int d = 0; d < model.days; d++) {
        keepBest(workers[parts.of(d)], d);
      }
    }
    return better;
  }

  /** Gives all routes to each worker, or those of the best one to the one that is behind. */
  private void share() {
    boolean[] mine = new boolean[model.days];
    Arrays.fill(mine, true);
    for (Annealing worker : workers) {
      if (!shared || worker == behind) {
        worker.beginWith(all.routes, mine);
        for (int i = 0; i < all.out.count(); i++) {
          worker.beginWithout(all.out.get(i));
        }
      }
    }
    shared = true;
  }

  /** Of workers that have all routes each. */
  private boolean choose() {
    Annealing ahead = workers[0];
    Annealing last = workers[0];
    boolean better = false;
    for (Annealing worker : workers) {
      ahead = ahead.isWorseThan(worker) ? worker : ahead;
      last = worker.isWorseThan(last) ? worker : last;
      if (isBetter(worker.bestPoints(), worker.bestCost())) {
        keepBestOf(worker);
        better = true;
      }
    }
    behind = last;
    all.routes.clear();
    all.out.clear();
    all.out.addAll(ahead.out);
    for (int d = 0; d < model.days; d++) {
      all.routes.copy(ahead.routes, d);
    }
    return better;
  }

  private boolean isBetter(long points, long cost) {
    return points < bestPoints || (points == bestPoints && cost < bestCost);
  }

  private void keepBestOf(Annealing worker) {
    bestCost = worker.bestCost();
    bestPoints = worker.bestPoints();
    for (int d = 0; d < model.days; d++) {
      keepBest(worker, d);
    }
  }

  private void keepBest(Annealing worker, int d) {
    int home = model.stops + d;
    int node = home;
    do {
      bestNext[node] = worker.bestNext(node);
      node = bestNext[node];
      if (node != home) {
        bestAgreed[node] = worker.bestAgreed(node);
      }
    } while (node != home);
  }

  /** The best route of a day so far, stop by stop, up to its last visit. */
  public int[] best(int day) {
    int count = 0;
    int taken = 0;
    int home = model.stops + day;
    for (int s = bestNext[home]; s != home; s = bestNext[s]) {
      count++;
      taken = model.own[s] < 0 ? count : taken;
    }
    int[] stops = new int[taken];
    int s = bestNext[home];
    for (int i = 0; i < taken; i++, s = bestNext[s]) {
      stops[i] = s;
    }
    return stops;
  }

  /** The start agreed with others of a stop in the best routes; MIN_VALUE if none was. */
  int bestAgreed(int stop) {
    return bestAgreed[stop];
  }

  /** Weighted travel and delays of the best routes. */
  public long bestCost() {
    return bestCost;
  }

  /** Weighted points of the units that the best routes leave out. */
  public long bestPointsOut() {
    return bestPoints;
  }

  /** Of all threads. */
  public long steps() {
    long steps = all.steps();
    for (Annealing worker : workers) {
      steps += worker.steps();
    }
    return steps;
  }

  /** Places looked at for an insertion, by all threads. */
  public long checks() {
    long checks = all.routes.places.checks;
    for (Annealing worker : workers) {
      checks += worker.routes.places.checks;
    }
    return checks;
  }
}
