package io.trasa.routing;

import io.trasa.common.Coordinates;
import java.util.ArrayList;
import java.util.List;

/**
 * One way along roads.
 *
 * @param seconds driving time
 * @param metres length
 * @param polyline its shape in the encoded polyline format, five decimals, latitude first
 */
public record RoutePath(int seconds, int metres, String polyline) {

  private static final double PRECISION = 1e5;

  public static RoutePath along(int seconds, int metres, List<Coordinates> points) {
    return new RoutePath(seconds, metres, encode(points));
  }

  /** This way and then that one, which begins where this one ends. */
  public RoutePath then(RoutePath onward) {
    List<Coordinates> points = new ArrayList<>(points());
    points.addAll(onward.points());
    return along(seconds + onward.seconds, metres + onward.metres, points);
  }

  /** The shape as points, rounded to five decimals (about a metre). */
  public List<Coordinates> points() {
    var reader = new Reader();
    List<Coordinates> points = new ArrayList<>();
    long lat = 0;
    long lon = 0;
    while (reader.position < polyline.length()) {
      lat += reader.next();
      lon += reader.next();
      points.add(new Coordinates(lat / PRECISION, lon / PRECISION));
    }
    return points;
  }

  private static String encode(List<Coordinates> points) {
    var text = new StringBuilder(points.size() * 4);
    long lat = 0;
    long lon = 0;
    for (Coordinates point : points) {
      long nextLat = Math.round(point.lat() * PRECISION);
      long nextLon = Math.round(point.lon() * PRECISION);
      append(text, nextLat - lat);
      append(text, nextLon - lon);
      lat = nextLat;
      lon = nextLon;
    }
    return text.toString();
  }

  /** Five bits a character, lowest first, the sign in the lowest bit. */
  private static void append(StringBuilder text, long delta) {
    long bits = delta < 0 ? ~(delta << 1) : delta << 1;
    while (bits >= 0x20) {
      text.append((char) ((0x20 | (bits & 0x1f)) + 63));
      bits >>= 5;
    }
    text.append((char) (bits + 63));
  }

  private final class Reader {
    private int position;

    private long next() {
      long bits = 0;
      int shift = 0;
      int chunk;
      do {
        chunk = polyline.charAt(position++) - 63;
        bits |= (long) (chunk & 0x1f) << shift;
        shift += 5;
      } while (chunk >= 0x20);
      return (bits & 1) == 0 ? bits >> 1 : ~(bits >> 1);
    }
  }
}
