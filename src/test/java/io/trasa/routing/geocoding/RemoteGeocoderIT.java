package io.trasa.routing.geocoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.trasa.common.Coordinates;
import io.trasa.common.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as Photon and Nominatim do. */
class RemoteGeocoderIT {

  private static final String PHOTON =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [13.2771, 53.5571]},
         "properties": {"type": "house", "osm_key": "building", "housenumber": "12",
          "street": "Turmstraße", "postcode": "17033", "city": "Neubrandenburg", "country": "Deutschland"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [13.26, 53.55]},
         "properties": {"type": "street", "name": "Turmstraße", "city": "Neubrandenburg"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [13.25, 53.55]},
         "properties": {"type": "city", "name": "Neubrandenburg"}},
        {"type": "Feature", "properties": {"type": "city", "name": "Nowhere"}}]}
      """;
  private static final String NOMINATIM =
      """
      {"lat": "53.5571", "lon": "13.2771", "name": "", "addresstype": "building",
        "address": {"house_number": "12", "road": "Turmstraße", "town": "Neubrandenburg",
        "postcode": "17033", "suburb": "Innenstadt", "country": "Deutschland"}}
      """;
  private static final Coordinates HERE = new Coordinates(53.556, 13.277);

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private HttpServer server;
  private volatile int status = 200;
  private volatile byte[] answer = new byte[0];
  private volatile boolean drips;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        call -> {
          asked.add(URLDecoder.decode(call.getRequestURI().toString(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(status, 0);
          try (var body = call.getResponseBody()) {
            body.write(answer);
            body.flush();
            if (drips) {
              closing.await();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    closing.countDown();
    server.stop(0);
  }

  @Test
  void photonFindsPlaces() {
    answer(PHOTON);
    List<Place> found = photon().search(new PlaceSearch("Turmstr. 12 & Co", Optional.of(HERE), 5));
    assertThat(asked.remove()).isEqualTo("/api?lat=53.556&limit=5&lon=13.277&q=Turmstr. 12 & Co");
    assertThat(found)
        .extracting(Place::kind)
        .containsExactly(PlaceKind.ADDRESS, PlaceKind.STREET, PlaceKind.SETTLEMENT);
    assertThat(found.getFirst())
        .isEqualTo(
            new Place(
                PlaceKind.ADDRESS,
                "",
                "Turmstraße",
                "12",
                "17033",
                "Neubrandenburg",
                "",
                new Coordinates(53.5571, 13.2771),
                122));
    assertThat(found.get(1).street()).isEqualTo("Turmstraße");
    assertThat(found.get(2).city()).isEqualTo("Neubrandenburg");
  }

  @Test
  void photonKnowsWhatIsAtASpot() {
    answer(PHOTON);
    assertThat(photon().reverse(HERE).orElseThrow().houseNumber()).isEqualTo("12");
    assertThat(asked.remove()).isEqualTo("/reverse?lat=53.556&lon=13.277");
  }

  @Test
  void nominatimFindsPlaces() {
    answer("[" + NOMINATIM + "]");
    List<Place> found = nominatim().search(new PlaceSearch("Turmstr. 12", Optional.of(HERE), 5));
    assertThat(asked.remove())
        .isEqualTo(
            "/search?addressdetails=1&format=jsonv2&limit=5&q=Turmstr. 12"
                + "&viewbox=12.977000,53.856000,13.577000,53.256000");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().city()).isEqualTo("Neubrandenburg");
    assertThat(found.getFirst().district()).isEqualTo("Innenstadt");
  }

  @Test
  void nominatimKnowsWhatIsAtASpotOrNot() {
    answer(NOMINATIM);
    assertThat(nominatim().reverse(HERE).orElseThrow().street()).isEqualTo("Turmstraße");
    answer("{\"error\": \"Unable to geocode\"}");
    assertThat(nominatim().reverse(HERE)).isEmpty();
  }

  @Test
  void tellsWhenItDoesNotAnswer() {
    drips = true;
    assertUnavailable("in time");
    drips = false;
    status = 429;
    assertUnavailable("refuses");
    status = 200;
    answer("<html>");
    assertUnavailable("no readable answer");
    answer = new byte[2 << 20];
    assertUnavailable("cannot be reached");
    server.stop(0);
    assertUnavailable("cannot be reached");
  }

  @Test
  void pastedCoordinatesNeedNoGeocoder() {
    status = 500;
    Place spot =
        new Places(photon())
            .search(new PlaceSearch("53.556, 13.277", Optional.empty(), 5))
            .getFirst();
    assertThat(spot.kind()).isEqualTo(PlaceKind.SPOT);
    assertThat(spot.coordinates()).isEqualTo(HERE);
    status = 200;
    answer(PHOTON);
    spot =
        new Places(photon())
            .search(new PlaceSearch("53.556, 13.277", Optional.empty(), 5))
            .getFirst();
    assertThat(spot.street()).isEqualTo("Turmstraße");
    assertThat(spot.coordinates()).isEqualTo(HERE);
  }

  private void assertUnavailable(String reason) {
    assertThatThrownBy(() -> photon().reverse(HERE))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("Set the pin");
  }

  private void answer(String text) {
    answer = text.getBytes(StandardCharsets.UTF_8);
  }

  private Geocoder photon() {
    return new PhotonGeocoder(service());
  }

  private Geocoder nominatim() {
    return new NominatimGeocoder(service());
  }

  private JsonService service() {
    var address = URI.create("http://localhost:" + server.getAddress().getPort());
    return new JsonService(address, Duration.ofMillis(500));
  }
}
