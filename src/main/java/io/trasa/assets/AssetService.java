package io.trasa.assets;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to assets. */
@Service
public class AssetService {

  /** The assets that exist of those asked for, by id. */
  public Map<UUID, AssetBrief> briefs(Collection<UUID> ids) {
    return Map.of();
  }
}
