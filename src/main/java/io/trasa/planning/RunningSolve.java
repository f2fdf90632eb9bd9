package io.trasa.planning;

import ai.timefold.solver.core.api.solver.Solver;
import io.trasa.planning.problem.RoutePlan;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A planning job that this node works on: while a search goes on it keeps better plans, and looks
 * whether it has to end. Safe between threads.
 */
final class RunningSolve {

  /** Reading the problem anew must not eat up the time for searching it. */
  private static final int MOST_RESTARTS = 10;

  private static final Duration SHORTEST_SEARCH = Duration.ofSeconds(2);
  private static final Logger log = LoggerFactory.getLogger(RunningSolve.class);

  /** Why a search ended; of several the last counts. */
  enum End {
    TIME_IS_UP,
    /** Something else is to be planned: the search goes on with it. */
    CHANGED,
    STOP_ASKED,
    /** This node is shutting down. */
    HANDED_OVER,
    /** Another node has taken the job over, as nothing was heard of this one. */
    LOST
  }

  private final SolveJob job;
  private final SolveJobs jobs;
  private final ProblemChanges changes;
  private final Clock clock;
  private final Improvements improvements;
  private End end = End.TIME_IS_UP;
  private long searchedMillis;
  private boolean mayBeginAnew;
  private @Nullable Solver<RoutePlan> solver;
  private ProblemChanges.@Nullable Seen seen;
  private long searchBegan;
  private @Nullable RoutePlan kept;

  RunningSolve(SolveJob job, SolveJobs jobs, ProblemChanges changes, Clock clock) {
    this.job = job;
    this.jobs = jobs;
    this.changes = changes;
    this.clock = clock;
    this.improvements = new Improvements(job.startedAt(), job.progress());
    this.searchedMillis = job.searchedMillis();
    if (job.stopAsked()) {
      end = End.STOP_ASKED;
    }
  }

  SolveJob job() {
    return job;
  }

  SolveProgress progress() {
    return improvements.progress();
  }

  /** Null before there is one. */
  Improvements.@Nullable Best best() {
    return improvements.best();
  }

  synchronized End end() {
    return end;
  }

  /** How much of its time is left, at least a second: what is kept must be laid out anew. */
  synchronized int restSeconds() {
    if (end == End.STOP_ASKED) {
      return 1;
    }
    long rest = job.limitSeconds() * 1000L - searchedMillis;
    long untilDeadline = Duration.between(clock.instant(), job.deadline()).toMillis();
    return (int) Math.max(1, Math.ceilDiv(Math.min(rest, untilDeadline), 1000L));
  }

  /**
   * Searches until the time is up or something else ends it; see {@link #end}.
   *
   * @param mayBeginAnew whether it ends when something has changed since the problem was read
   */
  RoutePlan search(
      Solver<RoutePlan> search,
      Problem problem,
      ProblemChanges.Seen problemSeen,
      boolean mayBeginAnew,
      Duration pause,
      ScheduledExecutorService ticks) {
    improvements.begin(problem);
    search.addEventListener(
        event -> improvements.better(event.getNewBestSolution(), clock.instant()));
    begin(search, problemSeen, mayBeginAnew);
    RoutePlan plan = solve(search, problem.routePlan(), pause, ticks);
    improvements.settle(plan);
    return plan;
  }

  /**
   * The same of a part of the plan. Better ones are neither told nor kept: they are not of the
   * whole.
   */
  RoutePlan searchPart(
      Solver<RoutePlan> search,
      RoutePlan part,
      ProblemChanges.Seen problemSeen,
      Duration pause,
      ScheduledExecutorService ticks) {
    begin(search, problemSeen, true);
    return solve(search, part, pause, ticks);
  }

  private RoutePlan solve(
      Solver<RoutePlan> search, RoutePlan begun, Duration pause, ScheduledExecutorService ticks) {
    var ticking =
        ticks.scheduleWithFixedDelay(
            this::look, pause.toMillis() / 4, pause.toMillis(), TimeUnit.MILLISECONDS);
    try {
      begun.startClock();
      RoutePlan plan = search.solve(begun);
      plan.setMemory(null);
      return plan;
    } finally {
      ticking.cancel(false);
      pause();
    }
  }

  private synchronized void begin(
      Solver<RoutePlan> search, ProblemChanges.Seen problemSeen, boolean anew) {
    solver = search;
    seen = problemSeen;
    mayBeginAnew = anew;
    searchBegan = System.nanoTime();
    end = end == End.CHANGED ? End.TIME_IS_UP : end;
  }

  /** Once this returns nothing is kept any more until the next search begins. */
  private synchronized void pause() {
    searchedMillis += sinceBegin().toMillis();
    solver = null;
  }

  private Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - searchBegan);
  }

  /** This node has to give the job up, with the best that it has found. */
  synchronized void handOver() {
    look();
    endWith(End.HANDED_OVER);
  }

  /** Keeps what is new and looks whether the search has to end. */
  synchronized void look() {
    ProblemChanges.Seen problem = seen;
    if (solver == null || problem == null) {
      return;
    }
    try {
      Improvements.Best best = improvements.best();
      boolean better = best != null && best.plan() != kept;
      var found =
          best == null || !better
              ? null
              : new SolveJobs.Better(improvements.progress(), KeptRoutes.of(best.plan()));
      var now = jobs.keep(job, searchedMillis + sinceBegin().toMillis(), found);
      kept = best == null ? kept : best.plan();
      if (now.isEmpty()) {
        endWith(End.LOST);
      } else if (now.get().stopAsked()) {
        endWith(End.STOP_ASKED);
      } else if (isTimeToBeginAnew() && changes.since(problem)) {
        endWith(End.CHANGED);
      }
    } catch (RuntimeException fault) {
      log.warn("Planning job {} could not be kept; the search goes on", job.id(), fault);
    }
    if (end != End.TIME_IS_UP && solver != null) {
      // Again and again: a solver that has only just begun takes no notice.
      solver.terminateEarly();
    }
  }

  private boolean isTimeToBeginAnew() {
    var pause = Duration.ofSeconds(job.limitSeconds()).dividedBy(MOST_RESTARTS);
    pause = pause.compareTo(SHORTEST_SEARCH) < 0 ? SHORTEST_SEARCH : pause;
    var rest =
        Duration.ofSeconds(job.limitSeconds()).minusMillis(searchedMillis).minus(sinceBegin());
    return mayBeginAnew && sinceBegin().compareTo(pause) >= 0 && rest.compareTo(pause) >= 0;
  }

  private void endWith(End why) {
    if (why.compareTo(end) > 0) {
      end = why;
    }
    if (solver != null) {
      solver.terminateEarly();
    }
  }
}
