package io.trasa.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.planning.problem.RoutePlan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Searches parts of jobs that other nodes work on. */
@Component
class PartSearch implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(PartSearch.class);

  private final SolveParts parts;
  private final SolveJobs jobs;
  private final ProblemBuilder problems;
  private final PolicyService policies;
  private final ScenarioKeeper scenarios;
  private final SolverFactory<RoutePlan> solvers;
  private final Duration pause;
  private final ScheduledExecutorService ticks =
      Executors.newScheduledThreadPool(1, Thread.ofPlatform().name("part-", 0).daemon().factory());

  PartSearch(
      SolveParts parts,
      SolveJobs jobs,
      ProblemBuilder problems,
      PolicyService policies,
      ScenarioKeeper scenarios,
      SolverFactory<RoutePlan> solvers,
      PlanningSettings settings) {
    this.parts = parts;
    this.jobs = jobs;
    this.problems = problems;
    this.policies = policies;
    this.scenarios = scenarios;
    this.solvers = solvers;
    this.pause = settings.jobs().checkpoint();
  }

  /** Reads the problem as it is now and cuts the part from it. */
  RoutePlan read(SolveJob job, PlanPart part) {
    PolicyRevision policy = policies.revision(job.policyRevision());
    return part.cutFrom(
        problems.build(job.horizon(), policy, job.scope(), scenarios.of(job)).routePlan());
  }

  boolean isWanted(SolveParts.Id id) {
    return parts.isWanted(id);
  }

  /** Searches a part, if nobody has taken it yet, until its time is up or nobody wants it more. */
  void run(SolveParts.Id id) {
    Optional<SolveParts.Taken> taken = parts.take(id);
    Optional<SolveJob> job = jobs.find(id.job());
    if (taken.isEmpty() || job.isEmpty()) {
      return;
    }
    long began = System.nanoTime();
    RoutePlan plan = read(job.get(), taken.get().part());
    double gone = (System.nanoTime() - began) / 1e9;
    int seconds = (int) (taken.get().seconds() - gone);
    if (seconds < 1) {
      log.info("There is no time left to search part {}", id);
      return;
    }
    plan.setLimitSeconds(seconds);
    Solver<RoutePlan> solver =
        solvers.buildSolver(
            new SolverConfigOverride()
                .withTerminationConfig(
                    new TerminationConfig().withSecondsSpentLimit((long) seconds)));
    var looking =
        ticks.scheduleWithFixedDelay(
            () -> look(id, solver), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    try {
      plan.startClock();
      parts.done(id, KeptRoutes.of(solver.solve(plan)));
    } finally {
      looking.cancel(false);
    }
  }

  private void look(SolveParts.Id id, Solver<RoutePlan> solver) {
    try {
      if (!parts.isWanted(id)) {
        solver.terminateEarly();
      }
    } catch (RuntimeException fault) {
      log.warn("Nobody can say whether part {} is still wanted; the search goes on", id, fault);
    }
  }

  @Override
  public void destroy() {
    ticks.shutdownNow();
  }
}
