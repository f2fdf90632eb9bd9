package io.trasa.planning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Gives the planning jobs to nodes, by db-scheduler: each to one node at a time, so many to each as
 * it may have, and to another when nothing is heard of a node any more. A node that shuts down
 * hands its jobs over.
 */
@Component
class SolveQueue implements SmartLifecycle {

  private static final String TABLE = "planning_task";
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SolveRunner runner;
  private final DataSource dataSource;
  private final PlanningSettings settings;
  private final CustomTask<Void> task;
  private final SchedulerClient client;
  private @Nullable Scheduler scheduler;

  SolveQueue(SolveRunner runner, DataSource dataSource, PlanningSettings settings) {
    this.runner = runner;
    this.dataSource = dataSource;
    this.settings = settings;
    this.task =
        Tasks.custom(TaskDescriptor.of("plan", Void.class))
            .onDeadExecutionRevive()
            .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
            .execute((instance, context) -> run(UUID.fromString(instance.getId())));
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
            .tableName(TABLE)
            .enablePriority()
            .build();
  }

  private CompletionHandler<Void> run(UUID id) {
    return runner.run(id)
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
  }

  /** Part of the running transaction; {@link #wake} once it is committed. */
  void add(SolveJob job) {
    // Always due: only the turn, and among equals the number, say which goes first.
    client.schedule(
        task.instanceBuilder(job.id().toString())
            .priority(-job.turn())
            .scheduledTo(Instant.EPOCH.plusMillis(job.number())));
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
          Scheduler.create(dataSource, task)
              .tableName(TABLE)
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
