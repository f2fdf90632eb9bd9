package io.trasa.routing.basemap;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Brings shapes from world units into a tile: whole tile units, cut at its buffer, without what is
 * too small to be seen. Outer rings turn clockwise on the screen, holes the other way, as vector
 * tiles want it.
 */
final class TileShape {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Envelope DRAWN = Tile.drawn();

  /** A pixel of a 512-pixel tile is eight units. */
  private static final double PIXEL = Tile.EXTENT / 512.0;

  private final Tile tile;
  private final double tolerance;
  private final double minArea;

  TileShape(Tile tile) {
    this.tile = tile;
    boolean overzoomed = tile.zoom() == Tile.MAX_ZOOM;
    tolerance = overzoomed ? 0.75 : PIXEL / 2;
    minArea = overzoomed ? PIXEL / 2 : 2 * PIXEL * PIXEL;
  }

  /** Whether an area is seen at all, judged by its envelope in world units. */
  boolean isVisible(Envelope world) {
    return world.getArea() * tile.scale() * tile.scale() >= minArea;
  }

  /** The pieces seen; none if nothing is. */
  List<Geometry> of(Geometry shape) {
    List<Geometry> pieces = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      switch (shape.getGeometryN(i)) {
        case Polygon polygon -> addPolygon(polygon, pieces);
        case LineString line -> addLine(line, pieces);
        case Point point -> addPoint(point, pieces);
        default -> throw new IllegalArgumentException(shape.getGeometryType());
      }
    }
    return pieces;
  }

  private void addPoint(Point point, List<Geometry> pieces) {
    Coordinate place = toTile(point.getCoordinates())[0];
    if (DRAWN.contains(place)) {
      pieces.add(GEOMETRIES.createPoint(rounded(new Coordinate[] {place})[0]));
    }
  }

  private void addLine(LineString line, List<Geometry> pieces) {
    for (Coordinate[] cut : LineClipper.clip(toTile(line.getCoordinates()), DRAWN)) {
      Coordinate[] points = rounded(simplified(cut));
      if (points.length > 1) {
        pieces.add(GEOMETRIES.createLineString(points));
      }
    }
  }

  private void addPolygon(Polygon polygon, List<Geometry> pieces) {
    LinearRing shell = ring(polygon.getExteriorRing(), true);
    if (shell.isEmpty()) {
      return;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = ring(polygon.getInteriorRingN(i), false);
      if (!hole.isEmpty()) {
        holes.add(hole);
      }
    }
    pieces.add(GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new)));
  }

  /** An empty ring if too little of it is seen. */
  private LinearRing ring(LinearRing world, boolean outer) {
    Coordinate[] clipped = new RingClipper(DRAWN).clip(toTile(world.getCoordinates()));
    Coordinate[] points = clipped.length < 4 ? clipped : rounded(simplified(clipped));
    double area = points.length < 4 ? 0 : Area.ofRingSigned(points);
    if (Math.abs(area) < minArea) {
      return GEOMETRIES.createLinearRing();
    }
    // JTS counts areas with y upwards; in a tile y goes down, so this sign is clockwise on screen.
    if (area < 0 != outer) {
      CoordinateArrays.reverse(points);
    }
    return GEOMETRIES.createLinearRing(points);
  }

  private Coordinate[] simplified(Coordinate[] points) {
    return DouglasPeuckerSimplifier.simplify(GEOMETRIES.createLineString(points), tolerance)
        .getCoordinates();
  }

  private Coordinate[] toTile(Coordinate[] world) {
    double scale = tile.scale();
    Coordinate[] points = new Coordinate[world.length];
    for (int i = 0; i < world.length; i++) {
      points[i] =
          new Coordinate(
              world[i].x * scale - (double) tile.x() * Tile.EXTENT,
              world[i].y * scale - (double) tile.y() * Tile.EXTENT);
    }
    return points;
  }

  private static Coordinate[] rounded(Coordinate[] points) {
    for (Coordinate point : points) {
      point.x = Math.rint(point.x);
      point.y = Math.rint(point.y);
    }
    return CoordinateArrays.removeRepeatedPoints(points);
  }
}
