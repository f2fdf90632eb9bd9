package io.trasa.people;

import io.trasa.common.InvalidInputException;
import io.trasa.common.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * The same working hours on certain days of the week, by the clock on the wall.
 *
 * @param from the first day
 * @param to the last day, inclusive
 * @param end if not after the start, it is on the following day
 */
public record WorkWeek(
    LocalDate from, LocalDate to, Set<DayOfWeek> days, LocalTime start, LocalTime end) {

  static final int MAX_DAYS = 366;

  public WorkWeek {
    long length = ChronoUnit.DAYS.between(from, to) + 1;
    if (length < 1 || length > MAX_DAYS) {
      throw new InvalidInputException(
          "to",
          to,
          "makes %d days from %s; 1 to %d are possible".formatted(length, from, MAX_DAYS),
          "Maybe the two days are swapped.");
    }
  }

  /**
   * The spans of true time that these hours are. A night in which the clocks are put back is an
   * hour longer; an hour that the clocks leave out begins when they have been put forward.
   */
  List<TimeWindow> in(ZoneId zone) {
    return from.datesUntil(to.plusDays(1))
        .filter(day -> days.contains(day.getDayOfWeek()))
        .map(day -> on(day, zone))
        .toList();
  }

  private TimeWindow on(LocalDate day, ZoneId zone) {
    var lastDay = end.isAfter(start) ? day : day.plusDays(1);
    return new TimeWindow(
        day.atTime(start).atZone(zone).toInstant(), lastDay.atTime(end).atZone(zone).toInstant());
  }
}
