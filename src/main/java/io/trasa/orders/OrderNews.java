package io.trasa.orders;

import io.trasa.web.LiveStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages what changed: topics {@code orders}, {@code requests}, {@code quotes}, each with
 * the id. A plan moves hundreds of visits at once; then pages are told once, without an id.
 */
@Component
class OrderNews {

  private static final int MOST_MESSAGES = 20;

  private final LiveStream live;

  OrderNews(LiveStream live) {
    this.live = live;
  }

  @EventListener
  void on(OrderChanged change) {
    collect(change.orderId());
  }

  @EventListener
  void on(VisitChanged change) {
    collect(change.orderId());
  }

  @EventListener
  void on(RequestChanged change) {
    live.publishAfterCommit("requests", Map.of("id", change.requestId()));
  }

  @EventListener
  void on(QuoteChanged change) {
    live.publishAfterCommit("quotes", Map.of("id", change.quoteId()));
  }

  private void collect(UUID orderId) {
    TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(ChangedOrders.class::isInstance)
        .map(ChangedOrders.class::cast)
        .findFirst()
        .orElseGet(this::begin)
        .ids
        .add(orderId);
  }

  private ChangedOrders begin() {
    var changed = new ChangedOrders();
    TransactionSynchronizationManager.registerSynchronization(changed);
    return changed;
  }

  /** Those of one transaction, each told once however often it changed. */
  private final class ChangedOrders implements TransactionSynchronization {
    private final Set<UUID> ids = new LinkedHashSet<>();

    @Override
    public void afterCommit() {
      if (ids.size() > MOST_MESSAGES) {
        live.publish("orders", Map.of());
      } else {
        ids.forEach(id -> live.publish("orders", Map.of("id", id)));
      }
    }
  }
}
