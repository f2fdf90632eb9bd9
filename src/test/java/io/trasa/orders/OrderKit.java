package io.trasa.orders;

import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Orders for tests without a database. */
final class OrderKit {

  static final Instant EIGHT = Instant.parse("2026-11-23T07:00:00Z");
  static final TimeWindow MORNING = new TimeWindow(EIGHT, EIGHT.plusSeconds(4 * 3600));

  private OrderKit() {}

  static Order callOut() {
    return order(OrderType.CALL_OUT, "The boiler is cold", null, null);
  }

  static Order order(
      OrderType type, String reason, @Nullable UUID contactId, @Nullable LocalDate dueDate) {
    var order =
        new Order(
            "26-00042",
            Order.Origin.NONE,
            new Order.Details(
                type,
                UUID.randomUUID(),
                UUID.randomUUID(),
                contactId,
                null,
                reason,
                "",
                Priority.NORMAL,
                null,
                dueDate,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    return saved(order);
  }

  static Visit visit(Order order, TimeWindow... windows) {
    return saved(
        order.addVisit(
            new Visit.Details(Duration.ofHours(1), List.of(windows), List.of(), 1, null)));
  }

  /** A visit that was led to this status by legal steps. */
  static Visit visit(Order order, VisitStatus status) {
    var visit = visit(order);
    ReflectionTestUtils.setField(visit, "status", status);
    return visit;
  }

  private static <T> T saved(T entity) {
    ReflectionTestUtils.setField(entity, "id", UUID.randomUUID());
    return entity;
  }
}
