package io.trasa.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a change to a plan.
 *
 * @param member of the crew; null for a visit that one technician does, or for all where it makes
 *     no difference
 * @param technicianId whom to give it to; null for whom it costs least
 * @param day on which; null for the one on which it costs least
 * @param position on the route, from 1, once it is taken from where it stands; null for the one at
 *     which it costs least
 * @param start at which it is to begin, pinned; null for when it comes to be
 * @param otherVisitId with which to swap places
 */
public record PlanChange(
    Kind kind,
    UUID visitId,
    @Nullable Integer member,
    @Nullable UUID technicianId,
    @Nullable LocalDate day,
    @Nullable Integer position,
    @Nullable Instant start,
    @Nullable UUID otherVisitId) {

  /** The visits that it is about. */
  Set<UUID> visits() {
    return kind == Kind.SWAP && otherVisitId != null
        ? Set.of(visitId, otherVisitId)
        : Set.of(visitId);
  }

  /** What is done with the visit. */
  public enum Kind {
    /** Put into a route, from none or from another place. */
    PLACE,
    /** Exchanged with another one: each takes the other's place. */
    SWAP,
    /** Taken off its route, with its crew. */
    UNASSIGN,
    /** Held where and when it stands. */
    PIN,
    UNPIN
  }
}
