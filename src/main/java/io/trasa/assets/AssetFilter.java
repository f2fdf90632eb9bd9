package io.trasa.assets;

import io.trasa.common.TextSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of assets is narrowed to; null narrows nothing.
 *
 * @param search words that must all occur in serial, model, kind, customer or location
 * @param underWarranty whether some warranty still covers something today
 */
public record AssetFilter(
    @Nullable String search,
    @Nullable UUID customerId,
    @Nullable UUID siteId,
    @Nullable UUID modelId,
    @Nullable Boolean active,
    @Nullable Boolean underWarranty) {

  Specification<Asset> specification(LocalDate today) {
    var all = new ArrayList<Specification<Asset>>();
    all.add(TextSearch.allWords("search", search));
    addEqual(all, "customerId", customerId);
    addEqual(all, "siteId", siteId);
    addEqual(all, "modelId", modelId);
    addEqual(all, "active", active);
    if (underWarranty != null) {
      all.add(underWarranty ? coveredOn(today) : Specification.not(coveredOn(today)));
    }
    return Specification.allOf(all);
  }

  private static Specification<Asset> coveredOn(LocalDate today) {
    return (row, query, build) ->
        build.and(
            build.isNotNull(row.get("coveredUntil")),
            build.greaterThanOrEqualTo(row.get("coveredUntil"), today));
  }

  private static void addEqual(
      List<Specification<Asset>> all, String attribute, @Nullable Object value) {
    if (value != null) {
      all.add((row, query, build) -> build.equal(row.get(attribute), value));
    }
  }
}
