package io.trasa.routing.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCoordinatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "53.555, 13.26",
        "(53.555, 13.26)",
        " 53.555   13.26 ",
        "53,555 13,26",
        "53,555; 13,26",
        "53.555 N 13.26 E",
        "53.555° N, 13.26° O",
        "53°33'18\"N 13°15'36\"E",
        "53°33′18″N, 13°15′36″E",
        "https://www.openstreetmap.org/#map=17/53.555,13.26",
        "https://maps.example.org/place/@53.555,13.26,17z"
      })
  void readsWhatPeoplePaste(String text) {
    assertThat(WrittenCoordinates.parse(text))
        .hasValueSatisfying(
            at -> {
              assertThat(at.lat()).isEqualTo(53.555);
              assertThat(at.lon()).isEqualTo(13.26);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"-33.9 18.4", "33.9 S 18.4 E", "33°54'S 18°24'E"})
  void southIsNegative(String text) {
    assertThat(WrittenCoordinates.parse(text).orElseThrow().lat()).isEqualTo(-33.9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Turmstraße 12", "17033 12", "91, 13", "53.5, 181", "53.5", "", "1 2 3", "NaN, 1"})
  void leavesOtherTextAlone(String text) {
    assertThat(WrittenCoordinates.parse(text)).isEmpty();
  }
}
