package io.trasa.routing.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class LineClipperTest {

  private static final Envelope BOX = new Envelope(0, 10, 0, 10);

  @Test
  void keepsWhatIsInsideAsItIs() {
    assertThat(clip(1, 1, 5, 5, 9, 1)).containsExactly(line(1, 1, 5, 5, 9, 1));
  }

  @Test
  void cutsAtTheBorderAndComesBackAsANewPiece() {
    assertThat(clip(5, 5, 15, 5, 15, 7, 5, 7))
        .containsExactly(line(5, 5, 10, 5), line(10, 7, 5, 7));
  }

  @Test
  void crossesTheWholeBox() {
    assertThat(clip(-5, 5, 15, 5)).containsExactly(line(0, 5, 10, 5));
  }

  @Test
  void leavesOutWhatPassesBy() {
    assertThat(clip(-5, -5, -5, 20, 20, 20)).isEmpty();
    assertThat(clip(-1, 5, -1, 6)).isEmpty();
    assertThat(clip(5, 5)).isEmpty();
  }

  private static List<Coordinate[]> clip(double... places) {
    return LineClipper.clip(line(places), BOX);
  }

  private static Coordinate[] line(double... places) {
    Coordinate[] points = new Coordinate[places.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(places[2 * i], places[2 * i + 1]);
    }
    return points;
  }
}
