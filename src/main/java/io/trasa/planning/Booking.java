package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.orders.RequiredSkill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked and answered while somebody waits on the phone for a time to be promised. */
public final class Booking {

  private Booking() {}

  /**
   * For what a time is looked for.
   *
   * @param visitId an existing visit; null for one that is not noted yet, described by the rest
   * @param days from {@code from} on
   * @param territoryId the one the place lies in if null
   * @param preferredTechnicianIds whom the customer would rather have
   * @param excludedTechnicianIds whom the customer will not have
   * @param windows in which the customer would like it; empty for any working hours
   * @param slotMinutes how long a time that is promised lasts
   */
  public record Wish(
      @Nullable UUID visitId,
      @Nullable Coordinates place,
      int durationMinutes,
      List<RequiredSkill> skills,
      int crewSize,
      Priority priority,
      @Nullable UUID territoryId,
      Set<UUID> preferredTechnicianIds,
      Set<UUID> excludedTechnicianIds,
      LocalDate from,
      int days,
      List<TimeWindow> windows,
      int slotMinutes) {}

  /**
   * A time that could be promised.
   *
   * @param window to promise: the work begins in it
   * @param technicianIds who would come, the lead first
   * @param start when it would begin as things stand
   * @param addedDriveSeconds less where negative
   * @param more what the plan would cost more
   * @param moved other visits that would begin at another time
   */
  public record Offer(
      TimeWindow window,
      List<UUID> technicianIds,
      Instant start,
      long addedDriveSeconds,
      long addedDriveMetres,
      Cost more,
      List<Moved> moved,
      List<Reason> reasons) {}

  /** Another visit that would begin at another time. */
  public record Moved(UUID visitId, UUID technicianId, Instant before, Instant start) {}

  /** One thing that speaks for an offer or against it, for the page to put into words. */
  public record Reason(Code code, long amount, Unit unit) {}

  /** What a reason says. */
  public enum Code {
    /** Of all offers it costs least. */
    CHEAPEST,
    /** So much more driving. */
    ADDED_DRIVING,
    /** The technician has no other work that day. */
    FREE_DAY,
    /** So many other visits begin at another time. */
    OTHERS_MOVE,
    /** So much later at most. */
    OTHERS_LATER,
    /** So much more time after the end of a shift. */
    OVERTIME
  }

  /** In what an amount is measured. */
  public enum Unit {
    COUNT,
    SECONDS
  }
}
