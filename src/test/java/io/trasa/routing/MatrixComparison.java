package io.trasa.routing;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.ResponsePath;
import com.graphhopper.util.Parameters;
import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.ArrayList;
import java.util.List;

/** Asks the matrix and GraphHopper's own route() for all pairs and tells where they differ. */
final class MatrixComparison {

  /** Half a unit for rounding, a hundredth for GraphHopper's own rounding of each road piece. */
  private static final double TOLERANCE = 0.51;

  private final RoadGraph roads;
  private final Vehicle vehicle;

  MatrixComparison(RoadGraph roads, Vehicle vehicle) {
    this.roads = roads;
    this.vehicle = vehicle;
  }

  record Outcome(int reachable, List<String> differences) {}

  Outcome compare(List<Coordinates> places) {
    TravelMatrix matrix = new RoadTravelTimes(roads, new KnownMatrices()).between(places, vehicle);
    var differences = new ArrayList<String>();
    int reachable = 0;
    for (int from = 0; from < places.size(); from++) {
      for (int to = 0; to < places.size(); to++) {
        GHResponse route = route(roads, vehicle, places.get(from), places.get(to));
        reachable += route.hasErrors() ? 0 : 1;
        boolean agrees =
            route.hasErrors()
                ? !matrix.isReachable(from, to) || from == to
                : agrees(matrix, from, to, route.getBest());
        if (!agrees) {
          differences.add(
              "%s → %s: %d s, %d m, but GraphHopper %s"
                  .formatted(
                      places.get(from),
                      places.get(to),
                      matrix.seconds(from, to),
                      matrix.metres(from, to),
                      route.hasErrors()
                          ? route.getErrors()
                          : "%d ms, %.2f m"
                              .formatted(
                                  route.getBest().getTime(), route.getBest().getDistance())));
        }
      }
    }
    return new Outcome(reachable, differences);
  }

  private static boolean agrees(TravelMatrix matrix, int from, int to, ResponsePath route) {
    return Math.abs(matrix.seconds(from, to) - route.getTime() / 1000.0) < TOLERANCE
        && Math.abs(matrix.metres(from, to) - route.getDistance()) < TOLERANCE;
  }

  static GHResponse route(RoadGraph roads, Vehicle vehicle, Coordinates from, Coordinates to) {
    return roads
        .hopper()
        .route(
            new GHRequest(from.lat(), from.lon(), to.lat(), to.lon())
                .setProfile(VehicleProfiles.name(vehicle))
                .putHint(Parameters.Routing.CALC_POINTS, false)
                .putHint(Parameters.Routing.INSTRUCTIONS, false));
  }
}
