package io.trasa.orders;

import io.trasa.common.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list: few columns, no graph.
 *
 * @param priority the heavier of the order's and the customer's
 * @param siteName the site's name, or its address where it has none
 * @param nextStart planned start of the first visit that is still open; of the last one when none
 *     is; null while nothing is planned
 * @param technicianIds who goes then, the lead first
 * @param overdue due before today, and not begun
 */
public record OrderRow(
    UUID id,
    String number,
    OrderType type,
    VisitStatus status,
    Priority priority,
    String title,
    UUID customerId,
    String customerName,
    UUID siteId,
    String siteName,
    @Nullable LocalDate dueDate,
    @Nullable Instant createdAt,
    @Nullable Instant nextStart,
    List<UUID> technicianIds,
    int visitCount,
    boolean overdue) {

  /** The columns of an order that the list shows. */
  record Columns(
      UUID id,
      String number,
      OrderType type,
      VisitStatus status,
      Priority priority,
      String reason,
      String scope,
      UUID customerId,
      UUID siteId,
      @Nullable LocalDate dueDate,
      @Nullable Instant createdAt) {}

  /** The columns of a visit that the list shows. */
  record VisitColumns(
      UUID orderId, VisitStatus status, @Nullable Instant plannedStart, List<UUID> technicianIds) {}
}
