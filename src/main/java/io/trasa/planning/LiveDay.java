package io.trasa.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a technician's day goes on.
 *
 * @param estimates of the stops, in the order in which they are driven
 * @param breaks that are still to be taken
 * @param call at the warehouse that is still to be made; null if none is
 * @param home when the technician is home again
 * @param overtimeSeconds after the shift's end until home
 */
public record LiveDay(
    UUID technicianId,
    LocalDate day,
    List<Estimate> estimates,
    List<Pause> breaks,
    @Nullable Pause call,
    Instant home,
    int overtimeSeconds) {

  /**
   * @param index of a break among those of the planned route; 0 of a call
   */
  public record Pause(int index, Instant start, Instant end) {}
}
