package io.trasa.planning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives the planning jobs to nodes, by db-scheduler: each to one node at a time, so many to each as
 * it may have, and to another when nothing is heard of a node any more. A node that shuts down
 * hands its jobs over.
 */
@Component
class SolveQueue implements SmartLifecycle {

  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So long a part lies for other nodes before this one, which works on its job, looks again. */
  private static final Duration FOR_OTHERS = Duration.ofSeconds(1);

  private final SolveRunner runner;
  private final DataSource dataSource;
  private final PlanningSettings settings;
  private final SolveTasks tasks;
  private final PartSearch parts;
  private final CustomTask<Void> task;
  private final CustomTask<Void> partTask;
  private @Nullable Scheduler scheduler;

  SolveQueue(
      SolveRunner runner,
      SolveTasks tasks,
      PartSearch parts,
      DataSource dataSource,
      PlanningSettings settings) {
    this.runner = runner;
    this.tasks = tasks;
    this.parts = parts;
    this.dataSource = dataSource;
    this.settings = settings;
    this.task =
        Tasks.custom(SolveTasks.JOB)
            .onDeadExecutionRevive()
            .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
            .execute((instance, context) -> run(UUID.fromString(instance.getId())));
    this.partTask =
        Tasks.custom(SolveTasks.PART)
            .onFailure((complete, operations) -> operations.remove())
            .execute((instance, context) -> search(SolveParts.Id.of(instance.getId())));
  }

  private CompletionHandler<Void> run(UUID id) {
    return runner.run(id)
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
  }

  private CompletionHandler<Void> search(SolveParts.Id part) {
    if (runner.isAt(part.job()) && parts.isWanted(part)) {
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(FOR_OTHERS));
    }
    parts.run(part);
    return new CompletionHandler.OnCompleteRemove<>();
  }

  /** Part of the running transaction; {@link #wake} once it is committed. */
  void add(SolveJob job) {
    tasks.add(job);
  }

  /** There may be a job to begin. */
  synchronized void wake() {
    if (scheduler != null) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  @Override
  public synchronized void start() {
    runner.comeBack();
    int threads = settings.parallelJobs();
    if (scheduler == null && threads > 0) {
      scheduler =
          Scheduler.create(dataSource, task, partTask)
              .tableName(SolveTasks.TABLE)
              .schedulerName(new SchedulerName.Fixed(name()))
              .threads(threads)
              .enablePriority()
              .pollUsingLockAndFetch(0.99, 1.0)
              .pollingInterval(settings.jobs().poll())
              .heartbeatInterval(settings.jobs().heartbeat())
              .missedHeartbeatsLimit(settings.jobs().missedHeartbeats())
              .shutdownMaxWait(PATIENCE)
              .build();
      scheduler.start();
    }
  }

  /** Of this node, among all of them. */
  private static String name() {
    return ProcessHandle.current().pid() + "@" + new SchedulerName.Hostname().getName();
  }

  @Override
  public synchronized void stop() {
    runner.leave();
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }
}
