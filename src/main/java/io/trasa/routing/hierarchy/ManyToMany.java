package io.trasa.routing.hierarchy;

import com.graphhopper.util.GHUtility;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many-to-many shortest ways by buckets (Knopp, Sanders, Schultes, Schulz, Wagner: Computing
 * Many-to-Many Shortest Paths Using Highway Hierarchies, 2007): the climb of every target against
 * the traffic leaves a note at each junction it meets, the climb of every source with the traffic
 * reads them. With turn restrictions, ways that meet at a junction also pay for the turn there.
 * Rows are shared among the processor's cores.
 */
public final class ManyToMany {

  private static final int NO_WAY = -1;
  private static final int DIRECT = -2;

  private final FlatHierarchy hierarchy;
  private final Foothold[] targets;
  private final Buckets buckets;
  private final Map<Integer, int[]> targetsOnEdge = new HashMap<>();

  /** Takes each row when it is found; called from several threads, once for each row. */
  @FunctionalInterface
  public interface RowTaker {
    /**
     * @param source index of the source
     * @param target index of the target
     * @param millis the way's time
     * @param metres the way's length
     */
    void take(int source, int target, long millis, double metres);
  }

  public ManyToMany(FlatHierarchy hierarchy, Foothold[] targets) {
    this.hierarchy = hierarchy;
    this.targets = targets;
    buckets = new Buckets(targets);
    for (int i = 0; i < targets.length; i++) {
      Anchor anchor = targets[i].anchor();
      if (anchor.isWithinEdge()) {
        int index = i;
        targetsOnEdge.merge(anchor.edge(), new int[] {index}, ManyToMany::join);
      }
    }
  }

  /** Tells of all ways that there are; what is not told of is unreachable. */
  public void from(Foothold[] sources, RowTaker taker) {
    IntStream.range(0, sources.length).parallel().forEach(i -> row(i, sources[i], taker));
  }

  private void row(int source, Foothold from, RowTaker taker) {
    double[] best = new double[targets.length];
    int[] up = new int[targets.length];
    int[] down = new int[targets.length];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(up, NO_WAY);
    tryDirect(from.anchor(), best, up);
    Climb climb = from.leaving();
    for (int i = 0; i < climb.size(); i++) {
      int bucket = buckets.bucket(climb.node[i]);
      if (bucket != IntTable.ABSENT) {
        meet(climb, i, bucket, best, up, down);
      }
    }
    for (int to = 0; to < targets.length; to++) {
      if (up[to] == DIRECT) {
        Anchor.Way way = from.anchor().directTo(targets[to].anchor());
        taker.take(source, to, way.millis(), way.metres());
      } else if (up[to] != NO_WAY) {
        taker.take(
            source,
            to,
            (long) climb.millis[up[to]] + buckets.millis[down[to]],
            (double) climb.metres[up[to]] + buckets.metres[down[to]]);
      }
    }
  }

  /** The innermost loop of the whole search. */
  private void meet(Climb climb, int i, int bucket, double[] best, int[] up, int[] down) {
    double weight = climb.weight[i];
    int end = buckets.begin[bucket + 1];
    for (int note = buckets.begin[bucket]; note < end; note++) {
      int to = buckets.target[note];
      double sum = weight + buckets.weight[note];
      if (sum < best[to]) {
        sum += turnWeight(climb.label[i], climb.node[i], buckets.label[note]);
        if (sum < best[to]) {
          best[to] = sum;
          up[to] = i;
          down[to] = note;
        }
      }
    }
  }

  private double turnWeight(int inLabel, int node, int outLabel) {
    return hierarchy.isEdgeBased() && inLabel >= 0 && outLabel >= 0
        ? hierarchy.turnWeight(
            GHUtility.getEdgeFromEdgeKey(inLabel), node, GHUtility.getEdgeFromEdgeKey(outLabel))
        : 0;
  }

  /** Places on one road piece may also reach each other along it, without any junction. */
  private void tryDirect(Anchor from, double[] best, int[] up) {
    int[] neighbours = from.isWithinEdge() ? targetsOnEdge.get(from.edge()) : null;
    if (neighbours != null) {
      for (int to : neighbours) {
        double weight = from.directTo(targets[to].anchor()).weight();
        if (weight < Double.POSITIVE_INFINITY) {
          best[to] = weight;
          up[to] = DIRECT;
        }
      }
    }
  }

  private static int[] join(int[] some, int[] more) {
    int[] joined = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, joined, some.length, more.length);
    return joined;
  }
}
