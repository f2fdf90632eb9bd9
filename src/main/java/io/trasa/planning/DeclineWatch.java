package io.trasa.planning;

import io.trasa.orders.OrderService;
import io.trasa.orders.StatusChange;
import io.trasa.orders.StepSource;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitStatus;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.util.Map;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Remembers which visits were declined on the phone, so that the board can raise them. */
@Component
class DeclineWatch {

  private final Declines declines;
  private final OrderService orders;
  private final LiveStream live;

  DeclineWatch(Declines declines, OrderService orders, LiveStream live) {
    this.declines = declines;
    this.orders = orders;
    this.live = live;
  }

  @ApplicationModuleListener
  void on(VisitChanged event) {
    boolean givenBack =
        (event.from() == VisitStatus.DISPATCHED || event.from() == VisitStatus.ACCEPTED)
            && event.to() == VisitStatus.PLANNED;
    if (givenBack) {
      orders.history(event.orderId()).stream()
          .filter(change -> change.visitId().equals(event.visitId()))
          .reduce((earlier, later) -> later)
          .filter(DeclineWatch::isDecline)
          .ifPresent(this::remember);
    } else if (event.from() != event.to() && declines.existsById(event.visitId())) {
      declines.deleteById(event.visitId());
    }
  }

  private void remember(StatusChange change) {
    declines.save(
        new Decline(
            change.visitId(),
            change.reason(),
            Objects.requireNonNullElse(change.by(), CurrentUser.SYSTEM),
            change.happenedAt()));
    live.publishAfterCommit("board", Map.of("reason", "declined"));
  }

  private static boolean isDecline(StatusChange change) {
    return change.source() == StepSource.PHONE && change.to() == VisitStatus.PLANNED;
  }
}
