package io.trasa.people.web;

import io.trasa.common.InvalidInputException;
import io.trasa.common.TimeWindow;
import io.trasa.web.ThisCentury;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The days that are asked for, from the query string.
 *
 * @param from the first day
 * @param to the last day, inclusive
 * @param technicianId only this technician's; then the range may be longer
 */
record DayRange(
    @NotNull @ThisCentury LocalDate from,
    @NotNull @ThisCentury LocalDate to,
    @Nullable UUID technicianId) {

  private static final int MAX_DAYS_OF_ALL = 62;
  private static final int MAX_DAYS_OF_ONE = 400;

  /**
   * @throws InvalidInputException if these are no days, or too many
   */
  TimeWindow in(ZoneId zone) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    int max = technicianId == null ? MAX_DAYS_OF_ALL : MAX_DAYS_OF_ONE;
    if (days < 1 || days > max) {
      throw new InvalidInputException(
          "to",
          to,
          "makes %d days from %s; 1 to %d are possible".formatted(days, from, max),
          "Maybe the two days are swapped.");
    }
    return new TimeWindow(
        from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
