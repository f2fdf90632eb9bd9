package io.trasa.routing.basemap;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import io.trasa.routing.osm.OsmFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the base map shows from an OpenStreetMap file, in three passes: relations, ways,
 * nodes; so only the nodes that are shown are kept. Everything stays in memory, at most {@link
 * #MAX_NODES} vertices (about 1 GB while reading, half of it afterwards): beyond three quarters of
 * that buildings are left out, and a still larger extract has no base map.
 */
final class MapReader {

  private static final int MAX_NODES = 20_000_000;

  /** Node ids along a way, and how it looks by its own tags. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Way(long id, long[] nodes, Optional<Look> line, Optional<Look> area) {

    boolean isClosed() {
      return nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
    }
  }

  /** A multipolygon and the ways of its borders. */
  private record Area(Optional<Look> look, List<Long> outer, List<Long> inner) {}

  private final OsmFile file;
  private final List<Area> areas = new ArrayList<>();
  private final LongHashSet borders = new LongHashSet();
  private final LongObjectHashMap<Way> borderWays = new LongObjectHashMap<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<MapFeature> features = new ArrayList<>();
  private long nodeCount;

  private MapReader(Path file) {
    this.file = new OsmFile(file);
  }

  /**
   * Everything the file shows.
   *
   * @throws MapTooLargeException if it does not fit into the bound
   */
  static List<MapFeature> read(Path file) {
    return new MapReader(file).read();
  }

  private List<MapFeature> read() {
    file.relations(this::takeRelation);
    file.ways(this::takeWay);
    var shapes = new Shapes(locations());
    addAreas(shapes);
    addWays(shapes);
    return features;
  }

  private void takeRelation(ReaderRelation relation) {
    if (!relation.hasTag("type", "multipolygon")) {
      return;
    }
    var area = new Area(Looks.ofArea(relation), new ArrayList<>(), new ArrayList<>());
    for (ReaderRelation.Member member : relation.getMembers()) {
      if (member.getType() == ReaderElement.Type.WAY) {
        ("inner".equals(member.getRole()) ? area.inner() : area.outer()).add(member.getRef());
        borders.add(member.getRef());
      }
    }
    areas.add(area);
  }

  private void takeWay(ReaderWay read) {
    boolean border = borders.contains(read.getId());
    Optional<Look> line = Looks.ofLine(read);
    var way =
        new Way(
            read.getId(), read.getNodes().toArray(), line, Looks.ofArea(read).filter(this::fits));
    if (border) {
      borderWays.put(way.id(), way);
    }
    if (border || line.isPresent() || way.area().isPresent()) {
      ways.add(way);
      nodeCount += way.nodes().length;
    }
    if (nodeCount > MAX_NODES) {
      throw new MapTooLargeException(MAX_NODES);
    }
  }

  private boolean fits(Look area) {
    return area.layer() != Layer.BUILDING || nodeCount < MAX_NODES / 4 * 3;
  }

  /** Where the nodes of all kept ways are; places are added as they come by. */
  private Locations locations() {
    var wanted = new LongIntHashMap();
    for (Way way : ways) {
      for (long node : way.nodes()) {
        wanted.putIfAbsent(node, wanted.size());
      }
    }
    var locations = new Locations(wanted);
    file.nodes(
        node -> {
          locations.take(node);
          takePlace(node);
        });
    return locations;
  }

  private void takePlace(ReaderNode node) {
    Looks.ofPlace(node)
        .ifPresent(
            look -> features.add(new MapFeature(look, Shapes.point(node.getLat(), node.getLon()))));
  }

  private void addAreas(Shapes shapes) {
    for (Area area : areas) {
      List<Way> outer = known(area.outer());
      Optional<Look> look = area.look().or(() -> lookOf(outer));
      if (look.isPresent()) {
        outer.forEach(way -> forgetArea(way, look.get()));
        shapes
            .polygons(Rings.join(nodes(outer)), Rings.join(nodes(known(area.inner()))))
            .ifPresent(shape -> features.add(new MapFeature(look.get(), shape)));
      }
    }
  }

  /** Older mapping tags the outer border instead of the relation. */
  private static Optional<Look> lookOf(List<Way> outer) {
    return outer.stream().flatMap(way -> way.area().stream()).findFirst();
  }

  /** The border itself would fill the holes. */
  private void forgetArea(Way way, Look shown) {
    if (way.area().filter(own -> own.kind().equals(shown.kind())).isPresent()) {
      borderWays.put(way.id(), new Way(way.id(), way.nodes(), way.line(), Optional.empty()));
    }
  }

  private void addWays(Shapes shapes) {
    for (Way read : ways) {
      Way way = borderWays.getOrDefault(read.id(), read);
      way.line()
          .ifPresent(
              look ->
                  shapes
                      .line(way.nodes())
                      .ifPresent(shape -> features.add(new MapFeature(look, shape))));
      way.area()
          .filter(look -> way.isClosed())
          .ifPresent(
              look ->
                  shapes
                      .polygons(List.of(way.nodes()), List.of())
                      .ifPresent(shape -> features.add(new MapFeature(look, shape))));
    }
  }

  private List<Way> known(List<Long> ids) {
    return ids.stream().filter(borderWays::containsKey).map(borderWays::get).toList();
  }

  private static List<long[]> nodes(List<Way> ways) {
    return ways.stream().map(Way::nodes).toList();
  }
}
