package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractIT {

  /** Two crossing streets of a town that does not exist, one of them one-way to the north. */
  private static final String SMALL_TOWN =
      """
      <osm version="0.6">
        <node id="1" lat="42.0000" lon="23.0000"/>
        <node id="2" lat="42.0000" lon="23.0100"/>
        <node id="3" lat="42.0000" lon="23.0200"/>
        <node id="4" lat="41.9900" lon="23.0100"/>
        <node id="5" lat="42.0100" lon="23.0100"/>
        <node id="6" lat="42.0100" lon="23.0200"/>
        <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
          <tag k="highway" v="residential"/><tag k="name" v="улица Раковски"/></way>
        <way id="11"><nd ref="4"/><nd ref="2"/><nd ref="5"/>
          <tag k="highway" v="secondary"/></way>
        <way id="12"><nd ref="3"/><nd ref="6"/><nd ref="5"/>
          <tag k="highway" v="tertiary"/><tag k="oneway" v="yes"/></way>
      </osm>
      """;

  @TempDir Path folder;

  @Test
  void anyOtherRegionWorksToo() throws IOException {
    try (RoadGraph roads = open(extract("small.osm", SMALL_TOWN))) {
      var west = new Coordinates(42.0, 23.001);
      var north = new Coordinates(42.009, 23.01);
      TravelMatrix matrix =
          new RoadTravelTimes(roads, new KnownMatrices())
              .between(List.of(west, north), Vehicle.CAR);
      assertThat(matrix.metres(0, 1)).isBetween(1600, 1900);
      assertThat(matrix.metres(1, 0)).isEqualTo(matrix.metres(0, 1));
      assertThat(matrix.seconds(0, 1)).isBetween(60, 400);
    }
  }

  @Test
  void secondStartDoesNotImportAgain() throws IOException {
    Path extract = extract("small.osm", SMALL_TOWN);
    open(extract).close();
    FileTime written = Files.getLastModifiedTime(onlyGraph().resolve("nodes"));
    open(extract).close();
    assertThat(Files.getLastModifiedTime(onlyGraph().resolve("nodes"))).isEqualTo(written);
  }

  @Test
  void anotherContentGetsItsOwnGraph() throws IOException {
    open(extract("small.osm", SMALL_TOWN)).close();
    open(extract("small.osm", SMALL_TOWN.replace("42.0100", "42.0200"))).close();
    assertThat(graphs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes", "edges", "geometry", "location_index", "properties.txt"})
  void damagedStoredGraphIsImportedAgain(String file) throws IOException {
    Path extract = extract("small.osm", SMALL_TOWN);
    open(extract).close();
    Files.writeString(onlyGraph().resolve(file), "damaged");
    try (RoadGraph roads = open(extract)) {
      assertThat(roads.base().getEdges()).isPositive();
    }
  }

  @Test
  void remainsOfAnInterruptedImportDoNotHinder() throws IOException {
    Path extract = extract("small.osm", SMALL_TOWN);
    open(extract).close();
    Path graph = onlyGraph();
    Files.move(graph, graph.resolveSibling(graph.getFileName() + ".importing"));
    open(extract).close();
    assertThat(graphs()).containsExactly(graph);
  }

  @Test
  void regionsStaySideBySide() throws IOException {
    Path here = extract("here.osm", SMALL_TOWN);
    Path there = extract("there.osm", SMALL_TOWN.replace("lon=\"23.", "lon=\"24."));
    open(here).close();
    open(there).close();
    List<Path> both = graphs();
    assertThat(both).hasSize(2);
    FileTime written = Files.getLastModifiedTime(both.getFirst().resolve("nodes"));
    open(here).close();
    open(there).close();
    assertThat(graphs()).containsExactlyInAnyOrderElementsOf(both);
    assertThat(Files.getLastModifiedTime(both.getFirst().resolve("nodes"))).isEqualTo(written);
  }

  /** The extract must be large enough that it is still being imported when the signal arrives. */
  @Test
  void anImportThatIsKilledLeavesNoHalfGraph() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                folder.resolve("roads").toString())
            .redirectErrorStream(true)
            .start();
    try (var output = program.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.contains("step 3 of 4")) {
        line = output.readLine();
      }
      program.toHandle().destroyForcibly();
      assertThat(line).as("the step at which it is killed").isNotNull();
    }
    assertThat(program.waitFor()).isNotZero();
    assertThat(graphs()).allSatisfy(left -> assertThat(left.toString()).endsWith(".importing"));
    try (RoadGraph roads = open(RoadsForTests.DEFAULT_EXTRACT)) {
      assertThat(roads.base().getEdges()).isPositive();
    }
    assertThat(onlyGraph().toString()).doesNotEndWith(".importing");
  }

  /** The program that is killed. */
  static final class KilledImport {
    public static void main(String[] args) {
      RoadGraph.open(
          Extract.of(RoadsForTests.DEFAULT_EXTRACT), Path.of(args[0]), List.of(Vehicle.CAR), 2000);
    }
  }

  @Test
  void aMissingRegionNamesThoseThatAreThere() throws IOException {
    extract("bulgaria.osm.pbf", "x");
    assertThatThrownBy(() -> open(folder.resolve("bulgari.osm.pbf")))
        .hasMessageContaining("does not exist; beside it are bulgaria.osm.pbf");
  }

  @Test
  void startsAtTheSameTimeShareOneImport() throws Exception {
    Path extract = extract("small.osm", SMALL_TOWN);
    try (var starts = Executors.newFixedThreadPool(4)) {
      List<Future<RoadGraph>> opened = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        opened.add(starts.submit(() -> open(extract)));
      }
      for (Future<RoadGraph> roads : opened) {
        try (RoadGraph graph = roads.get()) {
          assertThat(graph.base().getEdges()).isPositive();
        }
      }
    }
    assertThat(graphs()).hasSize(1);
  }

  @Test
  void missingExtractIsNamedWithItsWholePath() {
    Path missing = folder.resolve("nowhere.osm.pbf");
    assertThatThrownBy(() -> open(missing))
        .isInstanceOf(ExtractException.class)
        .hasMessageContaining(missing.toAbsolutePath().toString())
        .hasMessageContaining("does not exist");
  }

  @Test
  void emptyExtractIsRefused() throws IOException {
    Path empty = extract("empty.osm.pbf", "");
    assertThatThrownBy(() -> open(empty))
        .isInstanceOf(ExtractException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(ExtractException.class)
        .hasMessageContaining("is not a file");
  }

  @Test
  void cutOffExtractIsRefusedAndLeavesNoGraph() throws IOException {
    byte[] whole = Files.readAllBytes(RoadsForTests.DEFAULT_EXTRACT);
    Path cut = folder.resolve("cut.osm.pbf");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
    assertThatThrownBy(() -> open(cut))
        .isInstanceOf(ExtractException.class)
        .hasMessageContaining(cut.toAbsolutePath().toString())
        .hasMessageContaining("damaged");
    assertThat(graphs()).isEmpty();
  }

  @Test
  void flippedBytesAndOtherFilesAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(RoadsForTests.DEFAULT_EXTRACT);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 2000; i++) {
      bytes[i] ^= 0x5a;
    }
    Path flipped = folder.resolve("flipped.osm.pbf");
    Files.write(flipped, bytes);
    Path page = extract("page.osm.pbf", "<html>404 not found</html>");
    Path brokenXml = extract("broken.osm", SMALL_TOWN.substring(0, SMALL_TOWN.length() / 2));
    for (Path bad : List.of(flipped, page, brokenXml)) {
      assertThatThrownBy(() -> open(bad))
          .isInstanceOf(ExtractException.class)
          .hasMessageContaining(bad.getFileName().toString());
    }
    assertThat(graphs()).isEmpty();
  }

  @Test
  void extractWithoutDrivableRoadIsRefused() throws IOException {
    String paths = SMALL_TOWN.replaceAll("residential|secondary|tertiary", "footway");
    Path park = extract("park.osm", paths);
    assertThatThrownBy(() -> open(park))
        .isInstanceOf(ExtractException.class)
        .hasMessageContaining("no road");
    Path nothing = extract("nothing.osm", "<osm version=\"0.6\"></osm>");
    assertThatThrownBy(() -> open(nothing))
        .isInstanceOf(ExtractException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void startUpFailureSaysWhatToDo() {
    var failure = Extract.unusable(folder.resolve("gone.osm.pbf"), "does not exist", null);
    var analysis = new ExtractFailureAnalyzer().analyze(new RuntimeException(failure), failure);
    assertThat(analysis.getDescription()).contains("gone.osm.pbf").contains("does not exist");
    assertThat(analysis.getAction()).contains("trasa.routing.extract");
  }

  private RoadGraph open(Path extract) {
    return RoadGraph.open(Extract.of(extract), folder.resolve("roads"), List.of(Vehicle.CAR), 2000);
  }

  private Path extract(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path onlyGraph() throws IOException {
    assertThat(graphs()).hasSize(1);
    return graphs().getFirst();
  }

  private List<Path> graphs() throws IOException {
    try (var entries = Files.list(folder.resolve("roads"))) {
      return entries.filter(Files::isDirectory).toList();
    }
  }
}
