package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The matrices made last, so that the next one only computes what is new. Each belongs to the roads
 * it was made on: with another extract nothing of it is used. Bounded by pairs, the oldest go
 * first. Safe for use by many threads.
 */
public final class KnownMatrices {

  /** 12 million pairs take 96 MB. */
  private static final long MAX_PAIRS = 12_000_000;

  /** Looking through more would take longer than a small matrix. */
  private static final int MAX_MATRICES = 32;

  /** Smaller ones, as of a single route, are made as fast as they are found. */
  private static final int MIN_POINTS = 20;

  /**
   * Whose roads.
   *
   * @param fingerprint of the road graph
   */
  record Roads(String fingerprint, Vehicle vehicle) {}

  /** A matrix with its points, and where each of them is in it. */
  record Known(
      Roads roads, List<Coordinates> points, Map<Coordinates, Integer> index, TravelMatrix matrix) {

    static Known of(Roads roads, List<Coordinates> points, TravelMatrix matrix) {
      Map<Coordinates, Integer> index = HashMap.newHashMap(points.size());
      for (int i = 0; i < points.size(); i++) {
        index.put(points.get(i), i);
      }
      return new Known(roads, points, index, matrix);
    }

    private long pairs() {
      return (long) points.size() * points.size();
    }

    private boolean holds(Known other) {
      return roads.equals(other.roads) && index.keySet().containsAll(other.index.keySet());
    }
  }

  private final long maxPairs;
  private final Deque<Known> newestFirst = new ArrayDeque<>();

  public KnownMatrices() {
    this(MAX_PAIRS);
  }

  KnownMatrices(long maxPairs) {
    this.maxPairs = maxPairs;
  }

  /** The one that shares the most points with those asked for; null if none shares any. */
  synchronized @Nullable Known nearest(Roads roads, List<Coordinates> points) {
    Known nearest = null;
    long most = 0;
    for (Known known : newestFirst) {
      if (known.roads().equals(roads)) {
        if (known.points().equals(points)) {
          return known;
        }
        long shared = points.stream().filter(known.index()::containsKey).count();
        if (shared > most) {
          most = shared;
          nearest = known;
        }
      }
    }
    return nearest;
  }

  /**
   * Remembers a matrix, instead of those that it holds all points of; not if it is small, too
   * large, or itself part of one.
   */
  synchronized void add(Known known) {
    if (known.points().size() < MIN_POINTS
        || known.pairs() > maxPairs
        || newestFirst.stream().anyMatch(other -> other.holds(known))) {
      return;
    }
    newestFirst.removeIf(known::holds);
    newestFirst.addFirst(known);
    while (newestFirst.size() > MAX_MATRICES || pairs() > maxPairs) {
      newestFirst.removeLast();
    }
  }

  /** Pairs held at the moment. */
  synchronized long pairs() {
    return newestFirst.stream().mapToLong(Known::pairs).sum();
  }
}
