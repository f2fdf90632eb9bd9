package io.trasa.routing;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.storage.index.Snap;
import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Travel times on roads, many to many by buckets (Knopp, Sanders, Schultes, Schulz, Wagner:
 * Computing Many-to-Many Shortest Paths Using Highway Hierarchies, 2007): one climb of the
 * contraction hierarchy from every point against the traffic leaves a note at each node it meets,
 * one climb with the traffic reads the notes. Rows are shared among the processor's cores.
 */
public final class RoadTravelTimes implements TravelTimes {

  /** 10,000 points make a matrix of 800 MB. */
  private static final int MAX_POINTS = 10_000;

  private static final int MAX_CACHED_PAIRS = 4_000_000;

  private final RoadGraph roads;
  private final Cache<List<Coordinates>, TravelMatrix> matrices =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CACHED_PAIRS)
          .<List<Coordinates>, TravelMatrix>weigher(
              (points, matrix) -> points.size() * points.size())
          .build();

  public RoadTravelTimes(RoadGraph roads) {
    this.roads = roads;
  }

  @Override
  public TravelMatrix between(List<Coordinates> points) {
    if (points.size() > MAX_POINTS) {
      throw new InvalidInputException(
          "points",
          points.size(),
          "are more than the %,d that fit into one matrix".formatted(MAX_POINTS),
          "Maybe plan fewer days or territories at once.");
    }
    return Objects.requireNonNull(matrices.get(List.copyOf(points), this::compute));
  }

  private TravelMatrix compute(List<Coordinates> points) {
    List<Optional<Snap>> snaps = points.stream().map(roads::snap).toList();
    QueryGraph query =
        QueryGraph.create(roads.base(), snaps.stream().flatMap(Optional::stream).toList());
    var hierarchy = new QueryRoutingCHGraph(roads.hierarchy(), query);
    List<List<Climb.Reached>> arrivals = climbs(snaps, true, query, hierarchy);
    var notes = Notes.of(arrivals);
    int size = points.size();
    int[] seconds = TravelMatrix.nowhere(size);
    int[] metres = TravelMatrix.nowhere(size);
    IntStream.range(0, size)
        .parallel()
        .filter(from -> snaps.get(from).isPresent())
        .forEach(
            from -> {
              int node = snaps.get(from).orElseThrow().getClosestNode();
              var row = new Row(size, from, seconds, metres);
              Climb.from(node, false, roads, query, hierarchy).forEach(at -> notes.read(at, row));
            });
    return TravelMatrix.of(size, seconds, metres);
  }

  private List<List<Climb.Reached>> climbs(
      List<Optional<Snap>> snaps,
      boolean againstTraffic,
      QueryGraph query,
      QueryRoutingCHGraph hierarchy) {
    return snaps.parallelStream()
        .map(
            snap ->
                snap.map(
                        s ->
                            Climb.from(s.getClosestNode(), againstTraffic, roads, query, hierarchy))
                    .orElse(List.of()))
        .toList();
  }

  /** At each node, which points can be reached from it. */
  private record Notes(IntObjectHashMap<List<Note>> atNode) {

    record Note(int to, Climb.Reached way) {}

    static Notes of(List<List<Climb.Reached>> arrivals) {
      IntObjectHashMap<List<Note>> atNode = new IntObjectHashMap<>();
      for (int to = 0; to < arrivals.size(); to++) {
        for (Climb.Reached way : arrivals.get(to)) {
          List<Note> notes = atNode.get(way.node());
          if (notes == null) {
            notes = new ArrayList<>();
            atNode.put(way.node(), notes);
          }
          notes.add(new Note(to, way));
        }
      }
      return new Notes(atNode);
    }

    void read(Climb.Reached at, Row row) {
      List<Note> notes = atNode.get(at.node());
      if (notes != null) {
        notes.forEach(note -> row.improve(note.to(), at, note.way()));
      }
    }
  }

  /** One row of the matrix while it is being found. */
  private static final class Row {
    private final int start;
    private final double[] weights;
    private final int[] seconds;
    private final int[] metres;

    Row(int size, int from, int[] seconds, int[] metres) {
      this.start = from * size;
      this.weights = new double[size];
      Arrays.fill(weights, Double.POSITIVE_INFINITY);
      weights[from] = 0;
      this.seconds = seconds;
      this.metres = metres;
    }

    void improve(int to, Climb.Reached up, Climb.Reached down) {
      double weight = up.weight() + down.weight();
      if (weight < weights[to]) {
        weights[to] = weight;
        seconds[start + to] = Rounding.seconds(up.millis() + down.millis());
        metres[start + to] = Rounding.metres(up.metres() + down.metres());
      }
    }
  }
}
