package io.trasa.orders.web;

import io.trasa.common.Text;
import io.trasa.orders.OrderLine;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a quote or an order, as it is sent. */
record LineForm(
    OrderLine.@NotNull Kind kind,
    @Nullable UUID itemId,
    @NotBlank @PlainText(max = 500) String text,
    @NotNull @DecimalMin("0.001") @DecimalMax("99999") @Digits(integer = 6, fraction = 3)
        BigDecimal quantity,
    @Nullable @PlainText(max = 10) String unit,
    @Nullable @Min(0) @Max(100_000) Integer normMinutes,
    @NotNull @DecimalMin("0") @DecimalMax("9999999") @Digits(integer = 7, fraction = 4)
        BigDecimal unitPrice,
    @NotNull @DecimalMin("0") @DecimalMax("99") @Digits(integer = 2, fraction = 2)
        BigDecimal vatRate) {

  OrderLine line() {
    return new OrderLine(
        kind,
        itemId,
        text.strip(),
        quantity.setScale(3),
        Text.orEmpty(unit),
        Objects.requireNonNullElse(normMinutes, 0),
        unitPrice.setScale(4),
        vatRate.setScale(2));
  }
}
