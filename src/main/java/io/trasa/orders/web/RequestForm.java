package io.trasa.orders.web;

import io.trasa.common.Text;
import io.trasa.orders.Request;
import io.trasa.web.OnChange;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office knows of a request, as it is sent.
 *
 * @param key made by the sender of a new one, so that a repeated call makes no second request
 * @param caller who asked, as long as there is no customer for it
 */
record RequestForm(
    @NotNull(groups = OnChange.class) Long version,
    @Nullable UUID key,
    Request.@NotNull Source source,
    @Nullable @PlainText(max = 200) String caller,
    @Nullable UUID customerId,
    @Nullable UUID siteId,
    @Nullable UUID contactId,
    @Nullable @Size(max = 20) List<@NotNull UUID> assetIds,
    @NotBlank @PlainText(max = 4000) String complaint,
    @Nullable @PlainText(max = 200) String wishedTime) {

  Request.Details details() {
    return new Request.Details(
        source,
        Text.orEmpty(caller),
        customerId,
        siteId,
        contactId,
        List.copyOf(Objects.requireNonNullElse(assetIds, List.of())),
        complaint.strip(),
        Text.orEmpty(wishedTime));
  }
}
