package io.trasa.orders;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceDatesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 31);

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // The last day of each month, through February, and back to the 31st: no drift.
        "FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30"
            + " 2026-05-31",
        "FREQ=MONTHLY;BYMONTHDAY=-1 | 2028-01-01 | 2028-01-31 2028-02-29 2028-03-31 2028-04-30"
            + " 2028-05-31",
        // RFC 5545: a day that a month lacks is left out, not moved.
        "FREQ=MONTHLY | 2026-01-31 | 2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31",
        "FREQ=MONTHLY;BYMONTHDAY=31 | 2026-02-01 | 2026-03-31 2026-05-31 2026-07-31 2026-08-31"
            + " 2026-10-31",
        // The 30th, or the last day before it.
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1 | 2026-01-30 | 2026-01-30 2026-02-28"
            + " 2026-03-30 2026-04-30 2026-05-30",
        // The 29th of February, strictly and leniently; 2100 would be none, but the century ends.
        "FREQ=YEARLY | 2024-02-29 | 2024-02-29 2028-02-29 2032-02-29 2036-02-29 2040-02-29",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1 | 2024-02-29 | 2024-02-29 2025-02-28"
            + " 2026-02-28 2027-02-28 2028-02-29",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 | 2027-01-01 | 2027-02-28 2028-02-29 2029-02-28"
            + " 2030-02-28 2031-02-28",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=15 | 2026-03-16 | 2028-03-15 2030-03-15"
            + " 2032-03-15 2034-03-15 2036-03-15",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | 2092-03-01 | 2096-02-29",
        // Through the changes to summer time (29 March) and back (25 October 2026).
        "FREQ=DAILY | 2026-03-28 | 2026-03-28 2026-03-29 2026-03-30 2026-03-31 2026-04-01",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU | 2026-10-11 | 2026-10-11 2026-10-25 2026-11-08 2026-11-22"
            + " 2026-12-06",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO | 2026-01-01 | 2026-01-05 2026-04-06 2026-07-06"
            + " 2026-10-05 2027-01-04",
        "RRULE:freq=yearly;count=2 | 2026-05-01 | 2026-05-01 2027-05-01",
        "FREQ=MONTHLY;UNTIL=20260701 | 2026-05-01 | 2026-05-01 2026-06-01 2026-07-01",
      })
  void fallsOnTheseDays(String rule, LocalDate start, String days) {
    assertThat(RecurrenceDates.of(rule, start).from(start, 5).stream().map(LocalDate::toString))
        .containsExactly(days.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "every year",
        "FREQ=SOMETIMES",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=8",
        "FREQ=YEARLY;INTERVAL=0",
        "FREQ=YEARLY;UNTIL=20290101T000000Z",
        "FREQ=YEARLY;UNTIL=20200101",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=YEARLY;COUNT=2;UNTIL=20290101",
      })
  void refusesWhatIsNoRuleForDays(String rule) {
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> RecurrenceDates.of(rule, START.plusDays(1)))
                .isInstanceOfSatisfying(
                    InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("rule")));
  }

  @Test
  void givesTheDaysOfASpanWithBothEnds() {
    var monthly = RecurrenceDates.of("FREQ=MONTHLY;BYMONTHDAY=-1", START);
    assertThat(
            monthly.between(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 4, 30), 99).stream()
                .map(LocalDate::toString)
                .collect(joining(" ")))
        .isEqualTo("2026-02-28 2026-03-31 2026-04-30");
    assertThat(monthly.isEndless()).isTrue();
    assertThat(RecurrenceDates.of("FREQ=DAILY;COUNT=3", START).isEndless()).isFalse();
  }

  @Property(tries = 300)
  void lastDaysOfMonthsNeverDrift(
      @ForAll @IntRange(min = 1, max = 24) int every, @ForAll @IntRange(max = 20_000) int day) {
    var start = LocalDate.of(2000, 1, 1).plusDays(day);
    var dates =
        RecurrenceDates.of("FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=" + every, start).from(start, 30);
    assertThat(dates)
        .allSatisfy(d -> assertThat(d.getDayOfMonth()).isEqualTo(d.lengthOfMonth()))
        .isSorted();
    for (int i = 0; i < dates.size(); i++) {
      assertThat(dates.get(i).getYear() * 12 + dates.get(i).getMonthValue())
          .isEqualTo(start.getYear() * 12 + start.getMonthValue() + i * every);
    }
  }
}
