package io.trasa.settlement.invoices;

import io.trasa.common.TextSearch;
import io.trasa.web.ThisCentury;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of issued papers is narrowed to; null narrows nothing.
 *
 * @param open only those on which something is open, or only those without
 * @param overdueOn only open ones that were due before this day
 * @param search words that must all occur in number or buyer
 */
public record InvoiceFilter(
    @Nullable InvoiceKind kind,
    @Nullable UUID customerId,
    @Nullable Boolean open,
    @Nullable @ThisCentury LocalDate overdueOn,
    @Nullable @ThisCentury LocalDate from,
    @Nullable @ThisCentury LocalDate to,
    @Nullable String search) {

  Specification<Invoice> specification() {
    var all = new ArrayList<Specification<Invoice>>();
    all.add(TextSearch.allWords("search", search));
    if (kind != null) {
      all.add((row, query, build) -> build.equal(row.get("kind"), kind));
    }
    if (customerId != null) {
      all.add((row, query, build) -> build.equal(row.get("customerId"), customerId));
    }
    if (from != null) {
      all.add((row, query, build) -> build.greaterThanOrEqualTo(row.get("issuedOn"), from));
    }
    if (to != null) {
      all.add((row, query, build) -> build.lessThanOrEqualTo(row.get("issuedOn"), to));
    }
    if (open != null || overdueOn != null) {
      all.add(balance());
    }
    return Specification.allOf(all);
  }

  private Specification<Invoice> balance() {
    return (row, query, build) -> {
      var ids = query.subquery(UUID.class);
      var balance = ids.from(Balance.class);
      ids.select(balance.get("invoiceId"));
      var conditions = new ArrayList<jakarta.persistence.criteria.Predicate>();
      if (Boolean.FALSE.equals(open)) {
        conditions.add(build.equal(balance.get("open"), BigDecimal.ZERO));
      } else {
        conditions.add(build.notEqual(balance.get("open"), BigDecimal.ZERO));
      }
      if (overdueOn != null) {
        conditions.add(build.lessThan(balance.<LocalDate>get("dueOn"), overdueOn));
        conditions.add(build.greaterThan(balance.<BigDecimal>get("open"), BigDecimal.ZERO));
      }
      ids.where(conditions.toArray(jakarta.persistence.criteria.Predicate[]::new));
      return row.get("id").in(ids);
    };
  }
}
