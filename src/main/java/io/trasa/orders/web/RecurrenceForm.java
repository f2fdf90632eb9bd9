package io.trasa.orders.web;

import io.trasa.common.Priority;
import io.trasa.common.Text;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Recurrence;
import io.trasa.orders.RequiredSkill;
import io.trasa.web.OnChange;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule and what its orders are like, as it is sent.
 *
 * @param name becomes the reason of its orders
 * @param rule an RRULE of RFC 5545 that falls on days
 * @param leadDays how many days before its due date an order is made; default 30
 */
record RecurrenceForm(
    @NotNull(groups = OnChange.class) Long version,
    @NotBlank @PlainText(max = 200) String name,
    @NotBlank @PlainText(max = 500) String rule,
    @NotNull @ThisCentury LocalDate startsOn,
    @Nullable @Min(0) @Max(730) Integer leadDays,
    @Nullable OrderType type,
    @NotNull UUID customerId,
    @NotNull UUID siteId,
    @Nullable UUID contactId,
    @Nullable UUID payerId,
    @Nullable @Size(max = 20) List<@NotNull UUID> assetIds,
    @Nullable @PlainText(max = 4000) String scope,
    @Nullable @PlainText(max = 4000) String notes,
    @Nullable Priority priority,
    @NotNull @Min(5) @Max(1440) Integer durationMinutes,
    @Nullable @Size(max = 20) List<@NotNull @Valid SkillForm> skills,
    @Nullable @Size(max = 100) List<OrderForm.@NotNull @Valid ChecklistForm> checklist,
    @Nullable @Size(max = 100) List<OrderForm.@NotNull @Valid PartForm> partsToCollect,
    @Nullable @Size(max = 100) List<@NotNull @Valid LineForm> lines) {

  private static final int USUAL_LEAD_DAYS = 30;

  record SkillForm(@NotNull UUID skillId, @NotNull @Min(1) @Max(5) Integer level) {}

  Recurrence.Details details() {
    return new Recurrence.Details(
        name.strip(),
        rule.strip(),
        startsOn,
        Objects.requireNonNullElse(leadDays, USUAL_LEAD_DAYS),
        new Recurrence.Template(
            Objects.requireNonNullElse(type, OrderType.PLANNED_MAINTENANCE),
            customerId,
            siteId,
            contactId,
            payerId,
            List.copyOf(Objects.requireNonNullElse(assetIds, List.of())),
            Text.orEmpty(scope),
            Text.orEmpty(notes),
            Objects.requireNonNullElse(priority, Priority.NORMAL),
            Duration.ofMinutes(durationMinutes),
            Objects.requireNonNullElse(skills, List.<SkillForm>of()).stream()
                .map(s -> new RequiredSkill(s.skillId(), s.level()))
                .toList(),
            Objects.requireNonNullElse(checklist, List.<OrderForm.ChecklistForm>of()).stream()
                .map(i -> new ChecklistItem(i.text().strip(), Boolean.TRUE.equals(i.required())))
                .toList(),
            Objects.requireNonNullElse(partsToCollect, List.<OrderForm.PartForm>of()).stream()
                .map(p -> new PartToCollect(p.partId(), p.text().strip(), p.quantity().setScale(3)))
                .toList(),
            Objects.requireNonNullElse(lines, List.<LineForm>of()).stream()
                .map(LineForm::line)
                .toList()));
  }
}
