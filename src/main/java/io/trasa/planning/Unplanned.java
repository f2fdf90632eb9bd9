package io.trasa.planning;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a visit stayed out of a plan.
 *
 * @param rank 0 for the most telling reason of the visit
 * @param technicians how many this reason keeps away
 * @param amount the least that is missing, in the reason's unit; 0 where nothing can be measured
 * @param nearestTechnicianId whom the least amount belongs to
 */
@Embeddable
public record Unplanned(
    UUID visitId,
    int rank,
    @Enumerated(EnumType.STRING) Reason reason,
    int technicians,
    long amount,
    @Nullable UUID nearestTechnicianId) {

  /** What keeps a visit out. */
  public enum Reason {
    SKILL,
    TERRITORY,
    ABSENCE,
    SHIFT,
    TIME_WINDOW,
    PINNED,
    CREW,
    ROAD,
    /** Its place lies outside the roads known of, but would lie inside the other way round. */
    PLACE_SWAPPED,
    /** Its place lies outside the roads known of. */
    PLACE_OUTSIDE,
    /** No road is near its place. */
    PLACE_NO_ROAD,
    /** It would fit somewhere, but heavier visits took the time. */
    PRIORITY,
    /** Its order lacks data that its type demands. */
    INCOMPLETE,
    /** No technician has a shift on these days. */
    NO_SHIFT,
    /** It came after the plan was made. */
    NOT_PLANNED_YET
  }
}
