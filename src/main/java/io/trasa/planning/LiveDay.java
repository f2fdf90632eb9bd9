package io.trasa.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a technician's day goes on.
 *
 * @param estimates of the stops, in the order in which they are driven
 * @param home when the technician is home again
 * @param overtimeSeconds after the shift's end until home
 */
public record LiveDay(
    UUID technicianId,
    LocalDate day,
    List<Estimate> estimates,
    Instant home,
    int overtimeSeconds) {}
