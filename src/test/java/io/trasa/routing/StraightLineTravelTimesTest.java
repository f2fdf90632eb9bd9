package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.List;
import org.junit.jupiter.api.Test;

class StraightLineTravelTimesTest {

  private static final Coordinates HERE = new Coordinates(53, 13);
  private static final Coordinates TEN_KILOMETRES_NORTH = new Coordinates(53.08993, 13);

  private final StraightLineTravelTimes lines = new StraightLineTravelTimes(1.3, 39);

  @Test
  void measuresTheLineWithItsDetourAtOneSpeed() {
    TravelMatrix matrix = lines.between(List.of(HERE, TEN_KILOMETRES_NORTH), Vehicle.CAR);
    assertThat(matrix.metres(0, 1)).isBetween(12_990, 13_010);
    assertThat(matrix.seconds(0, 1)).isBetween(1199, 1201);
    assertThat(matrix.seconds(0, 0)).isZero();
  }

  @Test
  void pathAgreesWithTheMatrix() {
    RoutePath path = lines.path(HERE, TEN_KILOMETRES_NORTH, Vehicle.CAR).orElseThrow();
    TravelMatrix matrix = lines.between(List.of(HERE, TEN_KILOMETRES_NORTH), Vehicle.CAR);
    assertThat(path.seconds()).isEqualTo(matrix.seconds(0, 1));
    assertThat(path.points()).containsExactly(HERE, TEN_KILOMETRES_NORTH);
  }
}
