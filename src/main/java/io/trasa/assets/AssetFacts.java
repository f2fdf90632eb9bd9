package io.trasa.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset, in words, to tell what changed.
 *
 * @param words by field, as the form names it
 */
record AssetFacts(Map<String, String> words) {

  /**
   * @param site where it stands, in words
   */
  static AssetFacts of(Asset asset, String site) {
    var words = new LinkedHashMap<String, String>();
    words.put("serial", asset.serial());
    words.put("modelId", asset.modelName());
    words.put("customerId", asset.customerName());
    words.put("siteId", site);
    words.put("location", asset.location());
    words.put("supplier", asset.supplier());
    words.put("deliveredOn", text(asset.deliveredOn()));
    words.put("commissionedOn", text(asset.commissionedOn()));
    words.put("notes", asset.notes());
    words.put("active", text(asset.active()));
    words.put("warranties", lines(asset.warranties().stream().map(AssetFacts::text)));
    words.put(
        "characteristics",
        lines(asset.characteristics().stream().map(c -> c.name() + ": " + c.value())));
    return new AssetFacts(words);
  }

  /** One change for each field in which the two differ. */
  List<AssetChange> changesTo(AssetFacts later, UUID assetId) {
    return words.entrySet().stream()
        .filter(fact -> !fact.getValue().equals(later.words.get(fact.getKey())))
        .map(
            fact ->
                new AssetChange(
                    assetId,
                    fact.getKey(),
                    fact.getValue(),
                    later.words.getOrDefault(fact.getKey(), "")))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** Such as {@code W-1 2026-01-01…2027-12-31 labour parts}. */
  private static String text(Warranty warranty) {
    return "%s %s…%s%s%s%s"
        .formatted(
            warranty.number(),
            warranty.from(),
            warranty.until(),
            warranty.coversLabour() ? " labour" : "",
            warranty.coversParts() ? " parts" : "",
            warranty.coversTravel() ? " travel" : "")
        .strip();
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
