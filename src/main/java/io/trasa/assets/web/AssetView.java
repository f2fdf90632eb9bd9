package io.trasa.assets.web;

import io.trasa.assets.Asset;
import io.trasa.assets.Characteristic;
import io.trasa.assets.Warranty;
import io.trasa.customers.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset as it is read.
 *
 * @param modelName brand and model
 * @param modelKind what sort of device it is; may be empty
 * @param siteName the site's name, or its address where it has none
 * @param coveredUntil the last day any of its warranties covers
 */
record AssetView(
    UUID id,
    long version,
    String serial,
    UUID modelId,
    String modelName,
    String modelKind,
    UUID customerId,
    String customerName,
    UUID siteId,
    String siteName,
    String location,
    String supplier,
    @Nullable LocalDate deliveredOn,
    @Nullable LocalDate commissionedOn,
    String notes,
    boolean active,
    @Nullable LocalDate coveredUntil,
    List<Warranty> warranties,
    List<Characteristic> characteristics) {

  static AssetView of(Asset asset, @Nullable Site site) {
    return new AssetView(
        asset.id(),
        asset.version(),
        asset.serial(),
        asset.modelId(),
        asset.modelName(),
        asset.modelKind(),
        asset.customerId(),
        asset.customerName(),
        asset.siteId(),
        site == null ? "" : site.name().isEmpty() ? site.address().onOneLine() : site.name(),
        asset.location(),
        asset.supplier(),
        asset.deliveredOn(),
        asset.commissionedOn(),
        asset.notes(),
        asset.active(),
        asset.coveredUntil(),
        asset.warranties(),
        asset.characteristics());
  }
}
