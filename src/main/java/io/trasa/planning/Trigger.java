package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.people.Absence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened, so that the day is planned anew. */
public sealed interface Trigger {

  /** The visit it is about; null if it is about none. */
  default @Nullable UUID visit() {
    return null;
  }

  /** The day runs otherwise than planned; nothing else is known. */
  record Delays() implements Trigger {}

  /**
   * Somebody drops out from now on: ill, or the van broke down. What is being worked on stays his.
   *
   * @param until null for the rest of the day
   */
  record TechnicianOut(UUID technicianId, Absence.Reason reason, @Nullable Instant until)
      implements Trigger {}

  /** The work takes so many minutes more. */
  record TakesLonger(UUID visit, int minutes) implements Trigger {}

  /**
   * @param backAt the work may begin from then on; null if not today any more
   */
  record CustomerAbsent(UUID visit, @Nullable Instant backAt) implements Trigger {}

  record Cancelled(UUID visit, String reason) implements Trigger {}

  /**
   * A visit that must go in today, before all others.
   *
   * @param latestStart null if any time today will do
   */
  record Emergency(UUID visit, @Nullable Instant latestStart) implements Trigger {}

  /** The parts that the visit needs are not on its van: who has them on his may do it. */
  record PartsMissing(UUID visit) implements Trigger {}

  /** Nobody drives through this circle for the rest of the day; who works in it may. */
  record RoadClosed(Coordinates place, int radiusMetres) implements Trigger {}
}
