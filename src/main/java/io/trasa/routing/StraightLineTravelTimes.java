package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.List;
import java.util.Optional;

/**
 * Travel as the crow flies, a little longer and at one speed whatever the vehicle: for tests that
 * need no roads, and for installations that choose {@code trasa.routing.source=straight-line}.
 */
public final class StraightLineTravelTimes implements TravelTimes, RoadNetwork {

  private final double detourFactor;
  private final double metresPerSecond;

  /**
   * @param detourFactor way ÷ straight line, at least 1
   * @param kmh speed in km/h
   */
  public StraightLineTravelTimes(double detourFactor, double kmh) {
    this.detourFactor = detourFactor;
    this.metresPerSecond = kmh / 3.6;
  }

  @Override
  public TravelMatrix between(List<Coordinates> points, Vehicle vehicle) {
    int size = points.size();
    int[] seconds = TravelMatrix.nowhere(size);
    int[] metres = TravelMatrix.nowhere(size);
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        double way = way(points.get(from), points.get(to));
        seconds[from * size + to] = (int) Math.round(way / metresPerSecond);
        metres[from * size + to] = (int) Math.round(way);
      }
    }
    return TravelMatrix.of(size, seconds, metres);
  }

  @Override
  public Bounds bounds() {
    return Bounds.WORLD;
  }

  @Override
  public Optional<RoutePath> path(Coordinates from, Coordinates to, Vehicle vehicle) {
    double way = way(from, to);
    int seconds = (int) Math.round(way / metresPerSecond);
    return Optional.of(RoutePath.along(seconds, (int) Math.round(way), List.of(from, to)));
  }

  @Override
  public Optional<PlaceProblem> problem(Coordinates place, Vehicle vehicle) {
    return Optional.empty();
  }

  private double way(Coordinates from, Coordinates to) {
    return from.metresTo(to) * detourFactor;
  }
}
