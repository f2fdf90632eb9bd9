package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * What a geocoder found. Texts are as written on the signs there, and empty where unknown.
 *
 * @param name what the place is called, if that is not its address
 * @param district the village or suburb, where it is not the city itself
 * @param metres how far it is from the coordinates that were asked about; absent in a search by
 *     text
 */
public record Place(
    PlaceKind kind,
    String name,
    String street,
    String houseNumber,
    String postcode,
    String city,
    String district,
    Coordinates coordinates,
    @Nullable Integer metres) {

  static Place spot(Coordinates at) {
    return new Place(PlaceKind.SPOT, "", "", "", "", "", "", at, null);
  }

  /** The same place, seen from there. */
  Place from(Coordinates there) {
    return away(Math.toIntExact(Math.round(coordinates.metresTo(there))));
  }

  Place away(int distance) {
    return new Place(
        kind, name, street, houseNumber, postcode, city, district, coordinates, distance);
  }

  /** The address of this place for another spot, such as the one a pin was set on. */
  Place at(Coordinates spot) {
    return new Place(kind, name, street, houseNumber, postcode, city, district, spot, metres);
  }

  /** Whether a reader would take the two for the same. */
  boolean readsLike(Place other) {
    return kind == other.kind
        && name.equals(other.name)
        && street.equals(other.street)
        && houseNumber.equals(other.houseNumber)
        && postcode.equals(other.postcode)
        && city.equals(other.city)
        && district.equals(other.district);
  }
}
