package io.trasa.orders;

import io.trasa.common.TextSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of requests is narrowed to; null narrows nothing.
 *
 * @param open those about which somebody has to do something, or the others
 * @param takenBy the user who took it
 * @param search words that must all occur in the request, or all in its customer
 */
public record RequestFilter(
    Request.@Nullable Status status,
    @Nullable Boolean open,
    Request.@Nullable Source source,
    @Nullable UUID customerId,
    @Nullable String takenBy,
    @Nullable String search) {

  Specification<Request> specification(Collection<UUID> foundCustomers) {
    var all = new ArrayList<Specification<Request>>();
    addEqual(all, "status", status);
    addEqual(all, "source", source);
    addEqual(all, "customerId", customerId);
    addEqual(all, "takenBy", takenBy);
    if (open != null) {
      var statuses =
          List.of(Request.Status.values()).stream().filter(s -> s.isOpen() == open).toList();
      all.add((row, query, build) -> row.get("status").in(statuses));
    }
    if (search != null && !search.isBlank()) {
      all.add(
          TextSearch.<Request>allWords("search", search)
              .or((row, query, build) -> row.get("customerId").in(foundCustomers)));
    }
    return Specification.allOf(all);
  }

  private static void addEqual(
      List<Specification<Request>> all, String attribute, @Nullable Object value) {
    if (value != null) {
      all.add((row, query, build) -> build.equal(row.get(attribute), value));
    }
  }
}
