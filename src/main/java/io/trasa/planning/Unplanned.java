package io.trasa.planning;

import io.trasa.planning.rules.Fault;
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

  /** What keeps a visit out: a rule, a {@link Fault.Kind} by its name, or one of the others. */
  public enum Reason {
    SKILL,
    TERRITORY,
    ABSENCE,
    SHIFT,
    TIME_WINDOW,
    PINNED,
    CREW,
    ROAD,
    TECHNICIAN,
    BREAK,
    CONTRACT,
    FROZEN,
    PARTS,
    CAPACITY,
    MAX_DRIVING,
    NO_DURATION,
    NOBODY_MAY,
    CREW_TOO_LARGE,
    TOO_LONG,
    OUT_OF_REACH,
    WAITS_IN_CIRCLE,
    CONTRADICTION,
    WAITS_IN_VAIN,
    PINS_CLASH,
    PINNED_TO_NOBODY,
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
    /** A dispatcher took it off its route. */
    TAKEN_OUT,
    /** It came after the plan was made. */
    NOT_PLANNED_YET;

    public static Reason of(Fault.Kind fault) {
      return valueOf(fault.name());
    }
  }
}
