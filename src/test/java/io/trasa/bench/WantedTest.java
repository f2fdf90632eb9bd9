package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WantedTest {

  @Test
  void whatIsLeftOutIsUsual() {
    var wanted = Wanted.of(new String[] {"vrptw", "folder"});

    assertThat(wanted.seconds()).isEqualTo(30);
    assertThat(wanted.threads()).isEqualTo(1);
    assertThat(wanted.seeds()).isEqualTo(3);
    assertThat(wanted.wantsInstance("R101")).isTrue();
    assertThat(wanted.wantsSolver("trasa")).isTrue();
    assertThat(wanted.table()).isNull();
  }

  @Test
  void choosesInstancesByTheirBeginningAndSolversByName() {
    var wanted =
        Wanted.of(new String[] {"trsp", "folder", "instances=R1,C", "solvers=trasa", "seconds=5"});

    assertThat(wanted.wantsInstance("R105")).isTrue();
    assertThat(wanted.wantsInstance("RC101")).isFalse();
    assertThat(wanted.wantsSolver("trasa")).isTrue();
    assertThat(wanted.wantsSolver("trasa-array")).isFalse();
    assertThat(wanted.seconds()).isEqualTo(5);
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertRefused("Expected: kind source", "vrptw");
    assertRefused("Not understood: fast", "vrptw", "folder", "fast");
    assertRefused("Not understood: speed=3", "vrptw", "folder", "speed=3");
    assertRefused("seconds must be a whole number from 1", "vrptw", "folder", "seconds=0");
    assertRefused("seeds must be a whole number", "vrptw", "folder", "seeds=many");
  }

  private static void assertRefused(String words, String... args) {
    assertThatThrownBy(() -> Wanted.of(args))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
