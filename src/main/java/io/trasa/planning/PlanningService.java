package io.trasa.planning;

import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverManager;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.security.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The door to planning: starts jobs, watches them, stops them; each ends in a stored draft. */
@Service
public class PlanningService {

  static final int MAX_SECONDS = 600;
  private static final int REMEMBERED_JOBS = 20;
  private static final Logger log = LoggerFactory.getLogger(PlanningService.class);

  private final ProblemBuilder problems;
  private final PolicyService policies;
  private final PlanWriter writer;
  private final SolverManager<RoutePlan> solver;
  private final SolverConfig solverConfig;
  private final PlanningNews news;
  private final CurrentUser currentUser;
  private final ZoneId zone;
  private final Clock clock;
  private final Deque<SolveJob> jobs = new ArrayDeque<>();

  PlanningService(
      ProblemBuilder problems,
      PolicyService policies,
      PlanWriter writer,
      SolverManager<RoutePlan> solver,
      SolverConfig solverConfig,
      PlanningNews news,
      CurrentUser currentUser,
      ZoneId zone,
      Clock clock) {
    this.problems = problems;
    this.policies = policies;
    this.writer = writer;
    this.solver = solver;
    this.solverConfig = solverConfig;
    this.news = news;
    this.currentUser = currentUser;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Begins to plan all technicians on these days.
   *
   * @param seconds how long to search; null takes the configured limit
   * @param policyId what to weigh the wishes by; null takes the default policy
   * @throws InvalidInputException if the days or seconds are out of bounds
   * @throws ConflictException if one of these days is being planned already
   * @throws NotFoundException if there is no such policy
   */
  public SolveJob.Snapshot start(
      LocalDate from, int days, @Nullable Integer seconds, @Nullable UUID policyId) {
    PolicyRevision policy = policies.latest(policyId);
    var horizon = new Horizon(from, days, zone);
    var job =
        new SolveJob(
            UUID.randomUUID(), horizon, limitSeconds(seconds), currentUser.name(), clock.instant());
    remember(job);
    news.tell(job);
    solve(job, limitSeconds(seconds), policy);
    return job.snapshot();
  }

  /** Ends the search; the best plan so far is stored. A job that has ended stays as it is. */
  public SolveJob.Snapshot stop(UUID id) {
    SolveJob job = get(id);
    if (job.askToStop()) {
      solver.terminateEarly(id);
    }
    return job.snapshot();
  }

  public SolveJob.Snapshot find(UUID id) {
    return get(id).snapshot();
  }

  /** The latest jobs, newest first. */
  public synchronized List<SolveJob.Snapshot> latest(boolean onlyActive) {
    return jobs.stream()
        .filter(job -> !onlyActive || job.isActive())
        .map(SolveJob::snapshot)
        .toList();
  }

  /** The best plan of a job so far, as it would be stored; null before there is one. */
  @Nullable Plan bestSoFar(UUID id) {
    SolveJob job = get(id);
    Problem problem = job.problem();
    RoutePlan best = job.best();
    return problem == null || best == null ? null : writer.draft(id, problem, best);
  }

  private void solve(SolveJob job, int limitSeconds, PolicyRevision policy) {
    solver
        .solveBuilder()
        .withProblemId(job.id())
        .withProblemFinder(id -> begin(job, limitSeconds, policy))
        .withBestSolutionEventConsumer(event -> better(job, event.solution()))
        .withFinalBestSolutionEventConsumer(event -> end(job, event.solution()))
        .withExceptionHandler((id, fault) -> fail(job, fault))
        .withConfigOverride(
            new SolverConfigOverride()
                .withTerminationConfig(
                    new TerminationConfig().withSecondsSpentLimit((long) limitSeconds)))
        .run();
  }

  private RoutePlan begin(SolveJob job, int limitSeconds, PolicyRevision policy) {
    Problem problem = problems.build(job.horizon(), policy);
    problem.routePlan().setLimitSeconds(limitSeconds);
    job.begin(problem);
    news.tell(job);
    return problem.routePlan();
  }

  private void better(SolveJob job, RoutePlan plan) {
    job.better(plan, clock.instant());
    news.tellSoon(job);
  }

  private void end(SolveJob job, RoutePlan plan) {
    plan.setMemory(null);
    try {
      Problem problem = Objects.requireNonNull(job.problem(), "ended before it began");
      currentUser.actAs(
          job.startedBy(),
          () -> job.end(writer.store(job.id(), problem, plan).id(), plan, clock.instant()));
      news.tell(job);
      news.boardChanged();
    } catch (RuntimeException fault) {
      fail(job, fault);
    }
  }

  private void fail(SolveJob job, Throwable fault) {
    log.error("Planning job {} failed", job.id(), fault);
    job.fail(
        "Planning failed; the log says why. The plan from before still holds.", clock.instant());
    news.tell(job);
  }

  private synchronized void remember(SolveJob job) {
    for (SolveJob other : jobs) {
      if (other.isActive() && other.horizon().overlaps(job.horizon())) {
        throw new ConflictException(
            "already-planning",
            "%s is planning %s, %d day(s), already."
                .formatted(other.startedBy(), other.horizon().from(), other.horizon().days()),
            "Watch that plan, or stop it first.");
      }
    }
    jobs.addFirst(job);
    if (jobs.size() > REMEMBERED_JOBS && !jobs.getLast().isActive()) {
      jobs.removeLast();
    }
  }

  private synchronized SolveJob get(UUID id) {
    return jobs.stream()
        .filter(job -> job.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("planning job", id));
  }

  private int limitSeconds(@Nullable Integer wished) {
    if (wished == null) {
      var termination = solverConfig.getTerminationConfig();
      Long configured = termination == null ? null : termination.getSecondsSpentLimit();
      return configured == null ? 30 : Math.toIntExact(configured);
    }
    if (wished < 1 || wished > MAX_SECONDS) {
      throw new InvalidInputException(
          "seconds",
          wished,
          "is not between 1 and " + MAX_SECONDS,
          "Leave it out for the configured limit.");
    }
    return wished;
  }
}
