package io.trasa.routing.geocoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.Coordinates;
import io.trasa.common.UnavailableException;
import io.trasa.routing.Extract;
import io.trasa.routing.RoadsForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dispatcher types, on the default extract. */
class ExtractGeocoderIT {

  @TempDir static Path folder;
  private static ExtractGeocoder geocoder;

  @BeforeAll
  static void readAddresses() {
    geocoder = new ExtractGeocoder(Extract.of(RoadsForTests.DEFAULT_EXTRACT), folder);
    geocoder.prepare().join();
  }

  @AfterAll
  static void close() throws Exception {
    geocoder.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Semmelweisstraße 27                | Semmelweisstraße 27, 17036 Neubrandenburg
          27 Semmelweisstr.                  | Semmelweisstraße 27, 17036 Neubrandenburg
          semmelweis strasse 27              | Semmelweisstraße 27, 17036 Neubrandenburg
          Semmelwiesstr 27, 17036            | Semmelweisstraße 27, 17036 Neubrandenburg
          Semelweissstraße 27                | Semmelweisstraße 27, 17036 Neubrandenburg
          Ravensburgstr. 40 b Neubrandenburg | Ravensburgstraße 40b, 17034 Neubrandenburg
          RAVENSBURGSTRASSE 40B              | Ravensburgstraße 40b, 17034 Neubrandenburg
          Friedlaender Str. 15               | Friedländer Straße 15, 17033 Neubrandenburg
          Friedlander Strasse 15             | Friedländer Straße 15, 17033 Neubrandenburg
          Friedländerstr. 15                 | Friedländer Straße 15, 17033 Neubrandenburg
          Carl von Linne Str 15              | Carl-von-Linné-Straße 15, 17033 Neubrandenburg
          Равенсбургштрассе 40b              | Ravensburgstraße 40b, 17034 Neubrandenburg
          Фридлендер Штрассе 15              | Friedländer Straße 15, 17033 Neubrandenburg
          Зандерштрассе 22                   | Zanderstraße 22, 17033 Neubrandenburg
          Fichtenweg 6 Burg Stargard         | Fichtenweg 6, 17094 Burg Stargard
          Hauptstr 27 Pragsdorf              | Hauptstraße 27,  Pragsdorf
          17094 Fichtenweg                   | Fichtenweg , 17094 Burg Stargard
          Neubrandenburg                     | Neubrandenburg
          Нойбранденбург                     | Neubrandenburg
          Neubrandnburg                      | Neubrandenburg
          neubr                              | Neubrandenburg
          Burg Starg                         | Burg Stargard
          Fuenfeichen                        | Fünfeichen
          Funfeichen                         | Fünfeichen
          """)
  void findsWhatIsMeant(String typed, String address) {
    assertThat(first(typed)).isEqualTo(address);
  }

  @Test
  void offersWhileOneTypes() {
    assertThat(search("Semmelw", Optional.empty()))
        .contains("Semmelweisstraße , 17036 Neubrandenburg");
    assertThat(search("Semmelweisstr. 2", Optional.empty()))
        .hasSize(8)
        .startsWith("Semmelweisstraße 2, 17036 Neubrandenburg")
        .allMatch(place -> place.startsWith("Semmelweisstraße 2"));
  }

  @Test
  void nearPlacesComeFirst() {
    Place far =
        geocoder.search(new PlaceSearch("Hauptstraße", Optional.empty(), 20)).stream()
            .filter(place -> place.street().equals("Hauptstraße"))
            .reduce((one, next) -> next)
            .orElseThrow();
    assertThat(search("Hauptstraße", Optional.of(far.coordinates())).getFirst())
        .isEqualTo(text(far));
  }

  @Test
  void aNumberNobodyMappedStillLeadsToItsStreet() {
    assertThat(first("Semmelweisstraße 999")).isEqualTo("Semmelweisstraße , 17036 Neubrandenburg");
  }

  @Test
  void nothingFitsNonsense() {
    assertThat(search("Qwxyzzy", Optional.empty())).isEmpty();
    assertThat(search("?!", Optional.empty())).isEmpty();
    assertThat(search("*:* OR name:a~", Optional.empty())).isEmpty();
  }

  @Test
  void aSpotHasAnAddress() {
    Place house =
        geocoder.search(new PlaceSearch("Semmelweisstraße 27", Optional.empty(), 1)).getFirst();
    var beside = new Coordinates(house.coordinates().lat() + 0.00005, house.coordinates().lon());
    Place nearest = geocoder.reverse(beside).orElseThrow();
    assertThat(nearest.kind()).isEqualTo(PlaceKind.ADDRESS);
    assertThat(nearest.street()).isEqualTo("Semmelweisstraße");
    assertThat(nearest.metres()).isBetween(0, 20);
  }

  @Test
  void farFromHousesAStreetAndFarFromAllNothing() {
    assertThat(geocoder.reverse(new Coordinates(53.5430, 13.2480)).orElseThrow().kind())
        .isNotEqualTo(PlaceKind.ADDRESS);
    assertThat(geocoder.reverse(new Coordinates(0, 0))).isEmpty();
  }

  @Test
  void saysWhatToDoWhileItIsNotReady() {
    var fresh = new ExtractGeocoder(new Extract(Path.of("gone.osm.pbf"), "gone"), folder);
    assertThatThrownBy(() -> fresh.search(new PlaceSearch("a", Optional.empty(), 1)))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("pin on the map");
  }

  private static String first(String typed) {
    List<String> found = search(typed, Optional.empty());
    return found.isEmpty() ? "nothing" : found.getFirst();
  }

  private static List<String> search(String typed, Optional<Coordinates> near) {
    return geocoder.search(new PlaceSearch(typed, near, 8)).stream()
        .map(ExtractGeocoderIT::text)
        .collect(Collectors.toList());
  }

  private static String text(Place place) {
    return place.kind() == PlaceKind.SETTLEMENT
        ? place.name()
        : "%s %s, %s %s"
            .formatted(place.street(), place.houseNumber(), place.postcode(), place.city());
  }
}
