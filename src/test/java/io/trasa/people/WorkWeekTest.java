package io.trasa.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.InvalidInputException;
import io.trasa.common.TimeWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkWeekTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

  @Test
  void startsAtTheSameTimeOnTheWallBeforeAndAfterSummerTimeBegins() {
    assertThat(week("2026-03-28", "2026-03-30", DAILY, "07:00", "15:30"))
        .containsExactly(
            window("2026-03-28T06:00:00Z", "2026-03-28T14:30:00Z"),
            window("2026-03-29T05:00:00Z", "2026-03-29T13:30:00Z"),
            window("2026-03-30T05:00:00Z", "2026-03-30T13:30:00Z"));
  }

  @Test
  void startsAtTheSameTimeOnTheWallBeforeAndAfterSummerTimeEnds() {
    assertThat(week("2026-10-24", "2026-10-25", DAILY, "07:00", "15:30"))
        .containsExactly(
            window("2026-10-24T05:00:00Z", "2026-10-24T13:30:00Z"),
            window("2026-10-25T06:00:00Z", "2026-10-25T14:30:00Z"));
  }

  @Test
  void aNightShiftIsAnHourShorterOrLongerWhenTheClocksChange() {
    assertThat(week("2026-03-28", "2026-03-28", DAILY, "22:00", "06:00").getFirst().length())
        .isEqualTo(Duration.ofHours(7));
    assertThat(week("2026-10-24", "2026-10-24", DAILY, "22:00", "06:00").getFirst().length())
        .isEqualTo(Duration.ofHours(9));
  }

  @Test
  void anHourThatDoesNotExistBeginsWhenTheClocksHaveBeenPutForward() {
    assertThat(week("2026-03-29", "2026-03-29", DAILY, "02:30", "08:00").getFirst().start())
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void keepsToTheDaysOfTheWeek() {
    var workdays = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(week("2026-11-23", "2026-12-06", workdays, "07:00", "15:30"))
        .extracting(TimeWindow::start)
        .containsExactly(
            Instant.parse("2026-11-23T06:00:00Z"),
            Instant.parse("2026-11-27T06:00:00Z"),
            Instant.parse("2026-11-30T06:00:00Z"),
            Instant.parse("2026-12-04T06:00:00Z"));
  }

  @Test
  void refusesDaysInTheWrongOrderAndMoreThanAYear() {
    assertThatThrownBy(() -> week("2026-11-24", "2026-11-23", DAILY, "07:00", "15:30"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> week("2026-01-01", "2027-01-02", DAILY, "07:00", "15:30"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("367 days");
  }

  private static List<TimeWindow> week(
      String from, String to, Set<DayOfWeek> days, String start, String end) {
    return new WorkWeek(
            LocalDate.parse(from),
            LocalDate.parse(to),
            days,
            LocalTime.parse(start),
            LocalTime.parse(end))
        .in(BERLIN);
  }

  private static TimeWindow window(String start, String end) {
    return new TimeWindow(Instant.parse(start), Instant.parse(end));
  }
}
