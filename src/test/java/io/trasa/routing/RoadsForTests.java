package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
}
