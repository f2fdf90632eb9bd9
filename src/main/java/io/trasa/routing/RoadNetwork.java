package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways between places, to draw on a map; times for planning come from {@link TravelTimes}. */
public interface RoadNetwork {

  /** The region that can be travelled. */
  Bounds bounds();

  /** The fastest sensible way; empty if there is none or a place is far from any road. */
  Optional<RoutePath> path(Coordinates from, Coordinates to, Vehicle vehicle);

  /** Why nobody can travel to the place; empty if one can. */
  Optional<PlaceProblem> problem(Coordinates place, Vehicle vehicle);

  /** The ways between neighbours of the list: one fewer than the stops, in their order. */
  default List<Optional<RoutePath>> legs(List<Coordinates> stops, Vehicle vehicle) {
    List<Optional<RoutePath>> legs = new ArrayList<>();
    for (int i = 1; i < stops.size(); i++) {
      legs.add(path(stops.get(i - 1), stops.get(i), vehicle));
    }
    return legs;
  }
}
