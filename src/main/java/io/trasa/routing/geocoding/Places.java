package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import io.trasa.common.UnavailableException;
import java.util.List;
import java.util.Optional;

/** The search as people use it: an address, its beginning, or coordinates pasted as text. */
public final class Places {

  private final Geocoder geocoder;

  public Places(Geocoder geocoder) {
    this.geocoder = geocoder;
  }

  /**
   * The places that fit, best first. Coordinates give one place: that very spot, with the address
   * of what is nearest.
   *
   * @throws UnavailableException if the geocoder cannot answer now
   */
  public List<Place> search(PlaceSearch search) {
    Optional<Coordinates> written = WrittenCoordinates.parse(search.text());
    return written.isPresent() ? List.of(pasted(written.get())) : geocoder.search(search);
  }

  /**
   * What is nearest to a spot; a place of kind {@link PlaceKind#SPOT} if nothing is near.
   *
   * @throws UnavailableException if the geocoder cannot answer now
   */
  public Place at(Coordinates spot) {
    return geocoder.reverse(spot).orElse(Place.spot(spot));
  }

  /** A pasted spot is taken as it is even if nobody can say what is there. */
  private Place pasted(Coordinates spot) {
    try {
      return at(spot).at(spot);
    } catch (UnavailableException e) {
      return Place.spot(spot);
    }
  }
}
