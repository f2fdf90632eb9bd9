package io.trasa.planning.open;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Vehicle;
import io.trasa.planning.open.OpenProblem.Matrix;
import io.trasa.planning.open.OpenProblem.Place;
import io.trasa.planning.open.OpenProblem.Technician;
import io.trasa.routing.TravelMatrix;
import io.trasa.routing.TravelTimes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of a problem and the travel between them: given, or on the roads. One place more than
 * there are is nowhere in particular: from there it takes no time to anywhere.
 */
final class OpenMatrices {

  static final int MAX_PLACES = 5_000;
  private static final double LEAST_SPEED = 0.1;
  private static final double MOST_SPEED = 10;

  private final @Nullable Map<String, Matrix> given;
  private final TravelTimes roads;
  private final Map<Coordinates, Integer> places = new LinkedHashMap<>();
  private final Map<Way, TravelMatrix> ready = new HashMap<>();
  private final int size;

  /** What a matrix depends on: its name or its vehicle, and the speed. */
  private record Way(Object kind, double speed) {}

  OpenMatrices(@Nullable Map<String, Matrix> given, TravelTimes roads) {
    this.given = given == null || given.isEmpty() ? null : given;
    this.roads = roads;
    this.size = this.given == null ? 0 : size(this.given);
  }

  private static int size(Map<String, Matrix> given) {
    int size = -1;
    for (var named : given.entrySet()) {
      String field = "matrices." + named.getKey();
      Matrix matrix = Checked.there(field, named.getValue());
      int[][] seconds = Checked.there(field + ".seconds", matrix.seconds());
      Checked.atMost(
          field + ".seconds", seconds.length, MAX_PLACES, "Cut the problem into regions.");
      size = size < 0 ? seconds.length : size;
      square(field + ".seconds", seconds, size);
      if (matrix.metres() != null) {
        square(field + ".metres", matrix.metres(), size);
      }
    }
    return size;
  }

  private static void square(String field, int @Nullable [][] rows, int size) {
    if (rows == null || rows.length != size) {
      throw new InvalidInputException(
          field,
          rows == null ? null : rows.length,
          "are not the %d rows of the first matrix".formatted(size),
          "All matrices are of the same places.");
    }
    for (int i = 0; i < size; i++) {
      int[] row = rows[i];
      if (row == null || row.length != size) {
        throw new InvalidInputException(
            "%s[%d]".formatted(field, i),
            row == null ? null : row.length,
            "are not %d values".formatted(size),
            "A matrix has as many columns as rows.");
      }
      for (int j = 0; j < size; j++) {
        if (row[j] < TravelMatrix.UNREACHABLE || row[j] > 100_000_000) {
          throw new InvalidInputException(
              "%s[%d][%d]".formatted(field, i, j),
              row[j],
              "is not between -1 and 100,000,000",
              "-1 says that there is no way.");
        }
      }
    }
  }

  /** The row of a place. */
  int place(String field, @Nullable Place sent) {
    Place place = Checked.there(field, sent);
    if (given != null) {
      return Checked.within(
          field + ".index", Checked.there(field + ".index", place.index()), 0, size - 1, 0);
    }
    var coordinates =
        new Coordinates(
            Checked.there(field + ".lat", place.lat()), Checked.there(field + ".lon", place.lon()));
    int index = places.computeIfAbsent(coordinates, c -> places.size());
    Checked.atMost(field, places.size(), MAX_PLACES, "Cut the problem into regions.");
    return index;
  }

  /** The place that is nowhere in particular; all others must be known by now. */
  int anywhere() {
    return given == null ? places.size() : size;
  }

  /** The travel of a technician; all places must be known by now. */
  TravelMatrix of(String field, Technician technician) {
    double speed = technician.speedFactor() == null ? 1 : technician.speedFactor();
    if (!(speed >= LEAST_SPEED && speed <= MOST_SPEED)) {
      throw new InvalidInputException(
          field + ".speedFactor",
          speed,
          "is not between 0.1 and 10",
          "1 leaves times as they are.");
    }
    if (given == null) {
      Vehicle vehicle = technician.vehicle() == null ? Vehicle.CAR : technician.vehicle();
      return ready.computeIfAbsent(
          new Way(vehicle, speed),
          way -> {
            TravelMatrix matrix = roads.between(List.copyOf(places.keySet()), vehicle);
            return copy(
                places.size(),
                speed,
                (i, j) -> matrix.seconds(i, j),
                (i, j) -> matrix.metres(i, j));
          });
    }
    String only = given.size() == 1 ? given.keySet().iterator().next() : null;
    String name =
        Checked.there(field + ".matrix", technician.matrix() == null ? only : technician.matrix());
    Matrix matrix = given.get(name);
    if (matrix == null) {
      throw new InvalidInputException(
          field + ".matrix", name, "is not among the matrices", "Maybe it is misspelt.");
    }
    int @Nullable [][] metres = matrix.metres();
    return ready.computeIfAbsent(
        new Way(name, speed),
        way ->
            copy(
                size,
                speed,
                (i, j) -> matrix.seconds()[i][j],
                (i, j) -> metres == null ? 0 : metres[i][j]));
  }

  /** A value of two places. */
  private interface Values {
    int between(int from, int to);
  }

  private static TravelMatrix copy(int places, double speed, Values seconds, Values metres) {
    int side = places + 1;
    int[] ofSeconds = new int[side * side];
    int[] ofMetres = new int[side * side];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) {
        int value = seconds.between(i, j);
        boolean way = value != TravelMatrix.UNREACHABLE;
        ofSeconds[i * side + j] = way && speed != 1 ? (int) Math.round(value / speed) : value;
        ofMetres[i * side + j] = way ? Math.max(0, metres.between(i, j)) : TravelMatrix.UNREACHABLE;
      }
    }
    return TravelMatrix.of(side, ofSeconds, ofMetres);
  }
}
