package io.trasa.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The company's calendar, by the clock: today, starts of days, and numbers that hold the year. */
@Component
class CompanyDay {

  private final Clock clock;

  CompanyDay(Clock clock, ZoneId companyZone) {
    this.clock = clock.withZone(companyZone);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Instant now() {
    return clock.instant();
  }

  Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  /** Such as {@code Q26-00007}: what kind, this year, and the number. */
  String numbered(String kind, long number) {
    return "%s%02d-%05d".formatted(kind, today().getYear() % 100, number);
  }
}
