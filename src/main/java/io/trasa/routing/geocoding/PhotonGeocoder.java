package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Asks a Photon server (komoot): {@code /api} and {@code /reverse}, answers in GeoJSON. */
final class PhotonGeocoder implements Geocoder {

  private final JsonService photon;

  PhotonGeocoder(JsonService photon) {
    this.photon = photon;
  }

  @Override
  public List<Place> search(PlaceSearch search) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("q", search.text());
    parameters.put("limit", String.valueOf(search.limit()));
    search.near().ifPresent(near -> parameters.putAll(position(near)));
    return places(photon.get("api", parameters))
        .map(place -> search.near().map(place::from).orElse(place))
        .toList();
  }

  @Override
  public Optional<Place> reverse(Coordinates spot) {
    return places(photon.get("reverse", position(spot))).map(place -> place.from(spot)).findFirst();
  }

  private static Map<String, String> position(Coordinates spot) {
    return Map.of("lat", String.valueOf(spot.lat()), "lon", String.valueOf(spot.lon()));
  }

  private static Stream<Place> places(JsonNode answer) {
    return StreamSupport.stream(answer.path("features").spliterator(), false)
        .flatMap(feature -> place(feature).stream());
  }

  private static Optional<Place> place(JsonNode feature) {
    JsonNode told = feature.path("properties");
    JsonNode position = feature.path("geometry").path("coordinates");
    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
      return Optional.empty();
    }
    PlaceKind kind = kind(told);
    String name = text(told, "name");
    boolean isStreet = kind == PlaceKind.STREET;
    return Optional.of(
        new Place(
            kind,
            isStreet ? "" : name,
            isStreet ? name : text(told, "street"),
            text(told, "housenumber"),
            text(told, "postcode"),
            text(told, "city").isEmpty() && kind == PlaceKind.SETTLEMENT
                ? name
                : text(told, "city"),
            text(told, "district"),
            new Coordinates(position.path(1).asDouble(), position.path(0).asDouble()),
            null));
  }

  private static PlaceKind kind(JsonNode told) {
    return switch (text(told, "type")) {
      case "street" -> PlaceKind.STREET;
      case "house" -> PlaceKind.ADDRESS;
      default -> text(told, "housenumber").isEmpty() ? PlaceKind.SETTLEMENT : PlaceKind.ADDRESS;
    };
  }

  private static String text(JsonNode told, String field) {
    return told.path(field).asString("");
  }
}
