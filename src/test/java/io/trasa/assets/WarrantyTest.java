package io.trasa.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarrantyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Warranty PARTS =
      new Warranty("P", LocalDate.of(2026, 1, 1), LocalDate.of(2030, 12, 31), false, true, false);
  private static final Warranty LABOUR =
      new Warranty("L", LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31), true, false, false);
  private static final Warranty OVER =
      new Warranty("O", LocalDate.of(2020, 1, 1), TODAY.minusDays(1), true, true, true);
  private static final Warranty FUTURE =
      new Warranty("F", LocalDate.of(2031, 1, 1), LocalDate.of(2040, 1, 1), true, true, true);

  @Test
  void countsTheFirstAndTheLastDay() {
    assertThat(PARTS.isValidOn(PARTS.from())).isTrue();
    assertThat(PARTS.isValidOn(PARTS.until())).isTrue();
    assertThat(PARTS.isValidOn(PARTS.from().minusDays(1))).isFalse();
    assertThat(PARTS.isValidOn(PARTS.until().plusDays(1))).isFalse();
  }

  @Test
  void prefersOneThatIsValidToALongerOne() {
    assertThat(Warranty.counting(List.of(OVER, PARTS, FUTURE), TODAY)).contains(PARTS);
  }

  @Test
  void takesTheLongestWhenNoneIsValid() {
    assertThat(Warranty.counting(List.of(OVER), TODAY)).contains(OVER);
    assertThat(Warranty.counting(List.of(OVER, FUTURE), TODAY)).contains(FUTURE);
    assertThat(Warranty.counting(List.of(), TODAY)).isEmpty();
  }

  @Test
  void addsUpWhatSeveralCoverWhileAllAreValid() {
    assertThat(Warranty.counting(List.of(PARTS, LABOUR), TODAY))
        .contains(new Warranty("P, L", PARTS.from(), LABOUR.until(), true, true, false));
  }

  @Test
  void staysWithTheLongestThatCoversAllTheOthersDo() {
    var all =
        new Warranty("A", LocalDate.of(2026, 1, 1), LocalDate.of(2035, 1, 1), true, true, true);
    assertThat(Warranty.counting(List.of(PARTS, all, LABOUR), TODAY)).contains(all);
  }
}
