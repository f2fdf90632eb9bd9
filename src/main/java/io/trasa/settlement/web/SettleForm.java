package io.trasa.settlement.web;

import io.trasa.common.Text;
import io.trasa.orders.OrderLine;
import io.trasa.settlement.Settling;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * @param id made by the sender: the same wish sent twice settles once
 * @param fingerprint of the proposal that the person saw
 * @param releaseParts what still lies on vans for the order goes into the vans' own stock
 * @param shares how a crew shares its piece rates; who is not named has share 1
 */
record SettleForm(
    @NotNull UUID id,
    @NotNull UUID orderId,
    @NotBlank @Size(max = 64) String fingerprint,
    @Nullable Boolean releaseParts,
    @Nullable @Size(max = 200) List<@Valid @NotNull SettleChange> changes,
    @Nullable @Size(max = 100) List<@Valid @NotNull SettleAdded> added,
    @Nullable @Size(max = 50) List<@Valid @NotNull CrewShare> shares) {

  /** What a person decided differently; null keeps what was proposed. */
  record SettleChange(
      @NotNull @Min(0) @Max(1000) Integer line,
      @Nullable @DecimalMin("0") @Digits(integer = 6, fraction = 3) BigDecimal quantity,
      @Nullable @DecimalMin("0") @Digits(integer = 7, fraction = 4) BigDecimal unitPrice,
      @Nullable @Min(0) @Max(100) Integer coverPercent,
      @NotBlank @PlainText(max = 500) String reason) {}

  /** A line that the facts do not know. */
  record SettleAdded(
      @NotNull OrderLine.Kind kind,
      @NotBlank @PlainText(max = 500) String text,
      @NotNull @Positive @Digits(integer = 6, fraction = 3) BigDecimal quantity,
      @NotBlank @PlainText(max = 10) String unit,
      @NotNull @DecimalMin("0") @Digits(integer = 7, fraction = 4) BigDecimal unitPrice,
      @NotNull @DecimalMin("0") @DecimalMax("99") @Digits(integer = 2, fraction = 2)
          BigDecimal vatRate,
      @NotBlank @PlainText(max = 500) String reason) {}

  /** How much of the whole somebody gets, against the others. */
  record CrewShare(
      @NotNull UUID technicianId,
      @NotNull @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 3)
          BigDecimal share) {}

  Settling wish() {
    return new Settling(
        id,
        orderId,
        fingerprint,
        Boolean.TRUE.equals(releaseParts),
        Objects.requireNonNullElse(changes, List.<SettleChange>of()).stream()
            .map(
                c ->
                    new Settling.Change(
                        c.line(),
                        c.quantity(),
                        c.unitPrice(),
                        c.coverPercent(),
                        Text.orEmpty(c.reason())))
            .toList(),
        Objects.requireNonNullElse(added, List.<SettleAdded>of()).stream()
            .map(
                a ->
                    new Settling.Added(
                        a.kind(),
                        a.text().strip(),
                        a.quantity(),
                        a.unit().strip(),
                        a.unitPrice(),
                        a.vatRate(),
                        Text.orEmpty(a.reason())))
            .toList(),
        Objects.requireNonNullElse(shares, List.<CrewShare>of()).stream()
            .collect(
                Collectors.toMap(
                    CrewShare::technicianId, CrewShare::share, (one, other) -> other)));
  }
}
