package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.security.CurrentUser;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.context.WebApplicationContext;

/** What the phone tells, with the true time of each tap. */
@TrasaIT
class VisitProgressIT {

  private static final Instant TAP = Instant.parse("2026-11-23T06:41:07Z");
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @Autowired private WebApplicationContext context;
  @Autowired private VisitProgress progress;
  @Autowired private OrderService orders;
  @Autowired private JobSheets sheets;
  @Autowired private CurrentUser currentUser;

  private Office office;
  private OrderDesk desk;
  private String orderId = "";
  private UUID visitId = new UUID(0, 0);
  private UUID technician = new UUID(0, 0);

  @BeforeEach
  void dispatch() {
    office = new Office(context, Role.DISPATCHER);
    desk = new OrderDesk(office);
    var order = desk.order(", 'visits': [{'durationMinutes': 60}]");
    orderId = order.id();
    visitId = UUID.fromString(order.at("/visits/0/id"));
    technician = UUID.fromString(desk.technician("Tina"));
    orders.dispatch(visitId, List.of(technician), START);
  }

  @Test
  void keepsTheTrueTimeOfEachTapBesideTheTimeItWasTold() {
    context.getBean(SettableClock.class).advance(Duration.ofHours(2));
    currentUser.actAs(
        "tina",
        () -> {
          progress.received(visitId, technician, TAP);
          progress.step(visitId, technician, VisitStep.ACCEPT, "", TAP.plusSeconds(60));
          progress.step(visitId, technician, VisitStep.TRAVEL, "", TAP.plusSeconds(120));
          progress.arrived(visitId, technician, TAP.plusSeconds(180));
          progress.step(visitId, technician, VisitStep.START, "", TAP.plusSeconds(240));
          progress.step(visitId, technician, VisitStep.FINISH, "", TAP.plusSeconds(300));
        });
    assertThat(sheets.of(visitId).progress())
        .isEqualTo(
            new Progress(
                SettableClock.START,
                TAP,
                TAP.plusSeconds(60),
                TAP.plusSeconds(120),
                TAP.plusSeconds(180),
                TAP.plusSeconds(240),
                TAP.plusSeconds(300)));
    var view = office.get("/api/orders/{id}", orderId);
    assertThat(view.at("/visits/0/progress/arrivedAt")).isEqualTo("2026-11-23T06:44:07Z");
    var last = office.get("/api/orders/{id}/history", orderId).body().at("/items/5");
    assertThat(last.get("happenedAt").asString()).isEqualTo("2026-11-23T06:46:07Z");
    assertThat(last.get("at").asString()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(last.get("by").asString()).isEqualTo("tina");
    assertThat(last.get("source").asString()).isEqualTo("PHONE");
  }

  @Test
  void hearsOfReceiptAndArrivalOnce() {
    progress.received(visitId, technician, TAP);
    progress.received(visitId, technician, TAP.plusSeconds(99));
    progress.arrived(visitId, technician, TAP.plusSeconds(100));
    progress.arrived(visitId, technician, TAP.plusSeconds(200));
    assertThat(reached().receivedAt()).isEqualTo(TAP);
    assertThat(reached().arrivedAt()).isEqualTo(TAP.plusSeconds(100));
  }

  @Test
  void refusesSomebodyElsesTaps() {
    var other = UUID.fromString(desk.technician("Tom"));
    assertThatThrownBy(() -> progress.step(visitId, other, VisitStep.ACCEPT, "", TAP))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("not yours any more");
    assertThatThrownBy(() -> progress.arrived(visitId, other, TAP))
        .isInstanceOf(AccessDeniedException.class);
    progress.received(visitId, other, TAP);
    assertThat(reached().receivedAt()).as("nobody else's phone counts").isNull();
    assertThat(sheets.of(visitId).status()).isEqualTo(VisitStatus.DISPATCHED);
  }

  @Test
  void startsAnewWhenSomebodyElseIsSent() {
    progress.received(visitId, technician, TAP);
    progress.step(visitId, technician, VisitStep.ACCEPT, "", TAP);
    var other = UUID.fromString(desk.technician("Tom"));
    context.getBean(SettableClock.class).advance(Duration.ofMinutes(5));
    orders.dispatch(visitId, List.of(other), START);
    assertThat(reached())
        .isEqualTo(
            new Progress(SettableClock.START.plusSeconds(300), null, null, null, null, null, null));
    assertThatThrownBy(() -> progress.step(visitId, technician, VisitStep.TRAVEL, "", TAP))
        .isInstanceOf(AccessDeniedException.class);
    progress.step(visitId, other, VisitStep.ACCEPT, "", TAP);
    assertThat(reached().receivedAt()).as("who accepts has received it").isEqualTo(TAP);
  }

  @Test
  void forgetsProgressWhenItIsDeclinedOrHeld() {
    progress.received(visitId, technician, TAP);
    progress.step(visitId, technician, VisitStep.RECALL, "Van broken", TAP);
    assertThat(reached()).isEqualTo(Progress.NONE);
    assertThat(sheets.of(visitId).status()).isEqualTo(VisitStatus.PLANNED);
  }

  @ParameterizedTest
  @EnumSource(
      value = VisitStep.class,
      names = {"PLAN", "UNPLAN", "DISPATCH", "RESUME", "SETTLE", "INVOICE", "CANCEL"})
  void leavesTheOfficesStepsToTheOffice(VisitStep step) {
    assertThatThrownBy(() -> progress.step(visitId, technician, step, "because", TAP))
        .isInstanceOf(InvalidInputException.class);
    assertThat(sheets.of(visitId).status()).isEqualTo(VisitStatus.DISPATCHED);
  }

  @Test
  void settlesAndInvoicesWhatIsDone() {
    var id = UUID.fromString(orderId);
    progress.settle(id, TAP);
    assertThat(sheets.of(visitId).status()).as("not done yet").isEqualTo(VisitStatus.DISPATCHED);
    for (var step : List.of(VisitStep.ACCEPT, VisitStep.START, VisitStep.FINISH)) {
      progress.step(visitId, technician, step, "", TAP);
    }
    progress.settle(id, TAP);
    progress.settle(id, TAP);
    assertThat(office.get("/api/orders/{id}", orderId).at("/status")).isEqualTo("SETTLED");
    assertThatThrownBy(() -> progress.step(visitId, technician, VisitStep.START, "", TAP))
        .isInstanceOf(ConflictException.class);
    progress.invoice(id, TAP);
    assertThat(office.get("/api/orders/{id}", orderId).at("/status")).isEqualTo("INVOICED");
    assertThat(office.get("/api/orders/{id}/history", orderId).body().get("items")).hasSize(7);
  }

  private Progress reached() {
    return sheets.of(visitId).progress();
  }
}
