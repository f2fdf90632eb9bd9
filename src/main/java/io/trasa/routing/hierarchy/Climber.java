package io.trasa.routing.hierarchy;

import com.graphhopper.util.GHUtility;
import java.util.Arrays;

/**
 * Dijkstra's search that only climbs the hierarchy; used again and again, by one thread at a time.
 *
 * <p>With turn restrictions a junction may be reached along several road pieces, each with its own
 * further turns. Where all turns but u-turns are alike, only the two best of them matter: the
 * second for the turn back onto the piece of the first. Others are dropped.
 */
final class Climber {

  private static final int TWO_KNOWN = Integer.MAX_VALUE;
  private static final int START = -1;

  private final FlatHierarchy hierarchy;
  private final IntTable slots = new IntTable();
  private final IntTable settledAt = new IntTable();
  private final Climb.Builder settled = new Climb.Builder();

  private int size;
  private int[] node = new int[1024];
  private int[] label = new int[1024];
  private double[] weight = new double[1024];
  private int[] millis = new int[1024];
  private float[] metres = new float[1024];
  private final WeightQueue queue = new WeightQueue();

  private Arcs arcs;
  private boolean against;

  Climber(FlatHierarchy hierarchy) {
    this.hierarchy = hierarchy;
    arcs = hierarchy.arcs(false);
  }

  Climb climb(Anchor anchor, boolean againstTraffic) {
    against = againstTraffic;
    arcs = hierarchy.arcs(against);
    slots.clear();
    settledAt.clear();
    settled.clear();
    queue.clear();
    size = 0;
    start(anchor);
    while (!queue.isEmpty()) {
      double queuedWeight = queue.weight();
      int slot = queue.poll();
      if (queuedWeight == weight[slot] && settle(slot)) {
        int at = node[slot];
        expand(slot, arcs.begin[at], arcs.endOfUp[at], edgeOf(label[slot]));
      }
    }
    return settled.build();
  }

  private void start(Anchor anchor) {
    if (anchor.isWithinEdge()) {
      for (Anchor.HalfEdge half : against ? anchor.arriving() : anchor.leaving()) {
        offer(half.node(), half.label(), half.weight(), half.millis(), half.metres());
      }
      return;
    }
    int at = anchor.node();
    int slot = newSlot(at, hierarchy.isEdgeBased() ? START : at);
    if (!hierarchy.isEdgeBased()) {
      slots.put(at, slot);
    }
    settledAt.put(at, settled.add(at, label[slot], 0, 0, 0));
    expand(slot, arcs.begin[at], arcs.begin[at + 1], FlatHierarchy.NO_EDGE);
  }

  private void expand(int slot, int from, int to, int edge) {
    int at = node[slot];
    for (int arc = from; arc < to; arc++) {
      double reached = weight[slot] + arcs.weight[arc];
      if (hierarchy.isEdgeBased()) {
        int near = arcs.nearEdge[arc];
        reached +=
            against ? hierarchy.turnWeight(near, at, edge) : hierarchy.turnWeight(edge, at, near);
      }
      offer(
          arcs.to[arc],
          arcs.farLabel[arc],
          reached,
          millis[slot] + arcs.millis[arc],
          metres[slot] + arcs.metres[arc]);
    }
  }

  private void offer(int at, int byLabel, double reached, int inMillis, float overMetres) {
    if (reached == Double.POSITIVE_INFINITY) {
      return;
    }
    int slot = slots.get(byLabel);
    if (slot == IntTable.ABSENT) {
      slot = newSlot(at, byLabel);
      slots.put(byLabel, slot);
    } else if (weight[slot] <= reached) {
      return;
    }
    weight[slot] = reached;
    millis[slot] = inMillis;
    metres[slot] = overMetres;
    queue.add(reached, slot);
  }

  /** False if others reach the junction better, whatever the way goes on by. */
  private boolean settle(int slot) {
    int at = node[slot];
    int known = settledAt.get(at);
    if (known != IntTable.ABSENT && !hierarchy.isRestricted(at)) {
      if (known == TWO_KNOWN
          || edgeOf(settled.label(known)) == edgeOf(label[slot])
          || settled.label(known) == START) {
        return false;
      }
      settledAt.put(at, TWO_KNOWN);
    }
    int index = settled.add(at, label[slot], weight[slot], millis[slot], metres[slot]);
    if (known == IntTable.ABSENT) {
      settledAt.put(at, index);
    }
    return true;
  }

  private int edgeOf(int byLabel) {
    return byLabel == START ? FlatHierarchy.NO_EDGE : GHUtility.getEdgeFromEdgeKey(byLabel);
  }

  private int newSlot(int at, int byLabel) {
    if (size == node.length) {
      node = Arrays.copyOf(node, size * 2);
      label = Arrays.copyOf(label, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
      millis = Arrays.copyOf(millis, size * 2);
      metres = Arrays.copyOf(metres, size * 2);
    }
    node[size] = at;
    label[size] = byLabel;
    weight[size] = 0;
    millis[size] = 0;
    metres[size] = 0;
    return size++;
  }
}
