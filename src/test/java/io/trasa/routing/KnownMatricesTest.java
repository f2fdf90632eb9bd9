package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.routing.KnownMatrices.Known;
import io.trasa.routing.KnownMatrices.Roads;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownMatricesTest {

  private static final Roads CAR = new Roads("extract of March", Vehicle.CAR);
  private static final int MAX_PAIRS = 2_000;

  private final KnownMatrices known = new KnownMatrices(MAX_PAIRS);

  @Test
  void offersTheMatrixThatSharesMost() {
    Known west = remember(CAR, 0, 25);
    Known east = remember(CAR, 20, 45);
    assertThat(known.nearest(CAR, places(15, 40))).isSameAs(east);
    assertThat(known.nearest(CAR, places(0, 30))).isSameAs(west);
    assertThat(known.nearest(CAR, places(50, 53))).isNull();
  }

  @Test
  void neverMixesRoadsOrVehicles() {
    remember(CAR, 0, 25);
    assertThat(known.nearest(new Roads("extract of April", Vehicle.CAR), places(0, 25))).isNull();
    assertThat(known.nearest(new Roads(CAR.fingerprint(), Vehicle.FOOT), places(0, 25))).isNull();
  }

  @Test
  void staysWithinItsBoundsForgettingTheOldest() {
    remember(CAR, 0, 30);
    Known second = remember(CAR, 40, 70);
    Known third = remember(CAR, 80, 110);
    assertThat(known.pairs()).isEqualTo(1_800);
    assertThat(known.nearest(CAR, places(0, 30))).isNull();
    remember(CAR, 120, 170);
    assertThat(known.nearest(CAR, places(120, 170))).isNull();
    assertThat(known.nearest(CAR, places(40, 70))).isSameAs(second);
    assertThat(known.nearest(CAR, places(80, 110))).isSameAs(third);
  }

  @Test
  void keepsAGrownMatrixInsteadOfTheOneItGrewFrom() {
    remember(CAR, 0, 25);
    Known grown = remember(CAR, 0, 26);
    assertThat(known.pairs()).isEqualTo(26 * 26);
    remember(CAR, 3, 24);
    assertThat(known.pairs()).isEqualTo(26 * 26);
    assertThat(known.nearest(CAR, places(3, 24))).isSameAs(grown);
  }

  private Known remember(Roads roads, int from, int to) {
    int[] nowhere = TravelMatrix.nowhere(to - from);
    Known matrix = Known.of(roads, places(from, to), TravelMatrix.of(to - from, nowhere, nowhere));
    known.add(matrix);
    return matrix;
  }

  private static List<Coordinates> places(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new Coordinates(50, i)).toList();
  }
}
