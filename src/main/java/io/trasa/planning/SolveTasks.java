package io.trasa.planning;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** What db-scheduler gives to nodes, as part of the transaction that asks for it. */
@Component
class SolveTasks {

  static final String TABLE = "planning_task";
  static final TaskDescriptor<Void> JOB = TaskDescriptor.of("plan", Void.class);
  static final TaskDescriptor<Void> PART = TaskDescriptor.of("plan-part", Void.class);

  private final SchedulerClient client;

  SolveTasks(DataSource dataSource) {
    client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
            .tableName(TABLE)
            .enablePriority()
            .build();
  }

  void add(SolveJob job) {
    // Always due: only the turn, and among equals the number, say which goes first.
    client.schedule(
        JOB.instance(job.id().toString())
            .priority(-job.turn())
            .scheduledTo(Instant.EPOCH.plusMillis(job.number())));
  }

  /** Goes before all jobs that are not begun: its own is waiting for it. */
  void add(SolveParts.Id part, int turn) {
    client.schedule(PART.instance(part.toString()).priority(-turn).scheduledTo(Instant.EPOCH));
  }
}
