package io.trasa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What all runs came to, as tables and as CSV. */
final class Results {

  private static final String CSV_TITLES =
      "instance,solver,seed,seconds,threads,value,best_known,gap_percent,feasible";

  private record Row(String instance, String solver, int seed, Measured measured) {}

  private final Wanted wanted;
  private final BestKnown bestKnown;
  private final List<Row> rows = new ArrayList<>();

  Results(Wanted wanted, BestKnown bestKnown) {
    this.wanted = wanted;
    this.bestKnown = bestKnown;
  }

  /** Tells of a run as soon as it is there. */
  void add(String instance, String solver, int seed, Measured measured) {
    rows.add(new Row(instance, solver, seed, measured));
    System.out.printf(
        Locale.ROOT,
        "%s %s seed %d: %.1f in %.2f s%s%n",
        instance,
        solver,
        seed,
        measured.value(),
        measured.took(),
        measured.isFeasible() ? "" : ", " + measured.fault());
  }

  void print() throws IOException {
    var lines = table();
    if (wanted.table() != null) {
      Files.write(wanted.table(), lines);
    }
    lines.forEach(System.out::println);
    System.out.println();
    System.out.println(CSV_TITLES);
    rows.forEach(row -> System.out.println(csv(row)));
  }

  private String csv(Row row) {
    OptionalDouble best = bestKnown.of(row.instance);
    Measured measured = row.measured;
    boolean known = !Double.isNaN(measured.value());
    return String.join(
        ",",
        row.instance,
        row.solver,
        "" + row.seed,
        "" + wanted.seconds(),
        "" + wanted.threads(),
        known ? decimals(3, measured.value()) : "",
        best.isPresent() ? "" + best.getAsDouble() : "",
        known && best.isPresent() ? decimals(3, gap(row)) : "",
        "" + measured.isFeasible());
  }

  /** NaN where nothing is known to compare with. */
  private double gap(Row row) {
    OptionalDouble best = bestKnown.of(row.instance);
    return best.isEmpty() ? Double.NaN : 100 * (row.measured.value() / best.getAsDouble() - 1);
  }

  private List<String> table() {
    var lines = new ArrayList<String>();
    lines.add(
        "| instance | solver | value | best known | gap % | feasible | took s | first plan s"
            + " | within 1 % s | steps/s | checks/s, millions | peak MiB |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (List<Row> runs : runsOf()) {
      lines.add(line(runs));
    }
    lines.add("");
    lines.addAll(summary());
    return lines;
  }

  /** The seeds of each instance and solver. */
  private List<List<Row>> runsOf() {
    Map<String, List<Row>> runs = new LinkedHashMap<>();
    for (Row row : rows) {
      runs.computeIfAbsent(row.instance + " " + row.solver, k -> new ArrayList<>()).add(row);
    }
    return List.copyOf(runs.values());
  }

  private String line(List<Row> runs) {
    Row first = runs.getFirst();
    long feasible = runs.stream().filter(r -> r.measured.isFeasible()).count();
    return "| "
        + String.join(
            " | ",
            first.instance,
            first.solver,
            decimals(1, median(runs, r -> r.measured.value())),
            bestKnown.of(first.instance).isPresent()
                ? "" + bestKnown.of(first.instance).getAsDouble()
                : "",
            decimals(2, median(runs, this::gap)),
            feasible + " of " + runs.size(),
            decimals(1, median(runs, r -> r.measured.took())),
            decimals(1, median(runs, r -> r.measured.first().orElse(Double.NaN))),
            decimals(1, median(runs, r -> r.measured.near().orElse(Double.NaN))),
            decimals(0, median(runs, r -> r.measured.steps() / r.measured.took())),
            decimals(1, median(runs, r -> r.measured.checks() / r.measured.took() / 1e6)),
            decimals(0, median(runs, r -> r.measured.peakMebibytes())))
        + " |";
  }

  /** By solver: the mean of the instances' median gaps, and how often its median is the least. */
  private List<String> summary() {
    var solvers =
        rows.stream().map(Row::solver).collect(Collectors.toCollection(LinkedHashSet::new));
    var lines = new ArrayList<String>();
    lines.add("| solver | instances | mean gap % | least value of all | infeasible runs |");
    lines.add("|---|---|---|---|---|");
    for (String solver : solvers) {
      var own = runsOf().stream().filter(r -> r.getFirst().solver.equals(solver)).toList();
      double meanGap =
          own.stream().mapToDouble(r -> median(r, this::gap)).average().orElse(Double.NaN);
      long least = own.stream().filter(r -> isLeast(r)).count();
      long infeasible =
          own.stream().flatMap(List::stream).filter(r -> !r.measured.isFeasible()).count();
      lines.add(
          "| %s | %d | %s | %d | %d |"
              .formatted(solver, own.size(), decimals(3, meanGap), least, infeasible));
    }
    return lines;
  }

  private boolean isLeast(List<Row> own) {
    String instance = own.getFirst().instance;
    double value = medianOfFeasible(own);
    return runsOf().stream()
        .filter(runs -> runs.getFirst().instance.equals(instance))
        .noneMatch(runs -> medianOfFeasible(runs) < value - 1e-9);
  }

  /** An infeasible run counts as endless cost. */
  private static double medianOfFeasible(List<Row> runs) {
    return median(
        runs, r -> r.measured.isFeasible() ? r.measured.value() : Double.POSITIVE_INFINITY);
  }

  private static double median(List<Row> runs, ToDoubleFunction<Row> of) {
    return runs.stream()
        .map(of::applyAsDouble)
        .sorted(Comparator.naturalOrder())
        .skip((runs.size() - 1) / 2)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String decimals(int count, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + count + "f", value) : "";
  }
}
