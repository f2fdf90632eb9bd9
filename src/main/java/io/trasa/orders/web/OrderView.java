package io.trasa.orders.web;

import io.trasa.common.Priority;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.Order;
import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.VisitStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it is shown, with its visits. */
record OrderView(
    UUID id,
    long version,
    String number,
    OrderType type,
    UUID customerId,
    UUID siteId,
    @Nullable UUID contactId,
    @Nullable UUID payerId,
    String reason,
    String scope,
    Priority priority,
    @Nullable LocalDate dueDate,
    String notes,
    List<ChecklistItem> checklist,
    List<PartToCollect> partsToCollect,
    List<UUID> assetIds,
    List<OrderLine> lines,
    VisitStatus status,
    List<String> missing,
    List<VisitView> visits) {

  static OrderView of(Order order) {
    return new OrderView(
        order.id(),
        order.version(),
        order.number(),
        order.type(),
        order.customerId(),
        order.siteId(),
        order.contactId(),
        order.payerId(),
        order.reason(),
        order.scope(),
        order.priority(),
        order.dueDate(),
        order.notes(),
        order.checklist(),
        order.partsToCollect(),
        order.assetIds(),
        order.lines(),
        order.status(),
        order.missing(),
        order.visits().stream().map(VisitView::of).toList());
  }
}
