package io.trasa.routing.web;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.routing.geocoding.Place;
import io.trasa.routing.geocoding.PlaceKind;
import io.trasa.routing.geocoding.PlaceSearch;
import io.trasa.routing.geocoding.Places;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses and where they are, for those who enter sites. */
@RestController
@RequestMapping("/api/places")
class AddressController {

  private final Places places;

  AddressController(Places places) {
    this.places = places;
  }

  /** Texts are empty where unknown; metres is the distance to the place that was asked about. */
  record AddressView(
      PlaceKind kind,
      String name,
      String street,
      String houseNumber,
      String postcode,
      String city,
      String district,
      Coordinates coordinates,
      @Nullable Integer metres) {

    static AddressView of(Place place) {
      return new AddressView(
          place.kind(),
          place.name(),
          place.street(),
          place.houseNumber(),
          place.postcode(),
          place.city(),
          place.district(),
          place.coordinates(),
          place.metres());
    }
  }

  /** What fits the text, best first: an address or its beginning, or coordinates. */
  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  List<AddressView> search(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestParam(defaultValue = "8") int limit) {
    return places.search(new PlaceSearch(q, near(lat, lon), limit)).stream()
        .map(AddressView::of)
        .toList();
  }

  /** The address nearest to a place on the map. */
  @GetMapping("/at")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  AddressView at(@RequestParam double lat, @RequestParam double lon) {
    return AddressView.of(places.at(new Coordinates(lat, lon)));
  }

  private static Optional<Coordinates> near(@Nullable Double lat, @Nullable Double lon) {
    if (lat == null && lon == null) {
      return Optional.empty();
    }
    if (lat == null || lon == null) {
      throw new InvalidInputException(
          lat == null ? "lat" : "lon", null, "is missing", "Give both lat and lon, or neither.");
    }
    return Optional.of(new Coordinates(lat, lon));
  }
}
