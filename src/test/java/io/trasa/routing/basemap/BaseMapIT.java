package io.trasa.routing.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.trasa.routing.Extract;
import io.trasa.routing.RoadsForTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class BaseMapIT {

  private static final BaseMap MAP =
      new BaseMap(Optional.of(Extract.of(RoadsForTests.DEFAULT_EXTRACT)));

  /** A lake with an island, its border in two ways; the island is a wood. */
  private static final String LAKE =
      """
      <osm version="0.6">
        <node id="1" lat="42.00" lon="23.00"/><node id="2" lat="42.00" lon="23.02"/>
        <node id="3" lat="42.02" lon="23.02"/><node id="4" lat="42.02" lon="23.00"/>
        <node id="5" lat="42.008" lon="23.008"/><node id="6" lat="42.008" lon="23.012"/>
        <node id="7" lat="42.012" lon="23.012"/><node id="8" lat="42.012" lon="23.008"/>
        <node id="9" lat="42.03" lon="23.01">
          <tag k="place" v="village"/><tag k="name" v="Езеро"/></node>
        <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
        <way id="2"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
        <way id="3"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="8"/><nd ref="5"/>
          <tag k="natural" v="wood"/></way>
        <relation id="1">
          <member type="way" ref="2" role="outer"/><member type="way" ref="1" role="outer"/>
          <member type="way" ref="3" role="inner"/>
          <tag k="type" v="multipolygon"/><tag k="natural" v="water"/></relation>
      </osm>
      """;

  @TempDir Path folder;

  @Test
  void streetsOfTheTownCarryTheirNames() throws Exception {
    JtsMvt tile = decoded(MAP, tileAt(14, 53.5573, 13.2610));
    assertThat(tags(tile, "road"))
        .anySatisfy(
            road ->
                assertThat(road)
                    .containsEntry("name", "Friedrich-Engels-Ring")
                    .containsEntry("kind", "secondary"));
    assertThat(tags(tile, "building")).hasSizeGreaterThan(100);
    assertThat(tags(tile, "landuse")).isNotEmpty();
  }

  @Test
  void farZoomsShowOnlyWhatMattersThere() throws Exception {
    JtsMvt tile = decoded(MAP, tileAt(9, 53.5573, 13.2610));
    assertThat(tags(tile, "road").stream().map(road -> road.get("kind")))
        .contains("primary")
        .doesNotContain("residential", "service", "track", "path");
    assertThat(tags(tile, "building")).isEmpty();
    assertThat(tags(tile, "place"))
        .anySatisfy(place -> assertThat(place).containsEntry("name", "Neubrandenburg"));
    assertThat(bytes(MAP, tileAt(9, 53.5573, 13.2610)).length).isLessThan(30_000);
  }

  @Test
  void everyTileOfTheExtractIsValidAndSmall() throws Exception {
    for (int zoom = 0; zoom <= Tile.MAX_ZOOM; zoom++) {
      Tile northWest = tileAt(zoom, 53.615, 13.109);
      Tile southEast = tileAt(zoom, 53.438, 13.407);
      for (int x = northWest.x(); x <= southEast.x(); x++) {
        for (int y = northWest.y(); y <= southEast.y(); y++) {
          assertValid(new Tile(zoom, x, y));
        }
      }
    }
  }

  @Test
  void placesFarAwayAreEmpty() throws Exception {
    assertThat(bytes(MAP, tileAt(12, 0, 0))).isEmpty();
  }

  @Test
  void multipolygonsAreJoinedAndKeepTheirHoles() throws Exception {
    Path extract = Files.writeString(folder.resolve("lake.osm"), LAKE);
    BaseMap map = new BaseMap(Optional.of(Extract.of(extract)));
    JtsMvt tile = decoded(map, tileAt(11, 42.01, 23.01));
    List<Geometry> water = geometries(tile, "water");
    assertThat(water).hasSize(1);
    Polygon lake = (Polygon) water.getFirst();
    assertThat(lake.getNumInteriorRing()).isEqualTo(1);
    assertThat(lake.getArea() / lake.getEnvelope().getArea()).isCloseTo(0.96, within(0.01));
    assertThat(tags(tile, "landuse")).containsExactly(Map.of("kind", "forest"));
    assertThat(tags(tile, "place"))
        .singleElement()
        .satisfies(place -> assertThat(place).containsEntry("name", "Езеро"));
  }

  @Test
  void aMapThatCannotBeReadIsEmpty() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.osm"), LAKE.substring(0, 300));
    BaseMap map = new BaseMap(Optional.of(Extract.of(broken)));
    assertThat(bytes(map, new Tile(0, 0, 0))).isEmpty();
    assertThat(bytes(new BaseMap(Optional.empty()), new Tile(0, 0, 0))).isEmpty();
  }

  private static void assertValid(Tile wanted) throws Exception {
    assertThat(bytes(MAP, wanted).length).isLessThan(400_000);
    for (var layer : decoded(MAP, wanted).getLayers()) {
      for (Geometry piece : layer.getGeometries()) {
        assertThat(piece.isEmpty()).isFalse();
        assertThat(Tile.drawn().contains(piece.getEnvelopeInternal())).isTrue();
      }
    }
  }

  private static Tile tileAt(int zoom, double lat, double lon) {
    int count = 1 << zoom;
    return new Tile(zoom, (int) (World.x(lon) * count), (int) (World.y(lat) * count));
  }

  private static byte[] bytes(BaseMap map, Tile tile) throws InterruptedException {
    return map.tile(tile, Duration.ofSeconds(60)).orElseThrow().bytes();
  }

  /** Decodes strictly: rings that turn the wrong way would be lost. */
  private static JtsMvt decoded(BaseMap map, Tile tile) throws InterruptedException, IOException {
    return MvtReader.loadMvt(
        new ByteArrayInputStream(bytes(map, tile)),
        new GeometryFactory(),
        new TagKeyValueMapConverter(),
        MvtReader.RING_CLASSIFIER_V2_1);
  }

  private static List<Geometry> geometries(JtsMvt tile, String layer) {
    return Stream.ofNullable(tile.getLayer(layer))
        .map(found -> found.getGeometries())
        .flatMap(Collection::stream)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> tags(JtsMvt tile, String layer) {
    return geometries(tile, layer).stream()
        .map(piece -> (Map<String, Object>) piece.getUserData())
        .toList();
  }
}
