package io.trasa.routing;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHEdgeIterator;
import com.graphhopper.storage.RoutingCHEdgeIteratorState;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Dijkstra's search from one node that only climbs the contraction hierarchy: a few hundred nodes
 * even in a large country. The best way between two nodes is the best meeting of a climb from the
 * first and a climb, against the traffic, from the second.
 */
final class Climb {

  /** A node reached: by how much weight, which decides, and in what time and over what length. */
  record Reached(int node, double weight, long millis, double metres) {}

  private final RoadGraph roads;
  private final QueryGraph query;
  private final QueryRoutingCHGraph hierarchy;
  private final boolean againstTraffic;
  private final RoutingCHEdgeExplorer explorer;
  private final IntObjectHashMap<Reached> best = new IntObjectHashMap<>();
  private final PriorityQueue<Reached> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Reached::weight));

  private Climb(
      RoadGraph roads, QueryGraph query, QueryRoutingCHGraph hierarchy, boolean againstTraffic) {
    this.roads = roads;
    this.query = query;
    this.hierarchy = hierarchy;
    this.againstTraffic = againstTraffic;
    explorer =
        againstTraffic ? hierarchy.createInEdgeExplorer() : hierarchy.createOutEdgeExplorer();
  }

  /** All nodes above the start, each with the best way to it (or, against traffic, from it). */
  static List<Reached> from(
      int start,
      boolean againstTraffic,
      RoadGraph roads,
      QueryGraph query,
      QueryRoutingCHGraph hierarchy) {
    return new Climb(roads, query, hierarchy, againstTraffic).run(start);
  }

  private List<Reached> run(int start) {
    List<Reached> settled = new ArrayList<>();
    improve(new Reached(start, 0, 0, 0));
    var done = new IntHashSet();
    for (Reached at = queue.poll(); at != null; at = queue.poll()) {
      if (done.add(at.node())) {
        settled.add(at);
        expand(at);
      }
    }
    return settled;
  }

  private void expand(Reached at) {
    RoutingCHEdgeIterator edges = explorer.setBaseNode(at.node());
    while (edges.next()) {
      double weight = at.weight() + edges.getWeight(againstTraffic);
      Reached known = best.get(edges.getAdjNode());
      if (climbs(edges) && weight < (known == null ? Double.POSITIVE_INFINITY : known.weight())) {
        improve(reach(at, edges, weight));
      }
    }
  }

  private void improve(Reached reached) {
    best.put(reached.node(), reached);
    queue.add(reached);
  }

  /** Snapped places lie beside the hierarchy, so ways to and from them always count. */
  private boolean climbs(RoutingCHEdgeIteratorState edge) {
    return edge.isShortcut()
        || isOfQuery(edge)
        || hierarchy.getLevel(edge.getBaseNode()) <= hierarchy.getLevel(edge.getAdjNode());
  }

  private boolean isOfQuery(RoutingCHEdgeIteratorState edge) {
    return edge.getEdge() >= roads.hierarchy().getEdges();
  }

  private Reached reach(Reached at, RoutingCHEdgeIteratorState edge, double weight) {
    long millis;
    double metres;
    if (isOfQuery(edge)) {
      EdgeIteratorState piece = query.getEdgeIteratorState(edge.getOrigEdge(), edge.getAdjNode());
      millis = EdgeLengths.millis(hierarchy.getWeighting(), piece, againstTraffic);
      metres = piece.getDistance();
    } else {
      millis = roads.lengths().millis(edge.getEdge(), asStored(edge) != againstTraffic);
      metres = roads.lengths().metres(edge.getEdge());
    }
    return new Reached(edge.getAdjNode(), weight, at.millis() + millis, at.metres() + metres);
  }

  /** A shortcut is only ever met at its lower end, where it is stored. */
  private static boolean asStored(RoutingCHEdgeIteratorState edge) {
    return edge.isShortcut() || (edge.getOrigEdgeKeyFirst() & 1) == 0;
  }
}
