package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import io.trasa.common.UnavailableException;
import java.util.List;
import java.util.Optional;

/** Finds places by text, and the address of a place. Safe for use by many threads. */
public interface Geocoder {

  /**
   * The places that fit, best first.
   *
   * @throws UnavailableException if it cannot answer now; the message says why and what to do
   */
  List<Place> search(PlaceSearch search);

  /**
   * What is nearest to a spot, with the distance to it; nothing if nothing is near.
   *
   * @throws UnavailableException as above
   */
  Optional<Place> reverse(Coordinates spot);
}
