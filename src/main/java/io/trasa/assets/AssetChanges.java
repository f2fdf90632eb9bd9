package io.trasa.assets;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface AssetChanges extends JpaRepository<AssetChange, UUID> {

  Page<AssetChange> findByAssetIdOrderByIdDesc(UUID assetId, Pageable page);
}
