package io.trasa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A VRPTW instance as Solomon wrote it, in tenths: distances cut to one decimal as the 12th DIMACS
 * challenge has it. Place 0 is the depot.
 */
record Vrptw(
    String name,
    int vehicles,
    int capacity,
    int[] x,
    int[] y,
    int[] demand,
    int[] ready,
    int[] due,
    int[] service) {

  private static final int COLUMNS = 7;

  /**
   * @throws IllegalArgumentException if the file is not of that form, with the line
   */
  static Vrptw read(Path file) throws IOException {
    List<long[]> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        rows.add(numbers(file, i + 1, line));
      }
    }
    if (rows.size() < 3 || rows.getFirst().length != 2) {
      throw new IllegalArgumentException(
          file + ": expected vehicles and capacity, the depot and at least one customer.");
    }
    int n = rows.size() - 1;
    int[][] columns = new int[COLUMNS][n];
    for (int r = 0; r < n; r++) {
      if (rows.get(r + 1).length != COLUMNS) {
        throw new IllegalArgumentException(
            file + ": row " + r + " has not the seven columns id x y demand ready due service.");
      }
      for (int c = 0; c < COLUMNS; c++) {
        columns[c][r] = Math.toIntExact(rows.get(r + 1)[c]);
      }
    }
    return new Vrptw(
        file.getFileName().toString().replaceFirst("\\.txt$", ""),
        (int) rows.getFirst()[0],
        (int) rows.getFirst()[1],
        columns[1],
        columns[2],
        columns[3],
        tenths(columns[4]),
        tenths(columns[5]),
        tenths(columns[6]));
  }

  private static long[] numbers(Path file, int line, String text) {
    try {
      return Stream.of(text.split("\\s+")).mapToLong(v -> (long) Double.parseDouble(v)).toArray();
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(file + ", line " + line + ": not numbers: " + text);
    }
  }

  private static int[] tenths(int[] values) {
    return java.util.Arrays.stream(values).map(v -> 10 * v).toArray();
  }

  int places() {
    return x.length;
  }

  int travel(int from, int to) {
    double square = Math.pow(x[from] - x[to], 2) + Math.pow(y[from] - y[to], 2);
    return (int) Math.sqrt(100 * square);
  }

  /** Row by row. */
  int[] matrix() {
    int n = places();
    int[] matrix = new int[n * n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        matrix[from * n + to] = travel(from, to);
      }
    }
    return matrix;
  }
}
