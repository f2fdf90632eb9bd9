package io.trasa.routing.basemap;

import com.carrotsearch.hppc.LongIntHashMap;
import com.graphhopper.reader.ReaderNode;
import java.util.Arrays;

/** Where nodes are, in world units. */
final class Locations {

  private final LongIntHashMap indexes;
  private final double[] x;
  private final double[] y;

  /**
   * @param indexes the ids of the wanted nodes, each with a number from 0 on
   */
  Locations(LongIntHashMap indexes) {
    this.indexes = indexes;
    x = new double[indexes.size()];
    y = new double[indexes.size()];
    Arrays.fill(x, Double.NaN);
  }

  void take(ReaderNode node) {
    int index = indexes.getOrDefault(node.getId(), -1);
    if (index >= 0) {
      x[index] = World.x(node.getLon());
      y[index] = World.y(node.getLat());
    }
  }

  /** x and y in turn of those nodes that are in the file. */
  double[] along(long[] nodes) {
    double[] places = new double[nodes.length * 2];
    int size = 0;
    for (long node : nodes) {
      int index = indexes.get(node);
      if (!Double.isNaN(x[index])) {
        places[size++] = x[index];
        places[size++] = y[index];
      }
    }
    return Arrays.copyOf(places, size);
  }
}
