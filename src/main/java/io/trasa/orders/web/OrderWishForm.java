package io.trasa.orders.web;

import io.trasa.common.Priority;
import io.trasa.orders.OrderType;
import io.trasa.orders.OrderWish;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the office adds to a request or a quote to make an order of it, as it is sent.
 *
 * @param visits left out, one visit: for a request an hour, for a quote as long as its lines should
 *     take, with the skills its operations ask for
 * @param lines for a request only: a quote has its own
 */
record OrderWishForm(
    @NotNull OrderType type,
    @Nullable Priority priority,
    @Nullable @ThisCentury LocalDate dueDate,
    @Nullable @Size(max = 20) List<@NotNull @Valid VisitForm> visits,
    @Nullable @Size(max = 100) List<@NotNull @Valid LineForm> lines) {

  OrderWish wish() {
    var wished = Objects.requireNonNullElse(visits, List.<VisitForm>of());
    return new OrderWish(
        type,
        Objects.requireNonNullElse(priority, Priority.NORMAL),
        dueDate,
        IntStream.range(0, wished.size())
            .mapToObj(i -> wished.get(i).details("visits[%d].".formatted(i)))
            .toList(),
        Objects.requireNonNullElse(lines, List.<LineForm>of()).stream()
            .map(LineForm::line)
            .toList());
  }
}
