package io.trasa.planning;

import io.trasa.common.InvalidInputException;
import io.trasa.planning.problem.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that are planned together, and the engine's clock: whole seconds of true time since the
 * first day began in the company's zone, so that a day with a change of the clocks has 23 or 25
 * hours.
 */
record Horizon(LocalDate from, int days, ZoneId zone) {

  static final int MAX_DAYS = 31;

  Horizon {
    if (days < 1 || days > MAX_DAYS) {
      throw new InvalidInputException(
          "days",
          days,
          "is not between 1 and " + MAX_DAYS,
          "Ask for a shorter horizon, and for later days in a plan of their own.");
    }
  }

  Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  Instant end() {
    return from.plusDays(days).atStartOfDay(zone).toInstant();
  }

  Stream<LocalDate> dates() {
    return from.datesUntil(from.plusDays(days));
  }

  int seconds(Instant instant) {
    return Math.toIntExact(Duration.between(start(), instant).toSeconds());
  }

  Instant instant(int seconds) {
    return start().plusSeconds(seconds);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(start()) && instant.isBefore(end());
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(from.plusDays(days));
  }

  boolean overlaps(Horizon other) {
    return from.isBefore(other.from.plusDays(other.days))
        && other.from.isBefore(from.plusDays(days));
  }

  /** The days of both; null if there are none. */
  @Nullable Horizon common(Horizon other) {
    if (!overlaps(other)) {
      return null;
    }
    LocalDate first = from.isAfter(other.from) ? from : other.from;
    LocalDate end = from.plusDays(days);
    LocalDate otherEnd = other.from.plusDays(other.days);
    LocalDate last = end.isBefore(otherEnd) ? end : otherEnd;
    return new Horizon(first, (int) ChronoUnit.DAYS.between(first, last), zone);
  }

  /** The part of [from, to] within the horizon, in its seconds; empty at its edge if outside. */
  Span clip(Instant from, Instant to) {
    int length = seconds(end());
    return new Span(
        Math.clamp(Duration.between(start(), from).toSeconds(), 0, length),
        Math.clamp(Duration.between(start(), to).toSeconds(), 0, length));
  }
}
