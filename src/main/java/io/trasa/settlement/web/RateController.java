package io.trasa.settlement.web;

import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.settlement.HourlyRate;
import io.trasa.settlement.PieceRate;
import io.trasa.settlement.RateService;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What technicians earn for pieces and hours, each from a day on. */
@RestController
@RequestMapping("/api/rates")
class RateController {

  private final RateService rates;

  RateController(RateService rates) {
    this.rates = rates;
  }

  record PieceRateView(UUID id, UUID operationId, LocalDate validFrom, BigDecimal amount) {

    static PieceRateView of(PieceRate rate) {
      return new PieceRateView(rate.id(), rate.operationId(), rate.validFrom(), rate.amount());
    }
  }

  /**
   * @param technicianId null for everybody without a rate of their own
   * @param cost what an hour costs the company
   */
  record HourlyRateView(
      UUID id,
      @Nullable UUID technicianId,
      LocalDate validFrom,
      BigDecimal amount,
      BigDecimal cost) {

    static HourlyRateView of(HourlyRate rate) {
      return new HourlyRateView(
          rate.id(), rate.technicianId(), rate.validFrom(), rate.amount(), rate.cost());
    }
  }

  record RatesView(List<PieceRateView> pieces, List<HourlyRateView> hours) {}

  record PieceRateForm(
      @NotNull UUID operationId,
      @NotNull @ThisCentury LocalDate validFrom,
      @NotNull @DecimalMin("0") @Digits(integer = 7, fraction = 4) BigDecimal amount) {}

  record HourlyRateForm(
      @Nullable UUID technicianId,
      @NotNull @ThisCentury LocalDate validFrom,
      @NotNull @DecimalMin("0") @Digits(integer = 7, fraction = 4) BigDecimal amount,
      @NotNull @DecimalMin("0") @Digits(integer = 7, fraction = 4) BigDecimal cost) {}

  @GetMapping
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  RatesView list() {
    return new RatesView(
        rates.pieces().stream().map(PieceRateView::of).toList(),
        rates.hours().stream().map(HourlyRateView::of).toList());
  }

  /** Said again for the same operation and day, the last counts. */
  @PostMapping("/pieces")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  PieceRateView setPiece(@RequestBody @Valid PieceRateForm form) {
    return PieceRateView.of(rates.setPiece(form.operationId(), form.validFrom(), form.amount()));
  }

  /** Said again for the same technician and day, the last counts. */
  @PostMapping("/hours")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  HourlyRateView setHourly(@RequestBody @Valid HourlyRateForm form) {
    return HourlyRateView.of(
        rates.setHourly(form.technicianId(), form.validFrom(), form.amount(), form.cost()));
  }

  /** Removes a rate that does not count yet. */
  @DeleteMapping("/pieces/{id}")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePiece(@PathVariable UUID id) {
    rates.removePiece(id);
  }

  /** Removes a rate that does not count yet. */
  @DeleteMapping("/hours/{id}")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeHourly(@PathVariable UUID id) {
    rates.removeHourly(id);
  }
}
