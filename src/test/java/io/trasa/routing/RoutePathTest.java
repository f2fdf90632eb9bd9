package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RoutePathTest {

  @Test
  void writesTheKnownEncodingOfTheFormat() {
    var path =
        RoutePath.along(
            1,
            2,
            List.of(
                new Coordinates(38.5, -120.2),
                new Coordinates(40.7, -120.95),
                new Coordinates(43.252, -126.453)));
    assertThat(path.polyline()).isEqualTo("_p~iF~ps|U_ulLnnqC_mqNvxq`@");
  }

  @Property(tries = 200)
  void pointsComeBackToFiveDecimals(
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll @DoubleRange(min = -180, max = 180) double lon) {
    var first = new Coordinates(lat, lon);
    var second = new Coordinates(-lat, lon / 2);
    List<Coordinates> points = RoutePath.along(0, 0, List.of(first, second)).points();
    assertThat(points).hasSize(2);
    assertThat(points.getFirst().lat()).isCloseTo(lat, Offset.offset(1e-5));
    assertThat(points.getLast().lon()).isCloseTo(lon / 2, Offset.offset(1e-5));
  }
}
