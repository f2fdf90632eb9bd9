package io.trasa.routing.basemap;

import io.trasa.common.InvalidInputException;
import org.locationtech.jts.geom.Envelope;

/** A square of the map: column x from the west and row y from the north at a zoom. */
public record Tile(int zoom, int x, int y) {

  public static final int MAX_ZOOM = 14;

  /** Units along a side; what lies up to BUFFER beyond it is drawn too, for seamless edges. */
  static final int EXTENT = 4096;

  private static final int BUFFER = 128;

  public Tile {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new InvalidInputException(
          "z", zoom, "is not a zoom from 0 to " + MAX_ZOOM, "Closer zooms are drawn from these.");
    }
    requireInside("x", x, zoom);
    requireInside("y", y, zoom);
  }

  /** The area drawn, in tile units. */
  static Envelope drawn() {
    return new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER);
  }

  /** The area drawn, in world units. */
  Envelope inWorld() {
    double unit = 1 / scale();
    Envelope drawn = drawn();
    return new Envelope(
        (double) x / (1 << zoom) + drawn.getMinX() * unit,
        (double) x / (1 << zoom) + drawn.getMaxX() * unit,
        (double) y / (1 << zoom) + drawn.getMinY() * unit,
        (double) y / (1 << zoom) + drawn.getMaxY() * unit);
  }

  /** Tile units in a world unit. */
  double scale() {
    return (double) EXTENT * (1 << zoom);
  }

  private static void requireInside(String field, int value, int zoom) {
    int count = 1 << zoom;
    if (value < 0 || value >= count) {
      throw new InvalidInputException(
          field,
          value,
          "is not from 0 to %d, as zoom %d has".formatted(count - 1, zoom),
          "Maybe x and y are swapped, or y is counted from the south.");
    }
  }
}
