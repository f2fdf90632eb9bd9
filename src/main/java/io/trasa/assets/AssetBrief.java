package io.trasa.assets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others want to know of an asset.
 *
 * @param name brand and model
 * @param location where on the site it stands; may be empty
 * @param warranty the one that lasts longest; null without any
 */
public record AssetBrief(
    UUID id,
    UUID customerId,
    UUID siteId,
    String serial,
    String name,
    String location,
    @Nullable Warranty warranty) {}
