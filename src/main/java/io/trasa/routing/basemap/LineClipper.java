package io.trasa.routing.basemap;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Cuts a line at a rectangle, segment by segment (Liang and Barsky 1984). */
final class LineClipper {

  private final Envelope box;
  private final List<Coordinate[]> pieces = new ArrayList<>();
  private final List<Coordinate> open = new ArrayList<>();
  private double enter;
  private double leave;

  private LineClipper(Envelope box) {
    this.box = box;
  }

  /** The pieces inside the box, in the direction of the line; each has at least two points. */
  static List<Coordinate[]> clip(Coordinate[] line, Envelope box) {
    var clipper = new LineClipper(box);
    for (int i = 1; i < line.length; i++) {
      clipper.add(line[i - 1], line[i]);
    }
    clipper.finishPiece();
    return clipper.pieces;
  }

  private void add(Coordinate from, Coordinate to) {
    if (!intersects(from, to)) {
      finishPiece();
      return;
    }
    if (open.isEmpty() || enter > 0) {
      finishPiece();
      open.add(at(from, to, enter));
    }
    open.add(at(from, to, leave));
    if (leave < 1) {
      finishPiece();
    }
  }

  private void finishPiece() {
    if (open.size() > 1) {
      pieces.add(open.toArray(Coordinate[]::new));
    }
    open.clear();
  }

  /** Finds where on the segment, from 0 to 1, the box begins and ends. */
  private boolean intersects(Coordinate from, Coordinate to) {
    enter = 0;
    leave = 1;
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    return cut(-dx, from.x - box.getMinX())
        && cut(dx, box.getMaxX() - from.x)
        && cut(-dy, from.y - box.getMinY())
        && cut(dy, box.getMaxY() - from.y);
  }

  private boolean cut(double outward, double inside) {
    if (outward == 0) {
      return inside >= 0;
    }
    double where = inside / outward;
    if (outward < 0) {
      enter = Math.max(enter, where);
    } else {
      leave = Math.min(leave, where);
    }
    return enter <= leave;
  }

  private static Coordinate at(Coordinate from, Coordinate to, double where) {
    return new Coordinate(from.x + where * (to.x - from.x), from.y + where * (to.y - from.y));
  }
}
