package io.trasa.orders;

import io.trasa.common.Priority;
import io.trasa.common.TextSearch;
import io.trasa.web.ThisCentury;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of orders is narrowed to; null narrows nothing.
 *
 * @param dueBefore due on an earlier day than this one
 * @param search words that must all occur in the order, or all in its customer
 */
public record OrderFilter(
    @Nullable VisitStatus status,
    @Nullable UUID customerId,
    @Nullable Priority priority,
    @Nullable @ThisCentury LocalDate dueBefore,
    @Nullable String search) {

  /**
   * @param foundCustomers the customers in whom the words occur
   */
  Specification<Order> specification(Collection<UUID> foundCustomers) {
    var all = new ArrayList<Specification<Order>>();
    addEqual(all, "keptStatus", status);
    addEqual(all, "customerId", customerId);
    addEqual(all, "priority", priority);
    if (dueBefore != null) {
      all.add((row, query, build) -> build.lessThan(row.get("dueDate"), dueBefore));
    }
    if (search != null && !search.isBlank()) {
      all.add(
          TextSearch.<Order>allWords("search", search)
              .or((row, query, build) -> row.get("customerId").in(foundCustomers)));
    }
    return Specification.allOf(all);
  }

  private static void addEqual(
      List<Specification<Order>> all, String attribute, @Nullable Object value) {
    if (value != null) {
      all.add((row, query, build) -> build.equal(row.get(attribute), value));
    }
  }
}
