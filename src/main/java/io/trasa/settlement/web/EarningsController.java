package io.trasa.settlement.web;

import io.trasa.common.Text;
import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentTechnician;
import io.trasa.security.Role;
import io.trasa.settlement.EarningsService;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What technicians earned. Days are those of the work, in the company's zone. */
@RestController
@RequestMapping("/api/earnings")
class EarningsController {

  private final EarningsService earnings;
  private final CurrentTechnician currentTechnician;

  EarningsController(EarningsService earnings, CurrentTechnician currentTechnician) {
    this.earnings = earnings;
    this.currentTechnician = currentTechnician;
  }

  /**
   * What a technician earned in some days.
   *
   * @param hours in money
   */
  record EarningSum(
      UUID technicianId, BigDecimal pieces, BigDecimal hours, BigDecimal amount, long orders) {

    static EarningSum of(EarningsService.Sum sum) {
      return new EarningSum(
          sum.technicianId(),
          sum.pieces().amount(),
          sum.hours().amount(),
          sum.amount().amount(),
          sum.orders());
    }
  }

  /** The right amount instead; 0 takes the earning back. */
  record CorrectionForm(
      @NotNull @DecimalMin("0") @Digits(integer = 7, fraction = 2) BigDecimal amount,
      @NotBlank @PlainText(max = 500) String reason) {}

  @GetMapping
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  PageView<EarningView> list(
      @RequestParam @ThisCentury LocalDate from,
      @RequestParam @ThisCentury LocalDate to,
      @RequestParam @Nullable UUID technicianId,
      Paging paging) {
    return PageView.of(earnings.list(from, to, technicianId, paging.request()), EarningView::of);
  }

  @GetMapping("/sums")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  PageView<EarningSum> sums(
      @RequestParam @ThisCentury LocalDate from, @RequestParam @ThisCentury LocalDate to) {
    return PageView.whole(earnings.sums(from, to, null).stream().map(EarningSum::of).toList());
  }

  /** The caller's own, and nobody else's. */
  @GetMapping("/mine")
  @AllowedFor({Role.TECHNICIAN})
  PageView<EarningView> mine(
      @RequestParam @ThisCentury LocalDate from,
      @RequestParam @ThisCentury LocalDate to,
      Paging paging) {
    return PageView.of(
        earnings.list(from, to, currentTechnician.id(), paging.request()), EarningView::of);
  }

  /** Corrects an earning by rows against it. */
  @PostMapping("/{id}/corrections")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  List<EarningView> correct(@PathVariable UUID id, @RequestBody @Valid CorrectionForm form) {
    return earnings.correct(id, form.amount(), Text.orEmpty(form.reason())).stream()
        .map(EarningView::of)
        .toList();
  }
}
