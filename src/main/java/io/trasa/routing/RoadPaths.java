package io.trasa.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ways along imported roads; the last some thousand are remembered. */
public final class RoadPaths implements RoadNetwork {

  private static final int MAX_CACHED_LEGS = 5_000;

  private final RoadGraph roads;
  private final Cache<Leg, Optional<RoutePath>> legs =
      Caffeine.newBuilder().maximumSize(MAX_CACHED_LEGS).build();

  private record Leg(Coordinates from, Coordinates to, Vehicle vehicle) {}

  public RoadPaths(RoadGraph roads) {
    this.roads = roads;
  }

  @Override
  public Bounds bounds() {
    return roads.bounds();
  }

  @Override
  public Optional<RoutePath> path(Coordinates from, Coordinates to, Vehicle vehicle) {
    return Objects.requireNonNull(legs.get(new Leg(from, to, vehicle), this::find));
  }

  @Override
  public Optional<PlaceProblem> problem(Coordinates place, Vehicle vehicle) {
    if (roads.of(vehicle).snap(place).isPresent()) {
      return Optional.empty();
    }
    if (bounds().contains(place)) {
      return Optional.of(PlaceProblem.NO_ROAD);
    }
    boolean swapped =
        Math.abs(place.lon()) <= 90 && bounds().contains(new Coordinates(place.lon(), place.lat()));
    return Optional.of(swapped ? PlaceProblem.SWAPPED : PlaceProblem.OUTSIDE);
  }

  private Optional<RoutePath> find(Leg leg) {
    VehicleRoads usable = roads.of(leg.vehicle());
    Optional<Snap> from = usable.snap(leg.from());
    Optional<Snap> to = usable.snap(leg.to());
    return from.isPresent() && to.isPresent()
        ? find(usable, from.get(), to.get())
        : Optional.empty();
  }

  private Optional<RoutePath> find(VehicleRoads usable, Snap from, Snap to) {
    QueryGraph query = QueryGraph.create(roads.base(), from, to);
    Path path =
        new CHRoutingAlgorithmFactory(usable.hierarchy(), query)
            .createAlgo(new PMap())
            .calcPath(from.getClosestNode(), to.getClosestNode());
    return path.isFound()
        ? Optional.of(
            RoutePath.along(
                Rounding.seconds(path.getTime()),
                Rounding.metres(path.getDistance()),
                coordinates(path.calcPoints())))
        : Optional.empty();
  }

  private static List<Coordinates> coordinates(PointList points) {
    List<Coordinates> coordinates = new ArrayList<>(points.size());
    points.forEach(point -> coordinates.add(new Coordinates(point.lat, point.lon)));
    return coordinates;
  }
}
