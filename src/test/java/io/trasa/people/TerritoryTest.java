package io.trasa.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TerritoryTest {

  private static final Territory WEST = square(53, 13, 54, 14);
  private static final Territory EAST = square(53, 14, 54, 15);

  @Test
  void knowsInsideFromOutside() {
    assertThat(WEST.contains(at(53.5, 13.5))).isTrue();
    assertThat(WEST.contains(at(53.5, 14.5))).isFalse();
    assertThat(WEST.contains(at(54.5, 13.5))).isFalse();
    assertThat(WEST.contains(at(-53.5, -13.5))).isFalse();
  }

  @Test
  void leavesOutTheBayOfAHorseshoe() {
    var horseshoe =
        territory(
            at(53, 13),
            at(53, 16),
            at(54, 16),
            at(54, 15),
            at(53.2, 15),
            at(53.2, 14),
            at(54, 14),
            at(54, 13));
    assertThat(horseshoe.contains(at(53.8, 13.5))).isTrue();
    assertThat(horseshoe.contains(at(53.8, 14.5))).isFalse();
    assertThat(horseshoe.contains(at(53.8, 15.5))).isTrue();
    assertThat(horseshoe.contains(at(53.1, 14.5))).isTrue();
  }

  @Property
  void neighboursShareTheirBorderWithoutGapOrOverlap(
      @ForAll @DoubleRange(min = 53, max = 53.99) double lat) {
    var border = at(lat, 14);
    assertThat(WEST.contains(border) ^ EAST.contains(border)).isTrue();
  }

  @Property
  void theDirectionOfTheCornersDoesNotMatter(
      @ForAll @DoubleRange(min = 52, max = 55) double lat,
      @ForAll @DoubleRange(min = 12, max = 15) double lon) {
    var backwards = territory(WEST.boundary().reversed().toArray(Coordinates[]::new));
    assertThat(backwards.contains(at(lat, lon))).isEqualTo(WEST.contains(at(lat, lon)));
  }

  @Test
  void refusesABorderThatEnclosesNothing() {
    for (var border :
        List.of(
            List.of(at(53, 13), at(54, 14)),
            List.of(at(53, 13), at(53, 13), at(54, 14)),
            List.of(at(53, 13), at(54, 14), at(55, 15)),
            Collections.nCopies(501, at(53, 13)))) {
      assertThatThrownBy(() -> territory(border.toArray(Coordinates[]::new)))
          .isInstanceOfSatisfying(
              InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("boundary"));
    }
  }

  private static Territory square(double south, double west, double north, double east) {
    return territory(at(south, west), at(south, east), at(north, east), at(north, west));
  }

  private static Territory territory(Coordinates... corners) {
    return new Territory(new Territory.Details("North", "#3567D6", List.of(corners)));
  }

  private static Coordinates at(double lat, double lon) {
    return new Coordinates(lat, lon);
  }
}
