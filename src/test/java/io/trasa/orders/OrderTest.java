package io.trasa.orders;

import static io.trasa.orders.VisitStatus.CANCELLED;
import static io.trasa.orders.VisitStatus.DONE;
import static io.trasa.orders.VisitStatus.FAILED;
import static io.trasa.orders.VisitStatus.INVOICED;
import static io.trasa.orders.VisitStatus.IN_PROGRESS;
import static io.trasa.orders.VisitStatus.NEW;
import static io.trasa.orders.VisitStatus.ON_HOLD;
import static io.trasa.orders.VisitStatus.PLANNED;
import static io.trasa.orders.VisitStatus.SETTLED;
import static io.trasa.orders.VisitStatus.TRAVELLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Priority;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @Test
  void standsWhereItsVisitsStand() {
    assertThat(statusOf()).isEqualTo(NEW);
    assertThat(statusOf(PLANNED)).isEqualTo(PLANNED);
    assertThat(statusOf(DONE, PLANNED)).isEqualTo(PLANNED);
    assertThat(statusOf(DONE, DONE)).isEqualTo(DONE);
    assertThat(statusOf(INVOICED, SETTLED)).isEqualTo(SETTLED);
    assertThat(statusOf(NEW, IN_PROGRESS, TRAVELLING)).isEqualTo(IN_PROGRESS);
    assertThat(statusOf(NEW, TRAVELLING, ON_HOLD)).isEqualTo(TRAVELLING);
    assertThat(statusOf(NEW, ON_HOLD)).isEqualTo(ON_HOLD);
  }

  @Test
  void countsCancelledAndFailedVisitsOnlyWhenThereAreNoOthers() {
    assertThat(statusOf(CANCELLED, DONE, FAILED)).isEqualTo(DONE);
    assertThat(statusOf(CANCELLED, FAILED)).isEqualTo(FAILED);
    assertThat(statusOf(CANCELLED, CANCELLED)).isEqualTo(CANCELLED);
  }

  @Test
  void namesWhatEachTypeLacks() {
    assertThat(OrderKit.order(OrderType.CALL_OUT, " ", null, null).missing())
        .containsExactly("reason", "visits");
    var warranty = OrderKit.order(OrderType.WARRANTY_REPAIR, "Leaks", null, null);
    OrderKit.visit(warranty);
    assertThat(warranty.missing()).containsExactly("contactId");
    var complete = OrderKit.order(OrderType.WARRANTY_REPAIR, "Leaks", UUID.randomUUID(), null);
    OrderKit.visit(complete);
    assertThat(complete.missing()).isEmpty();
  }

  @Test
  void maintenanceNeedsADueDateOrAWindowForEachVisit() {
    var vague = OrderKit.order(OrderType.PLANNED_MAINTENANCE, "", null, null);
    OrderKit.visit(vague);
    OrderKit.visit(vague, OrderKit.MORNING);
    assertThat(vague.missing()).containsExactly("dueDate");

    var due = OrderKit.order(OrderType.PLANNED_MAINTENANCE, "", null, FRIDAY);
    OrderKit.visit(due);
    assertThat(due.missing()).isEmpty();

    var agreed = OrderKit.order(OrderType.PLANNED_MAINTENANCE, "", null, null);
    OrderKit.visit(agreed, OrderKit.MORNING);
    assertThat(agreed.missing()).isEmpty();
  }

  @Test
  void cancelledVisitsDoNotMakeAnOrderComplete() {
    var order = OrderKit.callOut();
    OrderKit.visit(order, CANCELLED);
    assertThat(order.missing()).containsExactly("visits");
  }

  @Test
  void takesTheHeavierPriority() {
    var order = OrderKit.callOut();
    assertThat(order.effectivePriority(Priority.URGENT)).isEqualTo(Priority.URGENT);
    assertThat(order.effectivePriority(Priority.LOW)).isEqualTo(Priority.NORMAL);
  }

  @Test
  void isTitledByTheFirstLineThatSaysSomething() {
    assertThat(OrderKit.order(OrderType.CALL_OUT, "\n  Cold \nsince Monday", null, null).title())
        .isEqualTo("Cold");
    assertThat(OrderKit.order(OrderType.CALL_OUT, "", null, null).title()).isEqualTo("26-00042");
    assertThat(OrderKit.order(OrderType.CALL_OUT, "x".repeat(4000), null, null).title())
        .hasSize(121);
  }

  private static VisitStatus statusOf(VisitStatus... statuses) {
    var order = OrderKit.callOut();
    for (var status : statuses) {
      OrderKit.visit(order, status);
    }
    return order.status();
  }
}
