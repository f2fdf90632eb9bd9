package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The default extract, imported once for all tests, and places in it. */
public final class RoadsForTests {

  public static final Path DEFAULT_EXTRACT = Path.of("osm-data/neubrandenburg.osm.pbf");
  public static final Coordinates MARKET = new Coordinates(53.5573, 13.2610);
  public static final Coordinates LAKE_SIDE = new Coordinates(53.5430, 13.2480);
  private static final Path CACHE = Path.of("target/test-roads");

  private RoadsForTests() {}

  private static final class Opened {
    static final RoadGraph ROADS = open(2000);
  }

  /** Shared by all tests, so none may close it. */
  public static RoadGraph roads() {
    return Opened.ROADS;
  }

  /** Roads of one's own, to be closed. */
  static RoadGraph open(int maxSnapMetres) {
    var vehicles = List.of(Vehicle.values());
    return RoadGraph.open(Extract.of(DEFAULT_EXTRACT), CACHE, vehicles, maxSnapMetres);
  }

  /** Random places in and around the town, the same for a seed. */
  public static List<Coordinates> places(int count, long seed) {
    var random = new Random(seed);
    return Stream.generate(
            () -> new Coordinates(random.nextDouble(53.52, 53.60), random.nextDouble(13.20, 13.32)))
        .limit(count)
        .toList();
  }

  /** Different junctions of the extract in a random order, the same for a seed. */
  public static List<Coordinates> junctions(int count, long seed) {
    var nodes = roads().base().getNodeAccess();
    var order =
        IntStream.range(0, roads().base().getNodes())
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, new Random(seed));
    return order.stream()
        .limit(count)
        .map(node -> new Coordinates(nodes.getLat(node), nodes.getLon(node)))
        .toList();
  }
}
