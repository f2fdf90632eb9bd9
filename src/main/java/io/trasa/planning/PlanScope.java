package io.trasa.planning;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a planning job may change. All else stays where the plan has it, and who is outside gets
 * nothing more. Empty sets narrow nothing.
 *
 * @param technicianIds only their routes
 * @param territoryIds only visits there
 * @param onlyUnassigned only visits without a place
 */
public record PlanScope(Set<UUID> technicianIds, Set<UUID> territoryIds, boolean onlyUnassigned) {

  public static final PlanScope ALL = new PlanScope(Set.of(), Set.of(), false);

  public PlanScope {
    technicianIds = Set.copyOf(technicianIds);
    territoryIds = Set.copyOf(territoryIds);
  }

  /** Whether a technician may get visits. */
  boolean isFor(UUID technicianId) {
    return technicianIds.isEmpty() || technicianIds.contains(technicianId);
  }

  /** Whether visits of a territory may be moved, or come in. */
  boolean isIn(@Nullable UUID territoryId) {
    return territoryIds.isEmpty() || (territoryId != null && territoryIds.contains(territoryId));
  }
}
