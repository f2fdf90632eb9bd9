package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {

  private final Trail trail = new Trail();

  @Test
  void withoutAPlanThereIsNoMoment() {
    assertThat(trail.firstSecond()).isEmpty();
    assertThat(trail.nearSecond()).isEmpty();
  }

  @Test
  void nearIsTheFirstMomentWithinOnePercentOfTheLastValue() {
    trail.note(200);
    double afterFirst = trail.second();
    trail.note(100.9);
    double afterNear = trail.second();
    trail.note(150);
    trail.note(100);

    assertThat(trail.firstSecond().orElseThrow()).isLessThanOrEqualTo(afterFirst);
    assertThat(trail.nearSecond().orElseThrow()).isBetween(afterFirst, afterNear);
  }
}
