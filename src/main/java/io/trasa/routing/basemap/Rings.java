package io.trasa.routing.basemap;

import com.carrotsearch.hppc.LongArrayList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins the pieces of a border, given in any order and direction, into closed rings. */
final class Rings {

  private final Map<Long, List<long[]>> byEnd = new HashMap<>();
  private final Set<long[]> used = Collections.newSetFromMap(new IdentityHashMap<>());

  private Rings(List<long[]> pieces) {
    for (long[] piece : pieces) {
      byEnd.computeIfAbsent(piece[0], end -> new ArrayList<>()).add(piece);
      byEnd.computeIfAbsent(last(piece), end -> new ArrayList<>()).add(piece);
    }
  }

  /**
   * Finds the rings; pieces that close none are left out.
   *
   * @param pieces node ids along each piece
   * @return rings whose first node is their last
   */
  static List<long[]> join(List<long[]> pieces) {
    List<long[]> usable = pieces.stream().filter(piece -> piece.length > 1).toList();
    var rings = new Rings(usable);
    return usable.stream()
        .filter(rings.used::add)
        .map(rings::grow)
        .filter(Rings::isClosed)
        .toList();
  }

  private static boolean isClosed(long[] nodes) {
    return nodes.length > 3 && nodes[0] == last(nodes);
  }

  private static long last(long[] nodes) {
    return nodes[nodes.length - 1];
  }

  private long[] grow(long[] start) {
    var nodes = new LongArrayList(start.length * 4);
    nodes.add(start);
    while (nodes.get(0) != nodes.get(nodes.size() - 1)) {
      long end = nodes.get(nodes.size() - 1);
      Optional<long[]> next =
          byEnd.getOrDefault(end, List.of()).stream().filter(used::add).findFirst();
      if (next.isEmpty()) {
        break;
      }
      append(nodes, next.get(), end);
    }
    return nodes.toArray();
  }

  private static void append(LongArrayList nodes, long[] piece, long from) {
    boolean forward = piece[0] == from;
    for (int i = 1; i < piece.length; i++) {
      nodes.add(piece[forward ? i : piece.length - 1 - i]);
    }
  }
}
