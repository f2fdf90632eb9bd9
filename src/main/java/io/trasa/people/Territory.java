package io.trasa.people;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A part of the country that some technicians serve: a polygon on the map. */
@Entity
@Table(name = "people_territory")
public class Territory extends Stored {

  static final int MIN_POINTS = 3;
  static final int MAX_POINTS = 500;

  /**
   * What describes a territory.
   *
   * @param color {@code #rrggbb}
   * @param boundary the corners in order; the last is joined to the first
   */
  public record Details(String name, String color, List<Coordinates> boundary) {}

  private String name = "";
  private String color = "";

  /** lat and lon in turn. */
  private double[] boundary = {};

  protected Territory() {}

  Territory(Details details) {
    describe(details);
  }

  final void describe(Details details) {
    requireArea(details.boundary());
    this.name = details.name();
    this.color = details.color().toLowerCase(Locale.ROOT);
    this.boundary =
        details.boundary().stream()
            .flatMapToDouble(c -> DoubleStream.of(c.lat(), c.lon()))
            .toArray();
  }

  /**
   * True for a point inside. A point on the border belongs to exactly one of two territories that
   * share it. Counts how many edges a ray to the east crosses (even-odd rule).
   */
  public boolean contains(Coordinates point) {
    boolean inside = false;
    int corners = boundary.length / 2;
    for (int i = 0, j = corners - 1; i < corners; j = i++) {
      double lat = boundary[2 * i];
      double lon = boundary[2 * i + 1];
      double previousLat = boundary[2 * j];
      double previousLon = boundary[2 * j + 1];
      if ((lat > point.lat()) != (previousLat > point.lat())) {
        double share = (point.lat() - lat) / (previousLat - lat);
        inside ^= point.lon() < lon + share * (previousLon - lon);
      }
    }
    return inside;
  }

  public String name() {
    return name;
  }

  /** {@code #rrggbb} in small letters. */
  public String color() {
    return color;
  }

  public List<Coordinates> boundary() {
    return IntStream.range(0, boundary.length / 2)
        .mapToObj(i -> new Coordinates(boundary[2 * i], boundary[2 * i + 1]))
        .toList();
  }

  private static void requireArea(List<Coordinates> corners) {
    if (corners.size() < MIN_POINTS || corners.size() > MAX_POINTS) {
      throw new InvalidInputException(
          "boundary",
          corners.size() + " points",
          "are not %d to %d".formatted(MIN_POINTS, MAX_POINTS),
          "Draw the border again.");
    }
    if (corners.stream().distinct().count() < MIN_POINTS || isLine(corners)) {
      throw new InvalidInputException(
          "boundary", corners, "encloses nothing", "Maybe all corners lie on one line.");
    }
  }

  private static boolean isLine(List<Coordinates> corners) {
    var a = corners.getFirst();
    var b = corners.stream().filter(c -> !c.equals(a)).findFirst().orElse(a);
    return corners.stream()
        .allMatch(
            c ->
                (b.lat() - a.lat()) * (c.lon() - a.lon())
                        - (b.lon() - a.lon()) * (c.lat() - a.lat())
                    == 0);
  }
}
