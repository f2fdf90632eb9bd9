package io.trasa.planning;

import io.trasa.orders.OrderChanged;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitStatus;
import io.trasa.parts.WarehouseChanged;
import io.trasa.people.PeopleChanged;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows whether what a plan is made from has changed since it was read, on whichever node. Each
 * transaction that changes orders, visits, people, the warehouse or what is held leaves its id, and
 * PostgreSQL tells exactly which of them a reader saw: none is missed between reading and storing,
 * and nobody waits.
 */
@Component
class ProblemChanges {

  /** A visit on its way from one of these to another keeps its technician and its time. */
  private static final Set<VisitStatus> COURSE =
      EnumSet.of(
          VisitStatus.ACCEPTED,
          VisitStatus.TRAVELLING,
          VisitStatus.IN_PROGRESS,
          VisitStatus.DONE,
          VisitStatus.SETTLED,
          VisitStatus.INVOICED);

  private final JdbcClient jdbc;

  ProblemChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was seen.
   *
   * @param snapshot the transactions that were visible, as PostgreSQL writes it
   * @param plans the state of the plans that cover the days: pins are theirs
   */
  record Seen(Horizon horizon, UUID job, String snapshot, long plans) {}

  /** What is seen by who reads the problem from now on. */
  Seen seen(Horizon horizon, UUID job) {
    String snapshot =
        jdbc.sql("select cast(pg_current_snapshot() as text)").query(String.class).single();
    return new Seen(horizon, job, snapshot, plans(horizon, job));
  }

  /** True if something has changed since; what the running transaction itself does is not told. */
  boolean since(Seen seen) {
    boolean changed =
        jdbc.sql(
                """
                select exists (select from planning_change
                  where made_by >= pg_snapshot_xmin(cast(:seen as pg_snapshot))
                    and not pg_visible_in_snapshot(made_by, cast(:seen as pg_snapshot))
                    and made_by is distinct from pg_current_xact_id_if_assigned())
                """)
            .param("seen", seen.snapshot())
            .query(Boolean.class)
            .single();
    return changed || plans(seen.horizon(), seen.job()) != seen.plans();
  }

  /** Versions only grow, and so does the number of plans. */
  private long plans(Horizon horizon, UUID job) {
    return jdbc.sql(
            """
            select coalesce(sum(version + 1), 0) from planning_plan
            where not apart and job_id <> :job and first_day < cast(:from as date) + :days
              and first_day + days > :from
            """)
        .param("job", job)
        .param("from", horizon.from())
        .param("days", horizon.days())
        .query(Long.class)
        .single();
  }

  /** No job is under way so long. */
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
  void forgetOld() {
    jdbc.sql("delete from planning_change where made_at < now() - interval '1 day'").update();
  }

  @EventListener
  void on(OrderChanged order) {
    mark();
  }

  @EventListener
  void on(VisitChanged visit) {
    if (!COURSE.contains(visit.from()) || !COURSE.contains(visit.to())) {
      mark();
    }
  }

  @EventListener
  void on(PeopleChanged people) {
    mark();
  }

  @EventListener
  void on(WarehouseChanged warehouse) {
    mark();
  }

  /** In the transaction of the change, once. */
  void mark() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      insert();
    } else if (TransactionSynchronizationManager.getSynchronizations().stream()
        .noneMatch(Marked.class::isInstance)) {
      TransactionSynchronizationManager.registerSynchronization(new Marked());
      insert();
    }
  }

  private void insert() {
    jdbc.sql("insert into planning_change default values").update();
  }

  /** Says that the running transaction has left its id. */
  private static final class Marked implements TransactionSynchronization {}
}
