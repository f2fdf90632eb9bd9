package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Ways that avoid a closed circle. A way leads through the circle if it takes no longer by one of
 * its points; then it leads by another place instead, by which it takes least and both halves avoid
 * the circle: one of the places, or a point of two rings around the circle. So a way round is never
 * too short, and may be longer than the best one. Who comes from or goes to a place in the circle
 * may drive there. Speed profiles are not applied.
 */
final class ClosedRoads {

  private static final double METRES_PER_DEGREE = 111_320;

  /** Points across the circle, in each direction. */
  private static final int ACROSS = 9;

  private static final int ON_RING = 12;

  /** Beyond the circle's edge, in metres. */
  private static final int[] RINGS = {200, 1_000};

  /** By rounding. */
  private static final int SAME_SECONDS = 2;

  private final Coordinates middle;
  private final int radiusMetres;

  ClosedRoads(Coordinates middle, int radiusMetres) {
    this.middle = middle;
    this.radiusMetres = radiusMetres;
  }

  /** The places, then points in the circle, then points around it. */
  List<Coordinates> with(List<Coordinates> places) {
    var all = new ArrayList<>(places);
    for (int row = 0; row < ACROSS; row++) {
      for (int column = 0; column < ACROSS; column++) {
        double north = radiusMetres * (2.0 * row / (ACROSS - 1) - 1);
        double east = radiusMetres * (2.0 * column / (ACROSS - 1) - 1);
        if (Math.hypot(north, east) <= radiusMetres) {
          all.add(at(north, east));
        }
      }
    }
    for (int beyond : RINGS) {
      for (int i = 0; i < ON_RING; i++) {
        double angle = 2 * Math.PI * i / ON_RING;
        double distance = radiusMetres + beyond;
        all.add(at(distance * Math.cos(angle), distance * Math.sin(angle)));
      }
    }
    return all;
  }

  private Coordinates at(double north, double east) {
    double lat = middle.lat() + north / METRES_PER_DEGREE;
    double perDegree = METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
    return new Coordinates(lat, middle.lon() + east / perDegree);
  }

  private boolean isInside(Coordinates place) {
    double north = (place.lat() - middle.lat()) * METRES_PER_DEGREE;
    double east =
        (place.lon() - middle.lon()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
    return Math.hypot(north, east) <= radiusMetres;
  }

  /**
   * The matrix of the first places alone, under the closure. O(places² · points).
   *
   * @param all the matrix of {@link #with}
   */
  TravelMatrix avoiding(List<Coordinates> places, TravelMatrix all) {
    int n = places.size();
    int inner = with(List.of()).size() - RINGS.length * ON_RING;
    int size = all.size();
    boolean[] crosses = crossing(places, all, n, inner);
    int[] seconds = TravelMatrix.nowhere(n);
    int[] metres = TravelMatrix.nowhere(n);
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        int by = crosses[from * size + to] ? way(from, to, all, crosses, n, inner) : to;
        if (by >= 0 && all.isReachable(from, to)) {
          seconds[from * n + to] = all.seconds(from, by) + all.seconds(by, to);
          metres[from * n + to] = all.metres(from, by) + all.metres(by, to);
        }
      }
    }
    return TravelMatrix.of(n, seconds, metres);
  }

  private boolean[] crossing(List<Coordinates> places, TravelMatrix all, int n, int inner) {
    int size = all.size();
    var crosses = new boolean[size * size];
    for (int from = 0; from < size; from++) {
      boolean outside = from < n ? !isInside(places.get(from)) : from >= n + inner;
      for (int to = 0; outside && to < size; to++) {
        if (to < n ? !isInside(places.get(to)) : to >= n + inner) {
          for (int by = n; by < n + inner && !crosses[from * size + to]; by++) {
            crosses[from * size + to] =
                all.isReachable(from, to)
                    && all.isReachable(from, by)
                    && all.isReachable(by, to)
                    && all.seconds(from, by) + all.seconds(by, to)
                        <= all.seconds(from, to) + SAME_SECONDS;
          }
        }
      }
    }
    return crosses;
  }

  /** By which place it takes least; −1 if there is no way round. */
  private static int way(int from, int to, TravelMatrix all, boolean[] crosses, int n, int inner) {
    int size = all.size();
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int by = 0; by < size; by++) {
      boolean isOpen =
          (by < n || by >= n + inner)
              && by != from
              && by != to
              && all.isReachable(from, by)
              && all.isReachable(by, to)
              && !crosses[from * size + by]
              && !crosses[by * size + to];
      if (isOpen && all.seconds(from, by) + all.seconds(by, to) < least) {
        least = all.seconds(from, by) + all.seconds(by, to);
        best = by;
      }
    }
    return best;
  }
}
