package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RichDaysIT {

  @Test
  void theSameWordsMakeTheSameDay() {
    RichDay day = RichDays.of("40x5:seed=3");
    RichDay again = RichDays.of("40x5:seed=3");

    assertThat(again.seconds()).isEqualTo(day.seconds());
    assertThat(again.visits().stream().map(RichDay.Visit::windows).toList())
        .isEqualTo(day.visits().stream().map(RichDay.Visit::windows).toList());
    assertThat(RichDays.of("40x5:seed=4").seconds()).isNotEqualTo(day.seconds());
  }

  @Test
  void sharesAreKept() {
    RichDay all = RichDays.of("60x6:windows=100:skills=100:crews=100:parts=100:urgent=100");
    RichDay none = RichDays.of("60x6:windows=0:skills=0:crews=0:parts=0:urgent=0:breaks=0");

    List<Predicate<RichDay.Visit>> traits =
        List.of(
            visit -> visit.windows().getLast().to() - visit.windows().getFirst().from() < 36_000,
            visit -> visit.skill() >= 0,
            visit -> visit.crew() > 1,
            RichDay.Visit::usesParts,
            visit -> visit.urgentPercent() > 0);
    for (var trait : traits) {
      assertThat(all.visits()).allMatch(trait);
      assertThat(none.visits()).noneMatch(trait);
    }
    assertThat(all.technicians()).allMatch(technician -> technician.pause() != null);
    assertThat(none.technicians()).allMatch(technician -> technician.pause() == null);
  }

  @Test
  void everyPlaceInUseCanBeReached() {
    RichDay day = RichDays.of("80x8");

    int[] used = day.visits().stream().mapToInt(RichDay.Visit::place).toArray();
    assertThat(Arrays.stream(used))
        .allMatch(place -> day.travel(day.depot(), place) >= 0)
        .allMatch(place -> day.travel(place, day.depot()) >= 0);
  }

  @Test
  void otherWordsAreRefused() {
    assertThatThrownBy(() -> RichDays.of("many")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RichDays.of("5x2:colour=3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5x2:colour=3");
  }
}
