package io.trasa.fieldwork.web;

import io.trasa.fieldwork.VisitReported;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.OrderChanged;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitStatus;
import io.trasa.web.LiveStream;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells phones at once that a visit of theirs is new, different or gone. What a crash swallows does
 * no harm: a phone that connects loads its day again.
 */
@Component
class PhoneNews {

  private static final Set<VisitStatus> IN_OFFICE =
      EnumSet.of(VisitStatus.NEW, VisitStatus.PLANNED);
  private static final Set<VisitStatus> TAKEN_BACK =
      EnumSet.of(VisitStatus.NEW, VisitStatus.PLANNED, VisitStatus.ON_HOLD, VisitStatus.CANCELLED);
  private static final Logger log = LoggerFactory.getLogger(PhoneNews.class);

  private final JobSheets sheets;
  private final OrderService orders;
  private final LiveStream live;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TaskExecutor executor;

  PhoneNews(
      JobSheets sheets,
      OrderService orders,
      LiveStream live,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      TaskExecutor applicationTaskExecutor) {
    this.sheets = sheets;
    this.orders = orders;
    this.live = live;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.executor = applicationTaskExecutor;
  }

  /** A plan that is only made concerns no phone. */
  @EventListener
  void on(VisitChanged visit) {
    if (!IN_OFFICE.contains(visit.from()) || !IN_OFFICE.contains(visit.to())) {
      afterCommit(() -> tell(List.of(visit.visitId())));
    }
  }

  /** The technician shows the customer the sealed report. */
  @EventListener
  void on(VisitReported report) {
    afterCommit(() -> tell(List.of(report.visitId())));
  }

  @EventListener
  void on(OrderChanged order) {
    afterCommit(
        () ->
            tell(
                orders.get(order.orderId()).visits().stream()
                    .filter(visit -> !IN_OFFICE.contains(visit.status()))
                    .map(visit -> visit.id())
                    .toList()));
  }

  private void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            executor.execute(() -> quietly(work));
          }
        });
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      log.warn("Phones were not told of a change; they see it when they load their day", fault);
    }
  }

  private void tell(Collection<UUID> visitIds) {
    for (var sheet : sheets.of(visitIds)) {
      var told = transaction.execute(status -> holders(sheet));
      for (UUID technicianId : told == null ? Set.<UUID>of() : told) {
        live.publishTo(
            LiveStream.technician(technicianId),
            "visit",
            Map.of(
                "id",
                sheet.visitId(),
                "mine",
                has(sheet) && sheet.technicianIds().contains(technicianId)));
      }
    }
  }

  /** Who has the visit now and who had it until now; remembers the former. */
  private Set<UUID> holders(JobSheet sheet) {
    Set<UUID> told =
        new HashSet<>(
            jdbc.sql("delete from fieldwork_holder where visit_id = :id returning technician_id")
                .param("id", sheet.visitId())
                .query(UUID.class)
                .set());
    if (has(sheet)) {
      told.addAll(sheet.technicianIds());
      sheet.technicianIds().forEach(id -> remember(sheet.visitId(), id));
    }
    return told.stream().collect(Collectors.toUnmodifiableSet());
  }

  private void remember(UUID visitId, UUID technicianId) {
    jdbc.sql(
            "insert into fieldwork_holder (visit_id, technician_id) values (:visit, :technician)"
                + " on conflict do nothing")
        .param("visit", visitId)
        .param("technician", technicianId)
        .update();
  }

  private static boolean has(JobSheet sheet) {
    return !TAKEN_BACK.contains(sheet.status());
  }
}
