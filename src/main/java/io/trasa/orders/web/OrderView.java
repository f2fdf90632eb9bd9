package io.trasa.orders.web;

import io.trasa.common.Priority;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.Order;
import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Quote;
import io.trasa.orders.Request;
import io.trasa.orders.ServicedAsset;
import io.trasa.orders.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown, with its visits and the names of all it refers to.
 *
 * @param priority its own; the customer's may weigh more
 * @param wishedTime of the request it came of, in the customer's words
 */
record OrderView(
    UUID id,
    long version,
    String number,
    OrderType type,
    UUID customerId,
    UUID siteId,
    @Nullable UUID contactId,
    @Nullable UUID payerId,
    Parties.@Nullable CustomerBrief customer,
    Parties.@Nullable SiteBrief site,
    Parties.@Nullable ContactBrief contact,
    Parties.@Nullable CustomerBrief payer,
    String title,
    String reason,
    String scope,
    Priority priority,
    @Nullable LocalDate earliestDate,
    @Nullable LocalDate dueDate,
    @Nullable Instant contractEnd,
    String notes,
    List<ChecklistItem> checklist,
    List<PartToCollect> partsToCollect,
    List<UUID> assetIds,
    List<ServicedAsset> assets,
    List<OrderLine> lines,
    @Nullable UUID requestId,
    @Nullable String requestNumber,
    String wishedTime,
    @Nullable UUID quoteId,
    @Nullable String quoteNumber,
    @Nullable Instant createdAt,
    @Nullable String createdBy,
    VisitStatus status,
    List<String> missing,
    List<VisitView> visits) {

  static OrderView of(
      Order order,
      Parties.Named named,
      Parties.Named payer,
      List<ServicedAsset> assets,
      @Nullable Request request,
      @Nullable Quote quote) {
    return new OrderView(
        order.id(),
        order.version(),
        order.number(),
        order.type(),
        order.customerId(),
        order.siteId(),
        order.contactId(),
        order.payerId(),
        named.customer(order.customerId()),
        named.site(order.siteId()),
        named.contact(order.contactId()),
        payer.customer(order.payerId()),
        order.title(),
        order.reason(),
        order.scope(),
        order.priority(),
        order.earliestDate(),
        order.dueDate(),
        order.contractEnd(),
        order.notes(),
        order.checklist(),
        order.partsToCollect(),
        order.assetIds(),
        assets,
        order.lines(),
        order.requestId(),
        request == null ? null : request.number(),
        request == null ? "" : request.wishedTime(),
        order.quoteId(),
        quote == null ? null : quote.number(),
        order.createdAt(),
        order.createdBy(),
        order.status(),
        order.missing(),
        order.visits().stream().map(VisitView::of).toList());
  }
}
