package io.trasa.assets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others want to know of an asset.
 *
 * @param name brand and model
 * @param location where on the site it stands; may be empty
 * @param warranty the one that counts today: of the valid ones the one that lasts longest, or what
 *     several of them cover together; without a valid one the one that lasted longest; null without
 *     any
 */
public record AssetBrief(
    UUID id,
    UUID customerId,
    UUID siteId,
    String serial,
    String name,
    String location,
    @Nullable Warranty warranty) {}
