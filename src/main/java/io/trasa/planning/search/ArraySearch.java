package io.trasa.planning.search;

import io.trasa.planning.problem.RoutePlan;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The array search of one plan: what it knows between two slices of time. */
final class ArraySearch implements RoutePlan.Memory {

  private static final long SEED = 20_251_124;
  private static final long MILLI = 1_000_000;
  private static final long SHORTEST_SLICE = 100 * MILLI;
  private static final long LONGEST_SLICE = 500 * MILLI;
  private static final int SLICES = 40;

  /** A slice is so many times as long as handing over took. */
  private static final int WORTH = 4;

  /** Who is told to stop does not begin to hand over what takes longer. */
  private static final long PROMPT = 300 * MILLI;

  private final Model model;
  private final long lostPoints;
  private final Sisr sisr;
  private final long begin;
  private final long limit;
  private boolean handedOver;
  private boolean given;
  private long sliceEnd;

  /** From the end of a slice that was handed over to the next. */
  private long handOver;

  private boolean better;

  private ArraySearch(
      RoutePlan plan, PlanModel.Translation translation, long seed, int threads, long begin) {
    this.begin = begin;
    limit = plan.getLimitSeconds() * 1000L * MILLI;
    model = translation.model();
    lostPoints = translation.lostPoints();
    sisr = new Sisr(PlanModel.routesOf(plan, model), seed, threads);
    if (plan.isWarm()) {
      sisr.beginCool();
    }
  }

  /**
   * The search that works on this plan, begun on so many threads if there is none yet.
   *
   * @return null if it was stopped before it could begin
   */
  static @Nullable ArraySearch of(RoutePlan plan, int threads, BooleanSupplier stopped) {
    if (plan.getMemory() instanceof ArraySearch search) {
      return search;
    }
    Long clock = plan.getClock();
    long begin = clock == null ? System.nanoTime() : clock;
    PlanModel.Translation translation = PlanModel.of(plan, stopped);
    if (translation == null) {
      return null;
    }
    var search = new ArraySearch(plan, translation, SEED, threads, begin);
    plan.setMemory(search);
    return search;
  }

  /** A search of its own for a test, whose outcome the seed alone decides. */
  static ArraySearch seeded(RoutePlan plan, long seed, int threads) {
    return new ArraySearch(plan, PlanModel.of(plan), seed, threads, System.nanoTime());
  }

  /** Nothing to move, or its routes were refused. */
  boolean isOver() {
    return given || model.members.length == 0 || model.days == 0;
  }

  void giveUp() {
    given = true;
  }

  /**
   * Searches for a while, the longer the longer handing over takes: with 10,000 stops that is
   * seconds. If it is told to stop in the midst of its time and that would take too long, what was
   * handed over last is the plan.
   *
   * @return true if there are routes to hand over
   */
  boolean slice(BooleanSupplier terminated) {
    long now = System.nanoTime();
    if (better) {
      handOver = now - sliceEnd;
    }
    long length =
        Math.max(Math.clamp(limit / SLICES, SHORTEST_SLICE, LONGEST_SLICE), WORTH * handOver);
    long rest = begin + limit - handOver - now;
    long end = now + Math.max(SHORTEST_SLICE, Math.min(length, rest));
    better =
        search(
            () -> (double) (System.nanoTime() - begin) / (limit - handOver),
            () -> System.nanoTime() >= end || terminated.getAsBoolean());
    sliceEnd = System.nanoTime();
    boolean toldToStop = sliceEnd < Math.min(end, begin + limit);
    return better && !(toldToStop && handOver > PROMPT);
  }

  boolean search(DoubleSupplier progress, BooleanSupplier stop) {
    boolean toHandOver = sisr.search(progress, stop) || !handedOver;
    handedOver = true;
    return toHandOver;
  }

  @Override
  public long steps() {
    return sisr.steps();
  }

  @Override
  public long checks() {
    return sisr.checks();
  }

  /** The best route of a day, as indexes of the plan's stops. */
  int[] route(int day) {
    return sisr.best(day);
  }

  /** The start that the best routes agree on for a stop; null if none. */
  @Nullable Integer agreedStart(int stop) {
    int agreed = sisr.bestAgreed(stop);
    return agreed == Integer.MIN_VALUE ? null : agreed;
  }

  /** What the rules of the middle level say by this search's own count, as in a score. */
  long mediumScore() {
    return -sisr.bestPointsOut() - lostPoints;
  }

  /** What the wishes say by this search's own count, as in a score. */
  long softScore() {
    return -sisr.bestCost();
  }
}
