package io.trasa.assets;

import java.util.UUID;

/** An asset is new or different. */
public record AssetChanged(UUID assetId) {}
