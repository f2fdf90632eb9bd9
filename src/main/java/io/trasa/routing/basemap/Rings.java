package io.trasa.routing.basemap;

import com.carrotsearch.hppc.LongArrayList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the pieces of a border, given in any order and direction, into closed rings. */
final class Rings {

  private final Map<Long, Deque<long[]>> byEnd = new HashMap<>();

  private Rings() {}

  /**
   * @param pieces node ids along each piece
   * @return rings whose first node is their last; pieces that close no ring are left out
   */
  static List<long[]> join(List<long[]> pieces) {
    var rings = new Rings();
    List<long[]> closed = new ArrayList<>();
    for (long[] piece : pieces) {
      if (isClosed(piece)) {
        closed.add(piece);
      } else if (piece.length > 1) {
        rings.put(piece);
      }
    }
    for (long[] piece : pieces) {
      if (!isClosed(piece) && piece.length > 1 && rings.take(piece)) {
        long[] ring = rings.grow(piece);
        if (isClosed(ring)) {
          closed.add(ring);
        }
      }
    }
    return closed;
  }

  private static boolean isClosed(long[] nodes) {
    return nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
  }

  private long[] grow(long[] start) {
    var nodes = new LongArrayList(start.length * 4);
    nodes.add(start);
    while (nodes.get(0) != nodes.get(nodes.size() - 1)) {
      long end = nodes.get(nodes.size() - 1);
      long[] next = byEnd.getOrDefault(end, new ArrayDeque<>()).peek();
      if (next == null) {
        break;
      }
      take(next);
      append(nodes, next, end);
    }
    return nodes.toArray();
  }

  private static void append(LongArrayList nodes, long[] piece, long from) {
    boolean forward = piece[0] == from;
    for (int i = 1; i < piece.length; i++) {
      nodes.add(piece[forward ? i : piece.length - 1 - i]);
    }
  }

  private void put(long[] piece) {
    byEnd.computeIfAbsent(piece[0], end -> new ArrayDeque<>()).add(piece);
    byEnd.computeIfAbsent(piece[piece.length - 1], end -> new ArrayDeque<>()).add(piece);
  }

  /** False if the piece is part of a ring already. */
  private boolean take(long[] piece) {
    boolean there = remove(piece[0], piece);
    return remove(piece[piece.length - 1], piece) && there;
  }

  private boolean remove(long end, long[] piece) {
    Deque<long[]> pieces = byEnd.get(end);
    return pieces != null && pieces.removeIf(other -> other == piece);
  }
}
