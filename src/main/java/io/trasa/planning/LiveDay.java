package io.trasa.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a technician's day goes on.
 *
 * @param estimates of the stops, in the order in which they are driven
 * @param breaks that are still to be taken
 * @param home when the technician is home again
 * @param overtimeSeconds after the shift's end until home
 */
public record LiveDay(
    UUID technicianId,
    LocalDate day,
    List<Estimate> estimates,
    List<Pause> breaks,
    Instant home,
    int overtimeSeconds) {

  /**
   * @param index of the break among those of the planned route
   */
  public record Pause(int index, Instant start, Instant end) {}
}
