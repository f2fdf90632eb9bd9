package io.trasa.orders;

import io.trasa.common.TextSearch;
import jakarta.persistence.criteria.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of recurring orders is narrowed to; null narrows nothing.
 *
 * @param search words that must all occur in it, or all in its customer
 */
public record RecurrenceFilter(
    @Nullable String search,
    Recurrence.@Nullable State state,
    @Nullable UUID customerId,
    @Nullable UUID assetId) {

  /**
   * @param foundCustomers the customers in whom the words occur
   */
  Specification<Recurrence> specification(Collection<UUID> foundCustomers) {
    List<Specification<Recurrence>> all = new ArrayList<>();
    if (state != null) {
      all.add((row, query, build) -> build.equal(row.get("state"), state));
    }
    if (customerId != null) {
      all.add((row, query, build) -> build.equal(row.get("customerId"), customerId));
    }
    if (assetId != null) {
      all.add(
          (row, query, build) -> {
            Expression<Boolean> contains =
                build.function(
                    "array_contains", Boolean.class, row.get("assetIds"), build.literal(assetId));
            return build.isTrue(contains);
          });
    }
    if (search != null && !search.isBlank()) {
      all.add(
          TextSearch.<Recurrence>allWords("search", search)
              .or((row, query, build) -> row.get("customerId").in(foundCustomers)));
    }
    return Specification.allOf(all);
  }
}
