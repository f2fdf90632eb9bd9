package io.trasa.routing.hierarchy;

import com.graphhopper.storage.index.Snap;
import java.util.List;

/**
 * Where a place meets the roads: at a junction, or within a road piece.
 *
 * @param node the junction, or −1 within a piece
 * @param edge the piece, or −1 at a junction
 * @param along metres from the piece's beginning
 * @param lat of the point on the piece, with lon
 * @param there driving the whole piece as it is stored, per metre
 * @param back driving it the other way
 * @param leaving ways to the piece's ends
 * @param arriving ways from the piece's ends
 */
public record Anchor(
    int node,
    int edge,
    double along,
    double lat,
    double lon,
    PerMetre there,
    PerMetre back,
    List<HalfEdge> leaving,
    List<HalfEdge> arriving) {

  /** What a metre weighs and takes; infinite where driving is not allowed. */
  public record PerMetre(double weight, double millis) {
    static final PerMetre NONE = new PerMetre(Double.POSITIVE_INFINITY, 0);
  }

  /**
   * The part of a road piece between the place and a junction.
   *
   * @param label the directed piece, by which the way goes on; without turns the junction
   */
  record HalfEdge(int node, int label, double weight, int millis, float metres) {}

  /** A way found. */
  record Way(double weight, int millis, float metres) {
    static final Way NONE = new Way(Double.POSITIVE_INFINITY, 0, 0);
  }

  static Anchor at(int node) {
    return new Anchor(node, -1, 0, 0, 0, PerMetre.NONE, PerMetre.NONE, List.of(), List.of());
  }

  boolean isWithinEdge() {
    return edge >= 0;
  }

  /** The way along the piece that both lie in, if it may be driven. */
  Way directTo(Anchor other) {
    double metres = other.along - along;
    PerMetre rate = metres >= 0 ? there : back;
    if (Snap.considerEqual(lat, lon, other.lat, other.lon)) {
      // A hand's breadth apart: in a one-way street nobody drives round the block for that.
      return new Way(0, 0, 0);
    }
    double length = Math.abs(metres);
    return Double.isInfinite(rate.weight())
        ? Way.NONE
        : new Way(rate.weight() * length, (int) Math.round(rate.millis() * length), (float) length);
  }
}
