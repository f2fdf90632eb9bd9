package io.trasa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How a search went on: its better values by its own count, and what it did in the time. */
final class Trail {

  private record Better(double second, double value) {}

  private final long begin = System.nanoTime();
  private final List<Better> betters = new ArrayList<>();
  private long steps;
  private long checks;

  /** Seconds since the search began. */
  double second() {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** How many milliseconds are left of the time. */
  long millisLeft(Terms terms) {
    return Math.max(1, terms.seconds() * 1000L - (System.nanoTime() - begin) / 1_000_000);
  }

  /** A value of a whole plan; those that are no better than the last are left out. */
  synchronized void note(double value) {
    if (betters.isEmpty() || value < betters.getLast().value) {
      betters.add(new Better(second(), value));
    }
  }

  /**
   * @param doneSteps iterations
   * @param doneChecks places looked at for an insertion; 0 where a solver does not tell
   */
  void count(long doneSteps, long doneChecks) {
    steps = doneSteps;
    checks = doneChecks;
  }

  long steps() {
    return steps;
  }

  long checks() {
    return checks;
  }

  /** When there was a plan for the first time. */
  OptionalDouble firstSecond() {
    return betters.stream().mapToDouble(Better::second).findFirst();
  }

  /** When the value was first within 1 % of its last one. */
  OptionalDouble nearSecond() {
    if (betters.isEmpty()) {
      return OptionalDouble.empty();
    }
    double near = betters.getLast().value * 1.01;
    return betters.stream().filter(b -> b.value <= near).mapToDouble(Better::second).findFirst();
  }
}
