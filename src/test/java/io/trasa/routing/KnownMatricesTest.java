package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.routing.KnownMatrices.Known;
import io.trasa.routing.KnownMatrices.Roads;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownMatricesTest {

  private static final Roads CAR = new Roads("extract of March", Vehicle.CAR);

  private final KnownMatrices known = new KnownMatrices(250);

  @Test
  void offersTheMatrixThatSharesMost() {
    known.add(matrix(CAR, 0, 4));
    known.add(matrix(CAR, 3, 6));
    assertThat(known.nearest(CAR, places(2, 6))).isSameAs(matrixOf(3, 6)).isNotNull();
    assertThat(known.nearest(CAR, places(0, 3))).isSameAs(matrixOf(0, 4)).isNotNull();
    assertThat(known.nearest(CAR, places(50, 53))).isNull();
  }

  @Test
  void neverMixesRoadsOrVehicles() {
    known.add(matrix(CAR, 0, 4));
    assertThat(known.nearest(new Roads("extract of April", Vehicle.CAR), places(0, 4))).isNull();
    assertThat(known.nearest(new Roads(CAR.fingerprint(), Vehicle.FOOT), places(0, 4))).isNull();
  }

  @Test
  void staysWithinItsBoundsForgettingTheOldest() {
    known.add(matrix(CAR, 0, 10));
    known.add(matrix(CAR, 20, 30));
    known.add(matrix(CAR, 40, 50));
    assertThat(known.pairs()).isEqualTo(200);
    assertThat(known.nearest(CAR, places(0, 10))).isNull();
    assertThat(known.nearest(CAR, places(20, 30))).isNotNull();
    known.add(matrix(CAR, 60, 80));
    assertThat(known.pairs()).isZero();
  }

  private @Nullable Known matrixOf(int from, int to) {
    return known.nearest(CAR, places(from, to));
  }

  private static Known matrix(Roads roads, int from, int to) {
    int size = to - from;
    return Known.of(
        roads,
        places(from, to),
        TravelMatrix.of(size, TravelMatrix.nowhere(size), TravelMatrix.nowhere(size)));
  }

  private static List<Coordinates> places(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new Coordinates(50, i)).toList();
  }
}
