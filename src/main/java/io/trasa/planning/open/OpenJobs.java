package io.trasa.planning.open;

import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.api.solver.SolverManager;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.SolverManagerConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.common.UnavailableException;
import io.trasa.planning.JobState;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.routing.TravelTimes;
import io.trasa.security.CurrentUser;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Solves the problems of others, one after another beside the company's own planning, and remembers
 * each for an hour. Everybody sees only what he sent.
 */
@Service
public class OpenJobs {

  static final int MAX_WAITING = 20;
  static final Duration KEPT = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(OpenJobs.class);

  private final SolverManager<RoutePlan> solver;
  private final TravelTimes roads;
  private final CurrentUser currentUser;
  private final ZoneId zone;
  private final Clock clock;
  private final Map<UUID, Job> jobs = new LinkedHashMap<>();

  OpenJobs(
      SolverConfig config, TravelTimes roads, CurrentUser currentUser, ZoneId zone, Clock clock) {
    this.solver =
        SolverManager.create(
            SolverFactory.create(config), new SolverManagerConfig().withParallelSolverCount("1"));
    this.roads = roads;
    this.currentUser = currentUser;
    this.zone = zone;
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    solver.close();
  }

  /**
   * A job at one moment.
   *
   * @param plan the best so far; null before there is one
   */
  public record Snapshot(
      UUID id,
      JobState state,
      int seconds,
      Instant sentAt,
      @Nullable Instant endedAt,
      int betterPlans,
      @Nullable OpenPlan plan) {}

  /** One problem on its way. */
  private static final class Job {
    final UUID id = UUID.randomUUID();
    final String owner;
    final Reading reading;
    final Instant sentAt;
    final CompletableFuture<RoutePlan> end = new CompletableFuture<>();
    JobState state = JobState.QUEUED;
    boolean stopAsked;
    int betterPlans;
    @Nullable Instant endedAt;
    @Nullable RoutePlan best;

    Job(String owner, Reading reading, Instant sentAt) {
      this.owner = owner;
      this.reading = reading;
      this.sentAt = sentAt;
    }

    synchronized Snapshot snapshot(boolean withPlan) {
      RoutePlan plan = best;
      return new Snapshot(
          id,
          state,
          reading.seconds(),
          sentAt,
          endedAt,
          betterPlans,
          withPlan && plan != null ? OpenWriter.write(reading, plan) : null);
    }

    synchronized void begin() {
      state = JobState.RUNNING;
    }

    synchronized void better(RoutePlan plan) {
      best = plan;
      betterPlans++;
    }

    synchronized void end(RoutePlan plan, Instant now) {
      best = plan;
      state = stopAsked ? JobState.STOPPED : JobState.DONE;
      endedAt = now;
      end.complete(plan);
    }

    synchronized void fail(Throwable fault, Instant now) {
      state = JobState.FAILED;
      endedAt = now;
      end.completeExceptionally(fault);
    }

    synchronized boolean isActive() {
      return state.isActive();
    }

    synchronized void askToStop() {
      stopAsked = state.isActive();
    }
  }

  /**
   * Begins to solve a problem.
   *
   * @throws io.trasa.common.InvalidInputException naming the field that cannot be taken
   * @throws ConflictException if too many problems wait
   */
  public Snapshot start(OpenProblem problem) {
    return solve(problem).snapshot(false);
  }

  /** Solves a problem and waits for the end. */
  OpenPlan solveNow(OpenProblem problem) {
    Job job = solve(problem);
    try {
      return OpenWriter.write(job.reading, job.end.get());
    } catch (ExecutionException fault) {
      throw new IllegalStateException("Solving failed.", fault.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      solver.terminateEarly(job.id);
      throw new UnavailableException("stopped", "Trasa is shutting down. Send it again later.");
    }
  }

  public Snapshot find(UUID id) {
    return get(id).snapshot(true);
  }

  /** Ends the search; the best plan so far stays. A job that has ended stays as it is. */
  public Snapshot stop(UUID id) {
    Job job = get(id);
    job.askToStop();
    solver.terminateEarly(id);
    return job.snapshot(true);
  }

  private Job solve(OpenProblem problem) {
    Reading reading = OpenReader.read(problem, roads, zone);
    var job = new Job(currentUser.name(), reading, clock.instant());
    remember(job);
    solver
        .solveBuilder()
        .withProblemId(job.id)
        .withProblemFinder(
            id -> {
              job.begin();
              return reading.plan();
            })
        .withBestSolutionEventConsumer(event -> job.better(event.solution()))
        .withFinalBestSolutionEventConsumer(
            event -> {
              event.solution().setMemory(null);
              job.end(event.solution(), clock.instant());
            })
        .withExceptionHandler(
            (id, fault) -> {
              log.error("Solving the problem {} failed", id, fault);
              job.fail(fault, clock.instant());
            })
        .withConfigOverride(
            new SolverConfigOverride()
                .withTerminationConfig(
                    new TerminationConfig().withSecondsSpentLimit((long) reading.seconds())))
        .run();
    return job;
  }

  private synchronized void remember(Job job) {
    Instant tooOld = clock.instant().minus(KEPT);
    jobs.values().removeIf(old -> old.endedAt != null && old.endedAt.isBefore(tooOld));
    if (jobs.values().stream().filter(Job::isActive).count() >= MAX_WAITING) {
      throw new ConflictException(
          "too-many-problems",
          MAX_WAITING + " problems are waiting already.",
          "Send it again when one of them is done.");
    }
    jobs.put(job.id, job);
  }

  private synchronized Job get(UUID id) {
    Job job = jobs.get(id);
    if (job == null || !job.owner.equals(currentUser.name())) {
      throw new NotFoundException("problem", id);
    }
    return job;
  }
}
