package io.trasa.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the planning jobs that this node was given: reads the problem, goes on from the routes
 * that were kept if there are any, begins anew from the best when the world changes, and stores the
 * plan, if the job is still its own.
 */
@Component
class SolveRunner implements DisposableBean {

  /** Enough to place what came at the very end. */
  private static final int EXTRA_SECONDS = 2;

  /** After so many the plan is stored; what comes then comes after it. */
  private static final int MOST_EXTRAS = 3;

  /** A job that brings down one node after another has to end. */
  private static final int MOST_ATTEMPTS = 5;

  /** For reading the problem, and for a node that dies. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final Logger log = LoggerFactory.getLogger(SolveRunner.class);

  private final ProblemBuilder problems;
  private final PolicyService policies;
  private final PlanWriter writer;
  private final PlanMeter meter;
  private final ScenarioKeeper scenarios;
  private final SolveJobs jobs;
  private final ProblemChanges changes;
  private final SharedSearch sharing;
  private final SolverFactory<RoutePlan> solvers;
  private final CurrentUser currentUser;
  private final TransactionTemplate storing;
  private final Duration pause;
  private final Clock clock;
  private final Map<UUID, RunningSolve> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().name("solve-", 0).daemon().factory());
  private volatile boolean leaving;

  SolveRunner(
      ProblemBuilder problems,
      PolicyService policies,
      PlanWriter writer,
      PlanMeter meter,
      ScenarioKeeper scenarios,
      SolveJobs jobs,
      ProblemChanges changes,
      SharedSearch sharing,
      SolverFactory<RoutePlan> solvers,
      CurrentUser currentUser,
      PlatformTransactionManager transactions,
      PlanningSettings settings,
      Clock clock) {
    this.problems = problems;
    this.policies = policies;
    this.writer = writer;
    this.meter = meter;
    this.scenarios = scenarios;
    this.jobs = jobs;
    this.changes = changes;
    this.sharing = sharing;
    this.solvers = solvers;
    this.currentUser = currentUser;
    this.storing = new TransactionTemplate(transactions);
    this.pause = settings.jobs().checkpoint();
    this.clock = clock;
  }

  /**
   * Works on a job to its end.
   *
   * @return false if it is left to another node, as this one is shutting down
   */
  boolean run(UUID id) {
    Optional<SolveJob> queued = jobs.find(id).filter(job -> job.state().isActive());
    if (queued.isEmpty()) {
      return true;
    }
    Optional<SolveJob> begun = jobs.begin(id, clock.instant(), GRACE);
    if (begun.isEmpty()) {
      return true;
    }
    SolveJob job = begun.get();
    String refusal = refusal(queued.get(), job);
    if (refusal != null) {
      jobs.fail(job, refusal, job.progress(), clock.instant());
      return true;
    }
    if (job.attempt() > 1) {
      log.info(
          "Planning job {} goes on here after {} s of {} s",
          id,
          job.searchedMillis() / 1000,
          job.limitSeconds());
    }
    var solve = new RunningSolve(job, jobs, changes, clock);
    running.put(id, solve);
    if (leaving) {
      solve.handOver();
    }
    try {
      return run(solve);
    } catch (RuntimeException fault) {
      log.error("Planning job {} failed", id, fault);
      jobs.fail(
          job,
          "Planning failed; the log says why. The plan from before still holds.",
          solve.progress(),
          clock.instant());
      return true;
    } finally {
      running.remove(id, solve);
    }
  }

  private @Nullable String refusal(SolveJob queued, SolveJob begun) {
    boolean waited = queued.state() == JobState.QUEUED;
    if (waited && queued.deadline().isBefore(clock.instant())) {
      return "It waited too long for its turn. Start it again when fewer plans are being made.";
    }
    return begun.attempt() > MOST_ATTEMPTS
        ? "It was given up after %d nodes had begun it and none ended it; their logs say why."
            .formatted(MOST_ATTEMPTS)
        : null;
  }

