package io.trasa.planning.web;

import io.trasa.planning.AdviceService;
import io.trasa.planning.PlanAdvice;
import io.trasa.planning.PlanChange;
import io.trasa.planning.Preview;
import io.trasa.planning.VisitAdvice;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a change would make of the plan, and why the plan is as it is; nothing is stored. */
@RestController
@RequestMapping("/api/plans")
class AdviceController {

  private final AdviceService advice;

  AdviceController(AdviceService advice) {
    this.advice = advice;
  }

  /** Changes to try, one after another, on the plan that holds for these days. */
  record TryChanges(
      @NotNull LocalDate from,
      @Nullable Integer days,
      @NotNull List<@NotNull @Valid Change> changes) {}

  /** See {@link PlanChange}. */
  record Change(
      @NotNull PlanChange.Kind kind,
      @NotNull UUID visitId,
      @Nullable Integer member,
      @Nullable UUID technicianId,
      @Nullable LocalDate day,
      @Nullable Integer position,
      @Nullable Instant start,
      @Nullable UUID otherVisitId) {

    PlanChange toChange() {
      return new PlanChange(
          kind, visitId, member, technicianId, day, position, start, otherVisitId);
    }
  }

  @PostMapping("/preview")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  Preview preview(@RequestBody @Valid TryChanges wish) {
    Integer days = wish.days();
    return advice.preview(
        wish.from(),
        days == null ? 1 : days,
        wish.changes().stream().map(Change::toChange).toList());
  }

  @GetMapping("/explanation")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PlanAdvice plan(@RequestParam LocalDate day, @RequestParam(defaultValue = "1") int days) {
    return advice.explain(day, days);
  }

  @GetMapping("/explanation/{visitId}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  VisitAdvice visit(
      @PathVariable UUID visitId,
      @RequestParam LocalDate day,
      @RequestParam(defaultValue = "1") int days) {
    return advice.explain(day, days, visitId);
  }
}
