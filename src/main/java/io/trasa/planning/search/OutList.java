package io.trasa.planning.search;

import java.util.Arrays;

/** The units that are on no route, and what that costs. */
final class OutList {

  private final Model model;
  private final int[] units;
  private final int[] at;
  private int count;
  private int stops;
  private long points;

  OutList(Model model) {
    this.model = model;
    units = new int[model.members.length];
    at = new int[model.members.length];
    Arrays.fill(at, -1);
  }

  int count() {
    return count;
  }

  int get(int i) {
    return units[i];
  }

  int stops() {
    return stops;
  }

  long points() {
    return points;
  }

  boolean contains(int unit) {
    return at[unit] >= 0;
  }

  void clear() {
    while (count > 0) {
      remove(units[count - 1]);
    }
  }

  void addAll(OutList other) {
    for (int i = 0; i < other.count; i++) {
      add(other.units[i]);
    }
  }

  void add(int unit) {
    if (at[unit] < 0) {
      at[unit] = count;
      units[count++] = unit;
      stops += model.members[unit].length;
      points += model.points[unit];
    }
  }

  void remove(int unit) {
    int hole = at[unit];
    if (hole >= 0) {
      int last = units[--count];
      units[hole] = last;
      at[last] = hole;
      at[unit] = -1;
      stops -= model.members[unit].length;
      points -= model.points[unit];
    }
  }

  /** Moves the unit to position i, so that the first ones are a random choice. */
  void bring(int i, int from) {
    int unit = units[from];
    units[from] = units[i];
    at[units[from]] = from;
    units[i] = unit;
    at[unit] = i;
  }
}
