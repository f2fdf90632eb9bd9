package io.trasa.routing.hierarchy;

import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.GHUtility;

/**
 * The arcs of a contraction hierarchy seen from their lower end, with the traffic or against it, in
 * flat arrays: those of a node lie together. An arc takes 28 bytes.
 *
 * <p>With turn restrictions, a way is known by the road piece it came along, so an arc names the
 * piece at its lower end (to ask whether the turn onto it is allowed) and the directed piece at its
 * far end (by which the way goes on). There, the first step from a place may also lead down: some
 * ways from a junction exist only without the turn onto them. Those steps lie behind the arcs that
 * lead up.
 */
final class Arcs {

  /** Of each node, where its arcs begin; one more at the end. */
  final int[] begin;

  /** Of each node, where its arcs that lead up end. */
  final int[] endOfUp;

  final int[] to;
  final double[] weight;
  final int[] millis;
  final float[] metres;

  /** The road piece at the lower end. Without turn restrictions not used. */
  final int[] nearEdge;

  /** By what the far end is known: a directed road piece, or without turn restrictions the node. */
  final int[] farLabel;

  private Arcs(RoutingCHGraph hierarchy, EdgeLengths lengths, boolean againstTraffic) {
    int nodes = hierarchy.getNodes();
    RoutingCHEdgeExplorer explorer =
        againstTraffic ? hierarchy.createInEdgeExplorer() : hierarchy.createOutEdgeExplorer();
    begin = new int[nodes + 1];
    endOfUp = new int[nodes];
    count(hierarchy, explorer);
    int arcs = begin[nodes];
    to = new int[arcs];
    weight = new double[arcs];
    millis = new int[arcs];
    metres = new float[arcs];
    nearEdge = new int[hierarchy.isEdgeBased() ? arcs : 0];
    farLabel = new int[arcs];
    for (int node = 0; node < nodes; node++) {
      int up = begin[node];
      int down = endOfUp[node];
      RoutingCHEdgeIterator edges = explorer.setBaseNode(node);
      while (edges.next()) {
        if (leadsUp(hierarchy, edges)) {
          put(up++, edges, hierarchy, lengths, againstTraffic);
        } else if (hierarchy.isEdgeBased()) {
          put(down++, edges, hierarchy, lengths, againstTraffic);
        }
      }
    }
  }

  static Arcs of(RoutingCHGraph hierarchy, EdgeLengths lengths, boolean againstTraffic) {
    return new Arcs(hierarchy, lengths, againstTraffic);
  }

  private void count(RoutingCHGraph hierarchy, RoutingCHEdgeExplorer explorer) {
    for (int node = 0; node < endOfUp.length; node++) {
      int up = 0;
      int down = 0;
      RoutingCHEdgeIterator edges = explorer.setBaseNode(node);
      while (edges.next()) {
        if (leadsUp(hierarchy, edges)) {
          up++;
        } else {
          down++;
        }
      }
      endOfUp[node] = begin[node] + up;
      begin[node + 1] = endOfUp[node] + (hierarchy.isEdgeBased() ? down : 0);
    }
  }

  /** A shortcut is only ever met at its lower end, where it is stored. */
  private static boolean leadsUp(RoutingCHGraph hierarchy, RoutingCHEdgeIterator edge) {
    return edge.isShortcut()
        || hierarchy.getLevel(edge.getBaseNode()) <= hierarchy.getLevel(edge.getAdjNode());
  }

  private void put(
      int arc,
      RoutingCHEdgeIterator edge,
      RoutingCHGraph hierarchy,
      EdgeLengths lengths,
      boolean againstTraffic) {
    boolean shortcut = edge.isShortcut();
    boolean asStored = shortcut || (edge.getOrigEdgeKeyFirst() & 1) == 0;
    to[arc] = edge.getAdjNode();
    weight[arc] = edge.getWeight(againstTraffic);
    millis[arc] = lengths.millis(edge.getEdge(), asStored != againstTraffic);
    metres[arc] = lengths.metres(edge.getEdge());
    farLabel[arc] = edge.getAdjNode();
    if (hierarchy.isEdgeBased()) {
      // A shortcut's pieces are directed as it is travelled, a plain edge's as it was asked for.
      int turned = againstTraffic && !shortcut ? 1 : 0;
      int first = edge.getOrigEdgeKeyFirst() ^ turned;
      int last = edge.getOrigEdgeKeyLast() ^ turned;
      nearEdge[arc] = GHUtility.getEdgeFromEdgeKey(againstTraffic ? last : first);
      farLabel[arc] = againstTraffic ? first : last;
    }
  }
}
