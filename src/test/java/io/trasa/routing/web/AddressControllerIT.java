package io.trasa.routing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.routing.geocoding.ExtractGeocoder;
import io.trasa.routing.geocoding.Geocoder;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class AddressControllerIT {

  @Autowired private WebApplicationContext context;
  @Autowired private Geocoder geocoder;
  private Office office;

  @BeforeEach
  void waitForTheAddresses() {
    ((ExtractGeocoder) geocoder).prepare().join();
    office = new Office(context, Role.DISPATCHER);
  }

  @Test
  void findsAnAddressAndWhatIsAtAPlace() {
    var found = office.get("/api/places?q={q}&lat=53.55&lon=13.26", "Semmelweisstr. 27");
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.at("/0/street")).isEqualTo("Semmelweisstraße");
    assertThat(found.at("/0/houseNumber")).isEqualTo("27");
    assertThat(found.body().at("/0/metres").asInt()).isPositive();
    var lat = found.body().at("/0/coordinates/lat").asDouble();
    var lon = found.body().at("/0/coordinates/lon").asDouble();
    var there = office.get("/api/places/at?lat={lat}&lon={lon}", lat, lon);
    assertThat(there.at("/street")).isEqualTo("Semmelweisstraße");
    assertThat(there.body().at("/metres").asInt()).isZero();
  }

  @Test
  void takesPastedCoordinatesAsTheyAre() {
    var found = office.get("/api/places?q={q}", "53.5573, 13.2610");
    assertThat(found.body().size()).isEqualTo(1);
    assertThat(found.body().at("/0/coordinates/lat").asDouble()).isEqualTo(53.5573);
    assertThat(found.at("/0/city")).isEqualTo("Neubrandenburg");
  }

  @Test
  void nothingNearIsASpot() {
    assertThat(office.get("/api/places/at?lat=0&lon=0").at("/kind")).isEqualTo("SPOT");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/places?q=, q",
    "/api/places?q=a&limit=0, limit",
    "/api/places?q=a&limit=21, limit",
    "/api/places?q=a&lat=53, lon",
    "/api/places?q=a&lat=91&lon=0, lat",
    "/api/places?q=a&lat=NaN&lon=0, lat",
    "/api/places/at?lat=0&lon=181, lon",
    "/api/places/at?lat=x&lon=1, lat"
  })
  void refusesWhatMakesNoSense(String path, String field) {
    var answer = office.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void refusesALongText() {
    assertThat(office.get("/api/places?q={q}", "a".repeat(201)).at("/errors/0/field"))
        .isEqualTo("q");
  }
}
