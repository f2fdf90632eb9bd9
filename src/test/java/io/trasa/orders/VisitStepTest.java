package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VisitStepTest {

  @Property
  void neverLeavesTheTableAndLeavesOneRowForEachStepTaken(
      @ForAll @Size(max = 60) List<VisitStep> wishes) {
    var visit = OrderKit.visit(OrderKit.callOut());
    var history = new ArrayList<StatusChange>();
    var taken = new ArrayList<VisitStep>();
    for (var wish : wishes) {
      var before = visit.status();
      try {
        if (wish == VisitStep.PLAN) {
          visit.assign(List.of(UUID.randomUUID()), OrderKit.EIGHT);
        }
        history.add(visit.take(wish, "because", StepSource.OFFICE, OrderKit.EIGHT));
        taken.add(wish);
        assertThat(wish.isLegalFrom(before)).isTrue();
      } catch (ConflictException refused) {
        assertThat(refused.code()).isEqualTo("illegal-step");
        assertThat(wish.isLegalFrom(before)).isFalse();
        assertThat(visit.status()).isEqualTo(before);
      }
    }
    assertThat(history).hasSameSizeAs(taken);
    var status = VisitStatus.NEW;
    for (int i = 0; i < history.size(); i++) {
      assertThat(history.get(i).from()).isEqualTo(status);
      status = taken.get(i).to();
      assertThat(history.get(i).to()).isEqualTo(status);
    }
    assertThat(visit.status()).isEqualTo(status);
  }

  @Property
  void hasAPlaceInTheDayExactlyWhileSomebodyGoes(@ForAll @Size(max = 60) List<VisitStep> wishes) {
    var visit = OrderKit.visit(OrderKit.callOut());
    for (var wish : wishes) {
      if (wish.isLegalFrom(visit.status())) {
        if (wish == VisitStep.PLAN) {
          visit.assign(List.of(UUID.randomUUID()), OrderKit.EIGHT);
        }
        visit.take(wish, "because", StepSource.OFFICE, OrderKit.EIGHT);
        assertThat(visit.technicianIds().isEmpty()).isEqualTo(visit.plannedStart() == null);
        if (visit.status().isUnderWay()) {
          assertThat(visit.plannedStart()).isNotNull();
        }
        if (visit.status() == VisitStatus.NEW || visit.status() == VisitStatus.ON_HOLD) {
          assertThat(visit.plannedStart()).isNull();
        }
      }
    }
  }

  @Test
  void namesOrderStatusAndWayOutWhenRefusing() {
    var visit = OrderKit.visit(OrderKit.callOut());
    assertThatThrownBy(() -> visit.take(VisitStep.FINISH, "", StepSource.OFFICE, OrderKit.EIGHT))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining(
            "Visit of order 26-00042 is NEW; FINISH is possible from IN_PROGRESS only.");
  }

  @Test
  void asksForAReasonToHoldCancelFailAndRecall() {
    for (var step : List.of(VisitStep.HOLD, VisitStep.CANCEL, VisitStep.FAIL, VisitStep.RECALL)) {
      var visit = OrderKit.visit(OrderKit.callOut(), VisitStatus.ACCEPTED);
      assertThatThrownBy(() -> visit.take(step, "  ", StepSource.PHONE, OrderKit.EIGHT))
          .isInstanceOfSatisfying(
              InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("reason"));
      assertThat(visit.status()).isEqualTo(VisitStatus.ACCEPTED);
    }
  }

  @Test
  void isNotPlannedWithoutSomebodyWhoGoes() {
    var visit = OrderKit.visit(OrderKit.callOut());
    assertThatThrownBy(() -> visit.take(VisitStep.PLAN, "", StepSource.OFFICE, OrderKit.EIGHT))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("technicianIds"));
  }

  @Test
  void refusesMoreTechniciansThanTheCrewAndTheSameOneTwice() {
    var visit = OrderKit.visit(OrderKit.callOut());
    var one = UUID.randomUUID();
    for (var technicians : List.of(List.of(one, UUID.randomUUID()), List.of(one, one))) {
      assertThatThrownBy(() -> visit.assign(technicians, OrderKit.EIGHT))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void neitherPlansNorDispatchesNorFinishesAnIncompleteOrder() {
    var order = OrderKit.order(OrderType.WARRANTY_REPAIR, "", null, null);
    var steps =
        List.of(
            OrderKit.visit(order, VisitStatus.NEW),
            OrderKit.visit(order, VisitStatus.PLANNED),
            OrderKit.visit(order, VisitStatus.IN_PROGRESS));
    var wishes = List.of(VisitStep.PLAN, VisitStep.DISPATCH, VisitStep.FINISH);
    for (int i = 0; i < steps.size(); i++) {
      var visit = steps.get(i);
      var wish = wishes.get(i);
      visit.assign(List.of(UUID.randomUUID()), OrderKit.EIGHT);
      assertThatThrownBy(() -> visit.take(wish, "", StepSource.OFFICE, OrderKit.EIGHT))
          .hasMessageContaining("lacks reason, contactId; " + wish);
    }
  }
}
