package io.trasa.routing.hierarchy;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import io.trasa.routing.hierarchy.Anchor.HalfEdge;
import io.trasa.routing.hierarchy.Anchor.PerMetre;
import java.util.ArrayList;
import java.util.List;

/** Reads an anchor from GraphHopper's own splitting of a road piece, so both weigh halves alike. */
final class AnchorReader {

  private final BaseGraph graph;
  private final Weighting weighting;
  private final boolean edgeBased;
  private final List<HalfEdge> leaving = new ArrayList<>();
  private final List<HalfEdge> arriving = new ArrayList<>();

  AnchorReader(BaseGraph graph, Weighting weighting, boolean edgeBased) {
    this.graph = graph;
    this.weighting = weighting;
    this.edgeBased = edgeBased;
  }

  Anchor read(Snap snap) {
    QueryGraph query = QueryGraph.create(graph, snap);
    int node = snap.getClosestNode();
    if (node < graph.getNodes()) {
      return Anchor.at(node);
    }
    int edge = snap.getClosestEdge().getEdge();
    EdgeIteratorState whole = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE);
    double along = 0;
    EdgeIterator halves = query.createEdgeExplorer().setBaseNode(node);
    while (halves.next()) {
      var half = (VirtualEdgeIteratorState) query.getEdgeIteratorStateForKey(halves.getEdgeKey());
      if (half.getOriginalEdgeKey() == whole.getReverseEdgeKey()) {
        along = half.getDistance();
      }
      read(half);
    }
    return new Anchor(
        -1,
        edge,
        along,
        snap.getSnappedPoint().lat,
        snap.getSnappedPoint().lon,
        perMetre(whole, false),
        perMetre(whole, true),
        List.copyOf(leaving),
        List.copyOf(arriving));
  }

  private void read(VirtualEdgeIteratorState half) {
    double out = weighting.calcEdgeWeight(half, false);
    double in = weighting.calcEdgeWeight(half, true);
    int outMillis = EdgeLengths.millis(weighting, half, false);
    int inMillis = EdgeLengths.millis(weighting, half, true);
    int end = half.getAdjNode();
    float metres = (float) half.getDistance();
    for (int key : keys(half)) {
      if (!Double.isInfinite(out)) {
        leaving.add(new HalfEdge(end, edgeBased ? key : end, out, outMillis, metres));
      }
      if (!Double.isInfinite(in)) {
        int label = edgeBased ? GHUtility.reverseEdgeKey(key) : end;
        arriving.add(new HalfEdge(end, label, in, inMillis, metres));
      }
    }
  }

  /**
   * The directed piece towards the half's end, and its twins: where a restriction goes over several
   * pieces, GraphHopper doubles them, and a place may be on either.
   */
  private List<Integer> keys(VirtualEdgeIteratorState half) {
    int key = half.getOriginalEdgeKey();
    List<Integer> keys = new ArrayList<>(List.of(key));
    if (edgeBased) {
      int edge = GHUtility.getEdgeFromEdgeKey(key);
      int end = half.getAdjNode();
      graph.forEdgeAndCopiesOfEdge(
          graph.createEdgeExplorer(),
          end,
          edge,
          twin -> {
            if (twin != edge) {
              keys.add(graph.getEdgeIteratorState(twin, end).getEdgeKey());
            }
          });
    }
    return keys;
  }

  private PerMetre perMetre(EdgeIteratorState whole, boolean reverse) {
    double weight = weighting.calcEdgeWeight(whole, reverse);
    return Double.isInfinite(weight)
        ? PerMetre.NONE
        : new PerMetre(
            weight / whole.getDistance(),
            weighting.calcEdgeMillis(whole, reverse) / whole.getDistance());
  }
}
