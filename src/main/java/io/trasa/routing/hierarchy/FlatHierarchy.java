package io.trasa.routing.hierarchy;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.storage.index.Snap;
import java.util.BitSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * GraphHopper's contraction hierarchy of one vehicle, copied once into flat arrays. Immutable, for
 * use by many threads.
 */
public final class FlatHierarchy {

  /** The road piece of a way that has not begun yet: it may turn anywhere. */
  static final int NO_EDGE = -1;

  private final BaseGraph graph;
  private final Weighting weighting;
  private final boolean edgeBased;
  private final Arcs withTraffic;
  private final Arcs againstTraffic;
  private final BitSet restrictedNodes = new BitSet();
  private final double uTurnWeight;
  private final ConcurrentLinkedQueue<Climber> idle = new ConcurrentLinkedQueue<>();

  private FlatHierarchy(RoutingCHGraph hierarchy, BaseGraph graph) {
    this.graph = graph;
    weighting = hierarchy.getWeighting();
    edgeBased = hierarchy.isEdgeBased();
    EdgeLengths lengths = EdgeLengths.of(hierarchy);
    withTraffic = Arcs.of(hierarchy, lengths, false);
    againstTraffic = Arcs.of(hierarchy, lengths, true);
    uTurnWeight = edgeBased ? weighting.calcTurnWeight(0, 0, 0) : 0;
    if (edgeBased) {
      TurnCostStorage.Iterator turns = graph.getTurnCostStorage().getAllTurnCosts();
      while (turns.next()) {
        restrictedNodes.set(turns.getViaNode());
      }
    }
  }

  public static FlatHierarchy of(RoutingCHGraph hierarchy, BaseGraph graph) {
    return new FlatHierarchy(hierarchy, graph);
  }

  /** Where a place meets the roads. The snap is this call's: GraphHopper writes into it. */
  public Anchor anchor(Snap snap) {
    return new AnchorReader(graph, weighting, edgeBased).read(snap);
  }

  /** All that a place reaches upwards, with the traffic or against it. */
  public Climb climb(Anchor anchor, boolean against) {
    Climber climber = idle.poll();
    if (climber == null) {
      climber = new Climber(this);
    }
    try {
      return climber.climb(anchor, against);
    } finally {
      idle.add(climber);
    }
  }

  /** How many arcs it holds, upwards and first steps, both ways. */
  public int arcs() {
    return withTraffic.to.length + againstTraffic.to.length;
  }

  Arcs arcs(boolean against) {
    return against ? againstTraffic : withTraffic;
  }

  boolean isEdgeBased() {
    return edgeBased;
  }

  /** True if some turn at the node is not like the others; u-turns apart. */
  boolean isRestricted(int node) {
    return restrictedNodes.get(node);
  }

  /** What the turn from one road piece onto another weighs; infinite if it is forbidden. */
  double turnWeight(int fromEdge, int node, int toEdge) {
    if (!edgeBased || fromEdge == NO_EDGE || toEdge == NO_EDGE) {
      return 0;
    }
    if (fromEdge == toEdge) {
      return uTurnWeight;
    }
    return restrictedNodes.get(node) ? weighting.calcTurnWeight(fromEdge, node, toEdge) : 0;
  }
}
