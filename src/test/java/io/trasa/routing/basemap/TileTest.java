package io.trasa.routing.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {

  @ParameterizedTest
  @CsvSource({"-1,0,0,z", "15,0,0,z", "0,1,0,x", "3,8,0,x", "3,-1,0,x", "3,0,8,y", "3,0,-1,y"})
  void refusesTilesThatDoNotExist(int zoom, int x, int y, String field) {
    assertThatThrownBy(() -> new Tile(zoom, x, y))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void coversItsPartOfTheWorldAndALittleMore() {
    var quarter = new Tile(1, 1, 0).inWorld();
    assertThat(quarter.contains(0.75, 0.25)).isTrue();
    assertThat(quarter.contains(0.495, 0.505)).isTrue();
    assertThat(quarter.contains(0.45, 0.25)).isFalse();
  }
}
