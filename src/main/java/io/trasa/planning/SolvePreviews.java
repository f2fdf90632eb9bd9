package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.trasa.planning.problem.RoutePlan;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The best plan of a job under way, on any node: from the search where it runs here, else from the
 * routes that were kept last, laid on the problem.
 */
@Component
class SolvePreviews {

  /** A page asks again with each better plan; reading the problem takes longer than drawing it. */
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private static final int MOST_KEPT = 4;

  private final SolveRunner runner;
  private final SolveJobs jobs;
  private final ProblemBuilder problems;
  private final PolicyService policies;
  private final ScenarioKeeper scenarios;
  private final PlanWriter writer;
  private final SolutionManager<RoutePlan, HardMediumSoftScore> scores;
  private final Cache<UUID, Problem> kept =
      Caffeine.newBuilder().expireAfterWrite(MAX_AGE).maximumSize(MOST_KEPT).build();

  SolvePreviews(
      SolveRunner runner,
      SolveJobs jobs,
      ProblemBuilder problems,
      PolicyService policies,
      ScenarioKeeper scenarios,
      PlanWriter writer,
      SolverFactory<RoutePlan> solvers) {
    this.runner = runner;
    this.jobs = jobs;
    this.problems = problems;
    this.policies = policies;
    this.scenarios = scenarios;
    this.writer = writer;
    this.scores = SolutionManager.create(solvers);
  }

  /** Null before there is one, and when the job has ended. */
  @Nullable Plan best(SolveJob job) {
    Improvements.Best here = runner.best(job.id());
    if (here != null) {
      return writer.draft(job.id(), here.problem(), here.plan());
    }
    return jobs.checkpoint(job.id()).map(routes -> drawn(job, routes)).orElse(null);
  }

  private Plan drawn(SolveJob job, KeptRoutes routes) {
    Problem problem =
        kept.get(
            job.id(),
            id ->
                problems.build(
                    job.horizon(),
                    policies.revision(job.policyRevision()),
                    job.scope(),
                    scenarios.of(job)));
    synchronized (problem) {
      routes.layOn(problem.routePlan());
      scores.update(problem.routePlan());
      return writer.draft(job.id(), problem, problem.routePlan());
    }
  }
}
