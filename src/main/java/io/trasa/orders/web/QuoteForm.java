package io.trasa.orders.web;

import io.trasa.common.Text;
import io.trasa.orders.Quote;
import io.trasa.web.OnChange;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a quote says, as it is sent.
 *
 * @param validUntil left out, it is valid as long as usual
 */
record QuoteForm(
    @NotNull(groups = OnChange.class) Long version,
    @NotNull UUID customerId,
    @NotNull UUID siteId,
    @Nullable UUID contactId,
    @Nullable @Size(max = 20) List<@NotNull UUID> assetIds,
    @NotBlank @PlainText(max = 200) String title,
    @Nullable @PlainText(max = 4000) String notes,
    @Nullable @Size(max = 100) List<@NotNull @Valid LineForm> lines,
    @Nullable @ThisCentury LocalDate validUntil) {

  Quote.Details details(LocalDate usualEnd) {
    return new Quote.Details(
        customerId,
        siteId,
        contactId,
        List.copyOf(Objects.requireNonNullElse(assetIds, List.of())),
        title.strip(),
        Text.orEmpty(notes),
        Objects.requireNonNullElse(lines, List.<LineForm>of()).stream()
            .map(LineForm::line)
            .toList(),
        Objects.requireNonNullElse(validUntil, usualEnd));
  }
}
