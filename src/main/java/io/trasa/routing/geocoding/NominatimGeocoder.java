package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Asks a Nominatim server: {@code /search} and {@code /reverse}, format {@code jsonv2}. It knows
 * whole words only, and the public one forbids asking while somebody types: run your own.
 */
final class NominatimGeocoder implements Geocoder {

  /** Half the side of the square whose places come first, about 30 km. */
  private static final double NEAR_DEGREES = 0.3;

  private static final Map<String, String> FORMAT =
      Map.of("format", "jsonv2", "addressdetails", "1");

  private final JsonService nominatim;

  NominatimGeocoder(JsonService nominatim) {
    this.nominatim = nominatim;
  }

  @Override
  public List<Place> search(PlaceSearch search) {
    Map<String, String> parameters = new HashMap<>(FORMAT);
    parameters.put("q", search.text());
    parameters.put("limit", String.valueOf(search.limit()));
    search.near().ifPresent(near -> parameters.put("viewbox", around(near)));
    JsonNode answer = nominatim.get("search", parameters);
    return StreamSupport.stream(answer.spliterator(), false)
        .flatMap(found -> place(found).stream())
        .map(place -> search.near().map(place::from).orElse(place))
        .toList();
  }

  @Override
  public Optional<Place> reverse(Coordinates spot) {
    Map<String, String> parameters = new HashMap<>(FORMAT);
    parameters.put("lat", String.valueOf(spot.lat()));
    parameters.put("lon", String.valueOf(spot.lon()));
    return place(nominatim.get("reverse", parameters)).map(place -> place.from(spot));
  }

  private static String around(Coordinates near) {
    return String.format(
        Locale.ROOT,
        "%f,%f,%f,%f",
        near.lon() - NEAR_DEGREES,
        near.lat() + NEAR_DEGREES,
        near.lon() + NEAR_DEGREES,
        near.lat() - NEAR_DEGREES);
  }

  /** Nothing if the answer is an error such as "Unable to geocode". */
  private static Optional<Place> place(JsonNode found) {
    double lat = found.path("lat").asDouble(Double.NaN);
    double lon = found.path("lon").asDouble(Double.NaN);
    if (Double.isNaN(lat) || Double.isNaN(lon)) {
      return Optional.empty();
    }
    JsonNode address = found.path("address");
    String street = first(address, "road", "pedestrian", "footway", "place");
    String number = first(address, "house_number");
    String name = first(found, "name");
    PlaceKind kind =
        !number.isEmpty()
            ? PlaceKind.ADDRESS
            : street.isEmpty() ? PlaceKind.SETTLEMENT : PlaceKind.STREET;
    return Optional.of(
        new Place(
            kind,
            name.equals(street) || name.equals(number) ? "" : name,
            street,
            number,
            first(address, "postcode"),
            first(address, "city", "town", "village", "municipality", "hamlet"),
            first(address, "suburb", "hamlet", "quarter"),
            new Coordinates(lat, lon),
            null));
  }

  private static String first(JsonNode told, String... fields) {
    return Stream.of(fields)
        .map(field -> told.path(field).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
