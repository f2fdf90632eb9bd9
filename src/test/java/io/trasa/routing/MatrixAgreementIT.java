package io.trasa.routing;

import static io.trasa.routing.RoadsForTests.places;
import static io.trasa.routing.RoadsForTests.roads;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The matrix is as fast as it is only if nobody can tell it from GraphHopper's own answers. */
class MatrixAgreementIT {

  @ParameterizedTest
  @EnumSource
  void agreesOnRealRoadsForEveryVehicle(Vehicle vehicle) {
    List<Coordinates> places = new ArrayList<>(places(26, vehicle.ordinal()));
    // Neighbours on one road piece, and a place twice.
    var random = new Random(vehicle.ordinal());
    for (int i = 0; i < 9; i++) {
      Coordinates near = places.get(i);
      places.add(
          new Coordinates(
              near.lat() + random.nextDouble(0.0003), near.lon() + random.nextDouble(0.0003)));
    }
    places.add(places.getFirst());
    var compared = new MatrixComparison(roads(), vehicle).compare(places);
    assertThat(compared.differences()).isEmpty();
    assertThat(compared.reachable()).isGreaterThan(1000);
  }

  /**
   * Rare towns: a way round a block is a shortcut made of later ones; two places are a hand's
   * breadth apart in a one-way street.
   */
  @ParameterizedTest
  @ValueSource(longs = {1_000_036, 1_000_257, 1_000_707, 1_003_728, 1_003_885})
  void agreesInTownsThatOnceDiffered(long seed) throws IOException {
    agreesInTown(seed);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void agreesInMadeUpTowns(@ForAll @LongRange(min = 0, max = 100_000) long seed)
      throws IOException {
    agreesInTown(seed);
  }

  private static void agreesInTown(long seed) throws IOException {
    Path folder = Files.createTempDirectory("town");
    try {
      var town = new MadeUpTown(seed);
      Path file = Files.writeString(folder.resolve("town.osm"), town.osm());
      var vehicles = List.of(Vehicle.CAR, Vehicle.FOOT);
      try (RoadGraph roads =
          RoadGraph.open(Extract.of(file), folder.resolve("roads"), vehicles, 20_000)) {
        for (Vehicle vehicle : vehicles) {
          var compared = new MatrixComparison(roads, vehicle).compare(town.places(20));
          assertThat(compared.differences()).as("town %d, %s", seed, vehicle).isEmpty();
        }
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
