package io.trasa.orders.web;

import io.trasa.common.Priority;
import io.trasa.common.Text;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.Order;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Visit;
import io.trasa.web.OnChange;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the office knows of an order, as it is sent. Visits come along only with a new order. */
record OrderForm(
    @NotNull(groups = OnChange.class) Long version,
    @NotNull OrderType type,
    @NotNull UUID customerId,
    @NotNull UUID siteId,
    @Nullable UUID contactId,
    @Nullable UUID payerId,
    @Nullable @PlainText(max = 4000) String reason,
    @Nullable @PlainText(max = 4000) String scope,
    @Nullable Priority priority,
    @Nullable @ThisCentury LocalDate earliestDate,
    @Nullable @ThisCentury LocalDate dueDate,
    @Nullable @ThisCentury Instant contractEnd,
    @Nullable @PlainText(max = 4000) String notes,
    @Nullable @Size(max = 100) List<@NotNull @Valid ChecklistForm> checklist,
    @Nullable @Size(max = 100) List<@NotNull @Valid PartForm> partsToCollect,
    @Nullable @Size(max = 20) List<@NotNull UUID> assetIds,
    @Nullable @Size(max = 100) List<@NotNull @Valid LineForm> lines,
    @Nullable @Size(max = 20) List<@NotNull @Valid VisitForm> visits) {

  record ChecklistForm(@NotBlank @PlainText(max = 500) String text, @Nullable Boolean required) {}

  record PartForm(
      @Nullable UUID partId,
      @NotBlank @PlainText(max = 500) String text,
      @NotNull @DecimalMin("0.001") @DecimalMax("99999") @Digits(integer = 6, fraction = 3)
          BigDecimal quantity) {}

  Order.Details details() {
    return new Order.Details(
        type,
        customerId,
        siteId,
        contactId,
        payerId,
        Text.orEmpty(reason),
        Text.orEmpty(scope),
        Objects.requireNonNullElse(priority, Priority.NORMAL),
        earliestDate,
        dueDate,
        Text.orEmpty(notes),
        Objects.requireNonNullElse(checklist, List.<ChecklistForm>of()).stream()
            .map(i -> new ChecklistItem(i.text().strip(), Boolean.TRUE.equals(i.required())))
            .toList(),
        Objects.requireNonNullElse(partsToCollect, List.<PartForm>of()).stream()
            .map(
                part ->
                    new PartToCollect(
                        part.partId(), part.text().strip(), part.quantity().setScale(3)))
            .toList(),
        List.copyOf(Objects.requireNonNullElse(assetIds, List.of())),
        Objects.requireNonNullElse(lines, List.<LineForm>of()).stream()
            .map(LineForm::line)
            .toList(),
        contractEnd);
  }

  List<Visit.Details> visitDetails() {
    var wished = Objects.requireNonNullElse(visits, List.<VisitForm>of());
    return IntStream.range(0, wished.size())
        .mapToObj(i -> wished.get(i).details("visits[%d].".formatted(i)))
        .toList();
  }
}
