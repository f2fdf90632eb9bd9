package io.trasa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The best values known of instances, the least of each. */
final class BestKnown {

  static final BestKnown NOTHING = new BestKnown(Map.of());

  private final Map<String, Double> values;

  private BestKnown(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * Reads {@code best-known.csv} of a folder, if it is there. Its first column names the instance.
   *
   * @param columns those with values of the objective that is asked for
   */
  static BestKnown read(String folder, List<String> columns) throws IOException {
    Path file = Path.of(folder, "best-known.csv");
    if (!Files.exists(file)) {
      return NOTHING;
    }
    var values = new TreeMap<String, Double>();
    List<String[]> rows = Files.readAllLines(file).stream().map(l -> l.split(",", -1)).toList();
    List<String> titles = Arrays.asList(rows.getFirst());
    for (String[] row : rows.subList(1, rows.size())) {
      for (String column : columns) {
        int c = titles.indexOf(column);
        if (c >= 0 && c < row.length && !row[c].isBlank()) {
          values.merge(row[0], Double.valueOf(row[c]), Math::min);
        }
      }
    }
    return new BestKnown(values);
  }

  OptionalDouble of(String instance) {
    Double value = values.get(instance);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
