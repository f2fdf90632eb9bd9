package io.trasa.routing;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.EdgeIteratorState;

/**
 * Time and length of every edge and shortcut of a contraction hierarchy, so that a search knows
 * them without unpacking its path. The hierarchy itself only knows weights, which also hold what is
 * disliked about a road. Takes 12 bytes an edge.
 */
final class EdgeLengths {

  private final int[] millisThere;
  private final int[] millisBack;
  private final float[] metres;

  private EdgeLengths(int edges) {
    millisThere = new int[edges];
    millisBack = new int[edges];
    metres = new float[edges];
  }

  static EdgeLengths of(RoutingCHGraph hierarchy) {
    var lengths = new EdgeLengths(hierarchy.getEdges());
    for (int edge = 0; edge < hierarchy.getEdges(); edge++) {
      RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE);
      if (state.isShortcut()) {
        lengths.join(hierarchy, state);
      } else {
        lengths.measure(hierarchy, edge);
      }
    }
    return lengths;
  }

  /** Milliseconds in the direction the edge is stored in, or against it. */
  int millis(int edge, boolean asStored) {
    return asStored ? millisThere[edge] : millisBack[edge];
  }

  double metres(int edge) {
    return metres[edge];
  }

  /** Milliseconds along a plain edge; one that may not be driven this way has none. */
  static int millis(Weighting weighting, EdgeIteratorState edge, boolean reverse) {
    return Double.isInfinite(weighting.calcEdgeWeight(edge, reverse))
        ? 0
        : (int) Math.min(Integer.MAX_VALUE, weighting.calcEdgeMillis(edge, reverse));
  }

  private void measure(RoutingCHGraph hierarchy, int edge) {
    EdgeIteratorState state =
        hierarchy.getBaseGraph().getEdgeIteratorState(edge, Integer.MIN_VALUE);
    millisThere[edge] = millis(hierarchy.getWeighting(), state, false);
    millisBack[edge] = millis(hierarchy.getWeighting(), state, true);
    metres[edge] = (float) state.getDistance();
  }

  /** A shortcut joins two edges made before it, whose lengths are known by now. */
  private void join(RoutingCHGraph hierarchy, RoutingCHEdgeIteratorState shortcut) {
    int edge = shortcut.getEdge();
    int from = shortcut.getBaseNode();
    int to = shortcut.getAdjNode();
    int one = shortcut.getSkippedEdge1();
    int two = shortcut.getSkippedEdge2();
    boolean oneFirst = touches(hierarchy, one, from);
    int first = oneFirst ? one : two;
    int second = oneFirst ? two : one;
    boolean firstAsStored = baseNode(hierarchy, first) == from;
    boolean secondAsStored = baseNode(hierarchy, second) != to;
    millisThere[edge] = millis(first, firstAsStored) + millis(second, secondAsStored);
    millisBack[edge] = millis(first, !firstAsStored) + millis(second, !secondAsStored);
    metres[edge] = metres[first] + metres[second];
  }

  private static boolean touches(RoutingCHGraph hierarchy, int edge, int node) {
    RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE);
    return state.getBaseNode() == node || state.getAdjNode() == node;
  }

  private static int baseNode(RoutingCHGraph hierarchy, int edge) {
    return hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE).getBaseNode();
  }
}
