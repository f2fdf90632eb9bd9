package io.trasa.routing.hierarchy;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import java.util.BitSet;

/**
 * Time and length of every edge and shortcut of a contraction hierarchy, so that a search knows
 * them without unpacking its path. The hierarchy itself only knows weights, which also hold what is
 * disliked about a road. A shortcut joins two edges, nearly always made before it; only around
 * loops is one of them made after, and waits for the next pass.
 */
final class EdgeLengths {

  private final RoutingCHGraph hierarchy;
  private final int[] millisThere;
  private final int[] millisBack;
  private final float[] metres;
  private final BitSet known = new BitSet();

  private EdgeLengths(RoutingCHGraph hierarchy) {
    this.hierarchy = hierarchy;
    millisThere = new int[hierarchy.getEdges()];
    millisBack = new int[hierarchy.getEdges()];
    metres = new float[hierarchy.getEdges()];
  }

  static EdgeLengths of(RoutingCHGraph hierarchy) {
    var lengths = new EdgeLengths(hierarchy);
    int left = hierarchy.getEdges();
    while (left > 0) {
      int before = left;
      left = lengths.pass();
      if (left == before) {
        throw new IllegalStateException(left + " shortcuts of the hierarchy skip each other.");
      }
    }
    return lengths;
  }

  /** Learns what can be learnt from what is known; tells how many edges are still unknown. */
  private int pass() {
    int edges = hierarchy.getEdges();
    for (int edge = known.nextClearBit(0); edge < edges; edge = known.nextClearBit(edge + 1)) {
      RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE);
      if (!state.isShortcut()) {
        measure(edge);
      } else if (!known.get(state.getSkippedEdge1()) || !known.get(state.getSkippedEdge2())) {
        continue;
      } else if (hierarchy.isEdgeBased()) {
        joinAlongTravel(state);
      } else {
        joinBetweenNodes(state);
      }
      known.set(edge);
    }
    return edges - known.cardinality();
  }

  /** Milliseconds in the direction the edge is stored in, or against it. */
  int millis(int edge, boolean asStored) {
    return asStored ? millisThere[edge] : millisBack[edge];
  }

  float metres(int edge) {
    return metres[edge];
  }

  /** Milliseconds along a plain edge; one that may not be driven this way has none. */
  static int millis(Weighting weighting, EdgeIteratorState edge, boolean reverse) {
    return Double.isInfinite(weighting.calcEdgeWeight(edge, reverse))
        ? 0
        : (int) Math.min(Integer.MAX_VALUE, weighting.calcEdgeMillis(edge, reverse));
  }

  private void measure(int edge) {
    EdgeIteratorState state =
        hierarchy.getBaseGraph().getEdgeIteratorState(edge, Integer.MIN_VALUE);
    millisThere[edge] = millis(hierarchy.getWeighting(), state, false);
    millisBack[edge] = millis(hierarchy.getWeighting(), state, true);
    metres[edge] = (float) state.getDistance();
  }

  /** With turns, a shortcut leads one way only and names its first and last road piece. */
  private void joinAlongTravel(RoutingCHEdgeIteratorState shortcut) {
    int edge = shortcut.getEdge();
    int first = shortcut.getSkippedEdge1();
    int second = shortcut.getSkippedEdge2();
    int millis =
        millisOfPart(first, shortcut.getOrigEdgeKeyFirst())
            + millisOfPart(second, shortcut.getOrigEdgeKeyLast());
    millisThere[edge] = millis;
    millisBack[edge] = millis;
    metres[edge] = metres[first] + metres[second];
  }

  private int millisOfPart(int edge, int keyIfPlain) {
    boolean plain = edge == GHUtility.getEdgeFromEdgeKey(keyIfPlain);
    return millis(edge, !plain || (keyIfPlain & 1) == 0);
  }

  /** Without turns, a shortcut may lead both ways; its parts meet in the node that was skipped. */
  private void joinBetweenNodes(RoutingCHEdgeIteratorState shortcut) {
    int edge = shortcut.getEdge();
    int from = shortcut.getBaseNode();
    int to = shortcut.getAdjNode();
    int one = shortcut.getSkippedEdge1();
    int two = shortcut.getSkippedEdge2();
    boolean oneFirst = touches(one, from);
    int first = oneFirst ? one : two;
    int second = oneFirst ? two : one;
    boolean firstAsStored = baseNode(first) == from;
    boolean secondAsStored = baseNode(second) != to;
    millisThere[edge] = millis(first, firstAsStored) + millis(second, secondAsStored);
    millisBack[edge] = millis(first, !firstAsStored) + millis(second, !secondAsStored);
    metres[edge] = metres[first] + metres[second];
  }

  private boolean touches(int edge, int node) {
    RoutingCHEdgeIteratorState state = hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE);
    return state.getBaseNode() == node || state.getAdjNode() == node;
  }

  private int baseNode(int edge) {
    return hierarchy.getEdgeIteratorState(edge, Integer.MIN_VALUE).getBaseNode();
  }
}
