package io.trasa.orders.web;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Text;
import io.trasa.orders.OrderService;
import io.trasa.orders.PlannedStart;
import io.trasa.orders.StepSource;
import io.trasa.orders.VisitStep;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders' visits and the steps they take. */
@RestController
@RequestMapping("/api")
class VisitController {

  private static final Set<VisitStep> ASSIGNING = Set.of(VisitStep.PLAN, VisitStep.DISPATCH);

  private final OrderService orders;

  VisitController(OrderService orders) {
    this.orders = orders;
  }

  /**
   * A step to take.
   *
   * @param technicianIds who goes, the lead first; with PLAN and, to change it, with DISPATCH
   * @param plannedStart when the work begins; goes with the technicians
   */
  record StepForm(
      @NotNull VisitStep step,
      @Nullable @PlainText(max = 1000) String reason,
      @NotNull Long version,
      @Nullable @Size(min = 1, max = 6) List<@NotNull UUID> technicianIds,
      @Nullable @ThisCentury Instant plannedStart) {}

  @PostMapping("/orders/{orderId}/visits")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  VisitView create(@PathVariable UUID orderId, @RequestBody @Validated VisitForm form) {
    return VisitView.of(orders.addVisit(orderId, form.details("")));
  }

  @PutMapping("/visits/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  VisitView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) VisitForm form) {
    return VisitView.of(orders.changeVisit(id, form.version(), form.details("")));
  }

  @PostMapping("/visits/{id}/steps")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  VisitView step(@PathVariable UUID id, @RequestBody @Valid StepForm form) {
    if (!form.step().isForOffice()) {
      throw new InvalidInputException(
          "step", form.step(), "is taken by settling the order", "Settle or invoice it there.");
    }
    if (form.technicianIds() == null && form.plannedStart() == null) {
      var reason = Text.orEmpty(form.reason());
      return VisitView.of(orders.step(id, form.version(), form.step(), reason, StepSource.OFFICE));
    }
    var planned = planned(id, form);
    return VisitView.of(orders.assign(id, form.version(), form.step(), planned, StepSource.OFFICE));
  }

  private static PlannedStart planned(UUID id, StepForm form) {
    if (!ASSIGNING.contains(form.step())) {
      throw new InvalidInputException(
          "step", form.step(), "takes no technicians and no time", "Leave them out.");
    }
    if (form.technicianIds() == null || form.plannedStart() == null) {
      throw new InvalidInputException(
          form.technicianIds() == null ? "technicianIds" : "plannedStart",
          null,
          "is missing",
          "Say both who goes and when, or neither.");
    }
    return new PlannedStart(id, form.technicianIds(), form.plannedStart());
  }
}
