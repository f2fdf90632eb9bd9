package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.InvalidInputException;
import io.trasa.planning.problem.Spans.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {

  private static final int HOUR = 3600;

  private static Horizon horizon(String from, int days) {
    return new Horizon(LocalDate.parse(from), days, ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-11-24, 24"})
  void countsTrueHoursWhereClocksAreChanged(String day, int hours) {
    var horizon = horizon(day, 1);
    assertThat(horizon.seconds(horizon.end())).isEqualTo(hours * HOUR);
    assertThat(horizon.instant(hours * HOUR)).isEqualTo(horizon.end());
    assertThat(horizon.dayOf(horizon.end().minusSeconds(1))).isEqualTo(day);
  }

  @Test
  void cutsTimesAtItsEdges() {
    var horizon = horizon("2026-11-24", 1);
    var early = Instant.parse("2026-11-01T00:00:00Z");
    var late = Instant.parse("2026-12-24T00:00:00Z");
    assertThat(horizon.clip(early, late)).isEqualTo(new Span(0, 24 * HOUR));
    assertThat(horizon.clip(late, late)).isEqualTo(new Span(24 * HOUR, 24 * HOUR));
  }

  @Test
  void overlapsWhereADayIsShared() {
    assertThat(horizon("2026-11-24", 2).overlaps(horizon("2026-11-25", 1))).isTrue();
    assertThat(horizon("2026-11-24", 1).overlaps(horizon("2026-11-25", 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 32})
  void isOneDayToAMonth(int days) {
    assertThatThrownBy(() -> horizon("2026-11-24", days))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("days");
  }
}
