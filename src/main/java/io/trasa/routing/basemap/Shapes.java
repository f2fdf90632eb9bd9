package io.trasa.routing.basemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Makes shapes in world units of node ids. */
record Shapes(Locations locations) {

  static Point point(double lat, double lon) {
    return World.GEOMETRIES.createPoint(new Coordinate(World.x(lon), World.y(lat)));
  }

  /** Empty if fewer than two nodes are known. */
  Optional<Geometry> line(long[] nodes) {
    double[] places = locations.along(nodes);
    return places.length < 4
        ? Optional.empty()
        : Optional.of(World.GEOMETRIES.createLineString(sequence(places)));
  }

  /** One polygon for each outer ring, with those inner rings that begin inside it. */
  Optional<Geometry> polygons(List<long[]> outer, List<long[]> inner) {
    List<LinearRing> holes = rings(inner);
    List<Polygon> polygons = new ArrayList<>();
    for (LinearRing shell : rings(outer)) {
      LinearRing[] own =
          holes.stream().filter(hole -> isInside(hole, shell)).toArray(LinearRing[]::new);
      polygons.add(World.GEOMETRIES.createPolygon(shell, own));
    }
    return switch (polygons.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(polygons.getFirst());
      default -> Optional.of(World.GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    };
  }

  private List<LinearRing> rings(List<long[]> nodes) {
    List<LinearRing> rings = new ArrayList<>();
    for (long[] ring : nodes) {
      double[] places = locations.along(ring);
      int end = places.length - 2;
      if (places.length >= 8 && places[0] == places[end] && places[1] == places[end + 1]) {
        rings.add(World.GEOMETRIES.createLinearRing(sequence(places)));
      }
    }
    return rings;
  }

  private static boolean isInside(LinearRing hole, LinearRing shell) {
    return shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())
        && PointLocation.isInRing(hole.getCoordinateN(0), shell.getCoordinates());
  }

  private static CoordinateSequence sequence(double[] places) {
    return new PackedCoordinateSequence.Double(places, 2, 0);
  }
}
