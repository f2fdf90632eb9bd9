package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.List;

/** How long it takes and how far it is between places. */
public interface TravelTimes {

  /**
   * Times and distances between all pairs of the given points, in their order. A point that no road
   * comes near is unreachable from and to every other point; it never fails the whole matrix.
   */
  TravelMatrix between(List<Coordinates> points, Vehicle vehicle);
}