  private boolean run(RunningSolve solve) {
    SolveJob job = solve.job();
    PolicyRevision policy = policies.revision(job.policyRevision());
    KeptRoutes routes = jobs.checkpoint(job.id()).orElse(null);
    int extras = 0;
    while (true) {
      ProblemChanges.Seen seen = changes.seen(job.horizon(), job.id());
      Problem problem = problems.build(job.horizon(), policy, job.scope(), scenarios.of(job));
      RoutePlan plan = problem.routePlan();
      if (routes != null) {
        routes.layOn(plan);
        plan.setWarm(true);
      }
      var here = new Here(solve, problem, seen, extras == 0);
      RoutePlan best =
          extras == 0 ? sharing.search(solve, problem, here) : here.whole(EXTRA_SECONDS);
      routes = KeptRoutes.of(best);
      switch (solve.end()) {
        case LOST -> {
          log.warn("Planning job {} is not this node's any more", job.id());
          return true;
        }
        case HANDED_OVER -> {
          return false;
        }
        case CHANGED -> log.debug("Planning job {} begins anew, warm", job.id());
        case TIME_IS_UP, STOP_ASKED -> {
          if (extras == MOST_EXTRAS) {
            store(solve, problem, best, null);
            return true;
          }
          if (isStored(solve, problem, best, seen)) {
            return true;
          }
          extras++;
        }
      }
    }
  }

  /** The searches of a problem on this node. */
  private final class Here implements SharedSearch.Here {

    private final RunningSolve solve;
    private final Problem problem;
    private final ProblemChanges.Seen seen;
    private final boolean mayBeginAnew;

    Here(RunningSolve solve, Problem problem, ProblemChanges.Seen seen, boolean mayBeginAnew) {
      this.solve = solve;
      this.problem = problem;
      this.seen = seen;
      this.mayBeginAnew = mayBeginAnew;
    }

    @Override
    public RoutePlan whole(int seconds) {
      problem.routePlan().setLimitSeconds(seconds);
      return solve.search(solver(seconds), problem, seen, mayBeginAnew, pause, ticks);
    }

    @Override
    public RoutePlan part(RoutePlan part, int seconds) {
      part.setLimitSeconds(seconds);
      return solve.searchPart(solver(seconds), part, seen, pause, ticks);
    }
  }

  private Solver<RoutePlan> solver(int seconds) {
    return solvers.buildSolver(
        new SolverConfigOverride()
            .withTerminationConfig(new TerminationConfig().withSecondsSpentLimit((long) seconds)));
  }

  private boolean isStored(
      RunningSolve solve, Problem problem, RoutePlan best, ProblemChanges.Seen seen) {
    try {
      return store(solve, problem, best, seen);
    } catch (ConcurrencyFailureException changing) {
      log.debug("Planning job {} met a change of the same rows", solve.job().id(), changing);
      return false;
    }
  }

  /**
   * Ends the job with its plan, in the name of who started it.
   *
   * @param seen null stores the plan whatever has changed since
   * @return false if something has changed that the plan does not know of: nothing is stored
   */
  private boolean store(
      RunningSolve solve, Problem problem, RoutePlan best, ProblemChanges.@Nullable Seen seen) {
    SolveJob job = solve.job();
    JobState state = solve.end() == RunningSolve.End.STOP_ASKED ? JobState.STOPPED : JobState.DONE;
    Plan drafted = writer.draft(job.id(), problem, best);
    SolveProgress progress = solve.progress().with(measured(job, drafted));
    var done = new AtomicBoolean(true);
    currentUser.actAs(
        job.startedBy(),
        () ->
            storing.executeWithoutResult(
                status -> {
                  if (!jobs.hold(job)) {
                    log.warn("Planning job {} is not this node's any more", job.id());
                    return;
                  }
                  UUID planId =
                      job.scenario() == null
                          ? writer.store(drafted).id()
                          : scenarios.store(job.scenario(), drafted);
                  // The orders are locked now: what is not seen here comes after the plan.
                  if (seen != null && changes.since(seen)) {
                    status.setRollbackOnly();
                    done.set(false);
                    return;
                  }
                  jobs.end(job, state, planId, progress, clock.instant());
                }));
    return done.get();
  }

  private PlanKpis measured(SolveJob job, Plan drafted) {
    return job.scenario() == null
        ? meter.of(drafted, job.horizon())
        : meter.apart(drafted, job.horizon(), scenarios.of(job));
  }

  /** Whether this node works on a job. */
  boolean isAt(UUID id) {
    return running.containsKey(id);
  }

  /** Somebody may have asked a job of this node to stop. */
  void look(UUID id) {
    RunningSolve solve = running.get(id);
    if (solve != null) {
      ticks.execute(solve::look);
    }
  }

  /** The best plan of a job that this node works on; null if it does not, or there is none yet. */
  Improvements.@Nullable Best best(UUID id) {
    RunningSolve solve = running.get(id);
    return solve == null ? null : solve.best();
  }

  /** From now on jobs are handed over instead of worked on, those that run too. */
  void leave() {
    leaving = true;
    running.values().forEach(RunningSolve::handOver);
  }

  void comeBack() {
    leaving = false;
  }

  @Override
  public void destroy() {
    ticks.shutdownNow();
  }
}
