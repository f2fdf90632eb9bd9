package io.trasa.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Vehicle;
import io.trasa.routing.KnownMatrices.Known;
import io.trasa.routing.hierarchy.Foothold;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Travel times on roads. Only what is new is computed: each place's climbs are kept, and pairs
 * known from an earlier matrix are taken from it, so one more place beside 2,000 costs
 * milliseconds.
 */
public final class RoadTravelTimes implements TravelTimes {

  /** 10,000 points make a matrix of 800 MB. */
  private static final int MAX_POINTS = 10_000;

  private static final long MAX_FOOTHOLD_BYTES = 100_000_000;

  private final RoadGraph roads;
  private final KnownMatrices known;
  private final Cache<Visitor, Optional<Foothold>> footholds =
      Caffeine.newBuilder()
          .maximumWeight(MAX_FOOTHOLD_BYTES)
          .<Visitor, Optional<Foothold>>weigher(
              (visitor, foothold) -> foothold.map(Foothold::bytes).orElse(100))
          .build();

  private record Visitor(Vehicle vehicle, Coordinates place) {}

  /**
   * @param known matrices to build on, also of other roads
   */
  public RoadTravelTimes(RoadGraph roads, KnownMatrices known) {
    this.roads = roads;
    this.known = known;
  }

  @Override
  public TravelMatrix between(List<Coordinates> points, Vehicle vehicle) {
    if (points.size() > MAX_POINTS) {
      throw new InvalidInputException(
          "points",
          points.size(),
          "are more than the %,d that fit into one matrix".formatted(MAX_POINTS),
          "Maybe plan fewer days or territories at once.");
    }
    var key = new KnownMatrices.Roads(roads.fingerprint(), vehicle);
    Known nearest = known.nearest(key, points);
    if (nearest != null && nearest.points().equals(points)) {
      return nearest.matrix();
    }
    List<Coordinates> places = List.copyOf(points);
    TravelMatrix matrix = compute(places, vehicle, nearest);
    known.add(Known.of(key, places, matrix));
    return matrix;
  }

  private TravelMatrix compute(List<Coordinates> points, Vehicle vehicle, @Nullable Known nearest) {
    int size = points.size();
    var filling = new MatrixFilling(size, roads.of(vehicle).flat());
    boolean[] isKnown = new boolean[size];
    if (nearest != null) {
      int[] before = new int[size];
      for (int i = 0; i < size; i++) {
        before[i] = nearest.index().getOrDefault(points.get(i), -1);
        isKnown[i] = before[i] >= 0;
      }
      filling.copy(nearest.matrix(), before);
    }
    List<Optional<Foothold>> places =
        points.parallelStream().map(point -> foothold(point, vehicle)).toList();
    int[] reachable = where(size, i -> places.get(i).isPresent());
    int[] fresh = where(size, i -> !isKnown[i] && places.get(i).isPresent());
    int[] old = where(size, i -> isKnown[i] && places.get(i).isPresent());
    filling.fill(places, fresh, reachable);
    filling.fill(places, old, fresh);
    return filling.matrix();
  }

  private Optional<Foothold> foothold(Coordinates place, Vehicle vehicle) {
    return Objects.requireNonNull(
        footholds.get(new Visitor(vehicle, place), v -> roads.of(vehicle).foothold(place)));
  }

  private static int[] where(int size, IntPredicate condition) {
    return IntStream.range(0, size).filter(condition).toArray();
  }
}
