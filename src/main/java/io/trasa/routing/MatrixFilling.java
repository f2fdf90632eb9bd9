package io.trasa.routing;

import io.trasa.routing.hierarchy.FlatHierarchy;
import io.trasa.routing.hierarchy.Foothold;
import io.trasa.routing.hierarchy.ManyToMany;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A matrix while it is being made: what is known is copied, the rest searched for. */
final class MatrixFilling {

  private final int size;
  private final FlatHierarchy hierarchy;
  private final int[] seconds;
  private final int[] metres;

  MatrixFilling(int size, FlatHierarchy hierarchy) {
    this.size = size;
    this.hierarchy = hierarchy;
    seconds = TravelMatrix.nowhere(size);
    metres = TravelMatrix.nowhere(size);
  }

  /**
   * @param before of each point, its index in the other matrix, or −1
   */
  void copy(TravelMatrix other, int[] before) {
    for (int row = 0; row < size; row++) {
      if (before[row] >= 0) {
        copyRow(other, before, row);
      }
    }
  }

  /** Points that were neighbours in the same order are copied at one go. */
  private void copyRow(TravelMatrix other, int[] before, int row) {
    int from = 0;
    while (from < size) {
      int end = from + 1;
      while (end < size && before[from] >= 0 && before[end] == before[end - 1] + 1) {
        end++;
      }
      if (before[from] >= 0) {
        other.copyRow(before[row], before[from], end - from, seconds, metres, row * size + from);
      }
      from = end;
    }
  }

  /** Searches for the ways from some points to some, which are all near roads. */
  void fill(List<Optional<Foothold>> places, int[] rows, int[] columns) {
    if (rows.length > 0 && columns.length > 0) {
      new ManyToMany(hierarchy, pick(places, columns))
          .from(
              pick(places, rows),
              (source, target, millis, length) -> {
                int at = rows[source] * size + columns[target];
                seconds[at] = Rounding.seconds(millis);
                metres[at] = Rounding.metres(length);
              });
    }
  }

  TravelMatrix matrix() {
    return TravelMatrix.of(size, seconds, metres);
  }

  private static Foothold[] pick(List<Optional<Foothold>> places, int[] indexes) {
    return Arrays.stream(indexes)
        .mapToObj(i -> places.get(i).orElseThrow())
        .toArray(Foothold[]::new);
  }
}
