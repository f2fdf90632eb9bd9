package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A block of four streets: from its south-west to its north-east along south and east (about 1.7
 * km), or along west and north, which is longer by a bend of about a kilometre.
 */
class VehicleProfilesIT {

  private static final String BLOCK =
      """
      <osm version="0.6">
        <node id="1" lat="42.0000" lon="23.0000"/>
        <node id="2" lat="42.0000" lon="23.0100"/>
        <node id="3" lat="42.0080" lon="23.0100"/>
        <node id="4" lat="42.0080" lon="23.0000"/>
        <node id="5" lat="42.0130" lon="23.0050"/>
        <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
        <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/>%s</way>
        <way id="12"><nd ref="1"/><nd ref="4"/><tag k="highway" v="residential"/></way>
        <way id="13"><nd ref="4"/><nd ref="5"/><nd ref="3"/>
          <tag k="highway" v="residential"/></way>
        %s
      </osm>
      """;

  private static final String NO_LEFT_TURN =
      """
      <relation id="1"><member type="way" ref="10" role="from"/>
        <member type="node" ref="2" role="via"/><member type="way" ref="11" role="to"/>
        <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/></relation>
      """;

  private static final Coordinates SOUTH_WEST = new Coordinates(42.0, 23.002);
  private static final Coordinates NORTH_EAST = new Coordinates(42.007, 23.01);

  @TempDir Path folder;

  @Test
  void tallVehiclesGoRoundALowBridge() throws IOException {
    String lowBridge = "<tag k=\"maxheight\" v=\"2.5\"/>";
    assertThat(shorter(BLOCK.formatted(lowBridge, "")))
        .containsExactly(Vehicle.CAR, Vehicle.BICYCLE, Vehicle.FOOT);
  }

  @Test
  void lorriesStayOutOfStreetsForLessWeight() throws IOException {
    String weakBridge = "<tag k=\"maxweight\" v=\"7.5\"/>";
    assertThat(shorter(BLOCK.formatted(weakBridge, ""))).doesNotContain(Vehicle.TRUCK).hasSize(4);
  }

  @Test
  void enginesKeepToTurnRestrictions() throws IOException {
    assertThat(shorter(BLOCK.formatted("", ""))).hasSize(5);
    assertThat(shorter(BLOCK.formatted("", NO_LEFT_TURN)))
        .containsExactly(Vehicle.BICYCLE, Vehicle.FOOT);
  }

  @Test
  void whoHasAVehicleThatWasNotPreparedTravelsAsTheFirst() throws IOException {
    try (RoadGraph roads = open(BLOCK.formatted("", ""), List.of(Vehicle.CAR))) {
      assertThat(between(roads, Vehicle.TRUCK)).isEqualTo(between(roads, Vehicle.CAR));
    }
  }

  /** Those vehicles that take the shorter way. */
  private List<Vehicle> shorter(String osm) throws IOException {
    List<Vehicle> all = List.of(Vehicle.values());
    try (RoadGraph roads = open(osm, all)) {
      return all.stream().filter(vehicle -> between(roads, vehicle) < 1_900).toList();
    }
  }

  private static int between(RoadGraph roads, Vehicle vehicle) {
    return new RoadTravelTimes(roads, new KnownMatrices())
        .between(List.of(SOUTH_WEST, NORTH_EAST), vehicle)
        .metres(0, 1);
  }

  private RoadGraph open(String osm, List<Vehicle> vehicles) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "block", ".osm"), osm);
    return RoadGraph.open(Extract.of(file), folder.resolve("roads"), vehicles, 2000);
  }
}
