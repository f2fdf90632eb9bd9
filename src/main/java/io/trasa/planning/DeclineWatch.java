package io.trasa.planning;

import io.trasa.orders.OrderService;
import io.trasa.orders.StatusChange;
import io.trasa.orders.StepSource;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitStatus;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Remembers which visits were declined on the phone, so that the board can raise them. It reads
 * what became of the visit from the history, so hearing of it late, twice or in another order
 * changes nothing.
 */
@Component
class DeclineWatch {

  private final Declines declines;
  private final OrderService orders;
  private final LiveStream live;
  private final JdbcClient jdbc;

  DeclineWatch(Declines declines, OrderService orders, LiveStream live, JdbcClient jdbc) {
    this.declines = declines;
    this.orders = orders;
    this.live = live;
    this.jdbc = jdbc;
  }

  /** The condition keeps the steps of planning, a thousand at a time, out of the registry. */
  @ApplicationModuleListener(condition = "#event.wasTakenBack()")
  void on(VisitChanged event) {
    oneAtATime(event.visitId());
    orders.history(event.orderId()).stream()
        .filter(change -> change.visitId().equals(event.visitId()))
        .filter(change -> change.from().isWithTechnicians() || change.to().isWithTechnicians())
        .reduce((earlier, later) -> later)
        .ifPresent(this::follow);
  }

  private void follow(StatusChange last) {
    if (isDecline(last)) {
      declines.save(
          new Decline(
              last.visitId(),
              technicians(last),
              last.reason(),
              Objects.requireNonNullElse(last.by(), CurrentUser.SYSTEM),
              last.happenedAt()));
      live.publishAfterCommit("board", Map.of("reason", "declined"));
    } else {
      declines.findById(last.visitId()).ifPresent(declines::delete);
    }
  }

  /** Whom it still belongs to, as a declined visit keeps its place until it is planned anew. */
  private List<UUID> technicians(StatusChange declined) {
    return orders.get(declined.orderId()).visits().stream()
        .filter(visit -> visit.id().equals(declined.visitId()))
        .findFirst()
        .map(Visit::technicianIds)
        .orElseGet(List::of);
  }

  private static boolean isDecline(StatusChange change) {
    return change.source() == StepSource.PHONE && change.to() == VisitStatus.PLANNED;
  }

  /** Two steps of a visit may be heard of at the same time. */
  private void oneAtATime(UUID visitId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:visit, 411))")
        .param("visit", visitId.toString())
        .query(row -> {});
  }
}
