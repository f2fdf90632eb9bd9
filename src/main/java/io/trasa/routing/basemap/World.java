package io.trasa.routing.basemap;

import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** The Web Mercator square with sides from 0 to 1, x to the east, y to the south. */
final class World {

  /** Sixteen bytes a vertex instead of an object each. */
  static final GeometryFactory GEOMETRIES =
      new GeometryFactory(
          new PrecisionModel(),
          3857,
          new PackedCoordinateSequenceFactory(PackedCoordinateSequenceFactory.DOUBLE));

  private static final double MAX_LAT = 85.0511;

  private World() {}

  static double x(double lon) {
    return (lon + 180) / 360;
  }

  static double y(double lat) {
    double sin = Math.sin(Math.toRadians(Math.clamp(lat, -MAX_LAT, MAX_LAT)));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }
}
