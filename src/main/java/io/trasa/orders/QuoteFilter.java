package io.trasa.orders;

import io.trasa.common.TextSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of quotes is narrowed to; null narrows nothing.
 *
 * @param search words that must all occur in the quote, or all in its customer
 */
public record QuoteFilter(
    Quote.@Nullable Status status,
    @Nullable UUID customerId,
    @Nullable UUID requestId,
    @Nullable String search) {

  Specification<Quote> specification(Collection<UUID> foundCustomers, LocalDate today) {
    var all = new ArrayList<Specification<Quote>>();
    if (status != null) {
      all.add(isOn(today, status));
    }
    addEqual(all, "customerId", customerId);
    addEqual(all, "requestId", requestId);
    if (search != null && !search.isBlank()) {
      all.add(
          TextSearch.<Quote>allWords("search", search)
              .or((row, query, build) -> row.get("customerId").in(foundCustomers)));
    }
    return Specification.allOf(all);
  }

  /** As {@link Quote#status()} derives it. */
  private static Specification<Quote> isOn(LocalDate today, Quote.Status status) {
    return (row, query, build) ->
        switch (status) {
          case SENT ->
              build.and(
                  build.equal(row.get("status"), Quote.Status.SENT),
                  build.greaterThanOrEqualTo(row.get("validUntil"), today));
          case EXPIRED ->
              build.and(
                  build.equal(row.get("status"), Quote.Status.SENT),
                  build.lessThan(row.get("validUntil"), today));
          default -> build.equal(row.get("status"), status);
        };
  }

  private static void addEqual(
      List<Specification<Quote>> all, String attribute, @Nullable Object value) {
    if (value != null) {
      all.add((row, query, build) -> build.equal(row.get(attribute), value));
    }
  }
}
