package io.trasa.bench;

import io.trasa.planning.search.Model;
import io.trasa.planning.search.Sisr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How near the array search comes to the best known values of public instances: {@code folder
 * seconds seeds [name-begins-with…]}. The folder holds files of Solomon's form and maybe {@code
 * best-known.csv}; the last lines of the output are CSV. See docs/benchmarks.md.
 */
final class EngineBench {

  private final Path folder;
  private final int seconds;
  private final int seeds;
  private final Map<String, Double> bestKnown;
  private final List<String> csv = new ArrayList<>();

  private EngineBench(Path folder, int seconds, int seeds) throws IOException {
    this.folder = folder;
    this.seconds = seconds;
    this.seeds = seeds;
    this.bestKnown = bestKnown(folder.resolve("best-known.csv"));
  }

  /**
   * @param args folder, seconds, seeds, and how the names of wanted instances begin (none: all)
   */
  static void main(String[] args) throws IOException {
    if (args.length < 3) {
      throw new IllegalArgumentException("Expected: folder seconds seeds [name-begins-with…]");
    }
    List<String> wanted = List.of(args).subList(3, args.length);
    var bench =
        new EngineBench(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    for (Path file : bench.files(wanted)) {
      bench.run(Vrptw.read(file));
    }
    System.out.println(
        "instance,solver,seed,seconds,threads,value,best_known,gap_percent,feasible");
    bench.csv.forEach(System.out::println);
  }

  private List<Path> files(List<String> wanted) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".txt"))
          .filter(file -> isWanted(file.getFileName().toString(), wanted))
          .sorted()
          .toList();
    }
  }

  private static boolean isWanted(String name, List<String> wanted) {
    return wanted.isEmpty() || wanted.stream().anyMatch(name::startsWith);
  }

  private void run(Vrptw instance) {
    for (int seed = 1; seed <= seeds; seed++) {
      long begin = System.nanoTime();
      long limit = seconds * 1_000_000_000L;
      var model =
          Model.vehicles(
              instance.vehicles(),
              instance.capacity(),
              instance.matrix(),
              instance.demand(),
              instance.ready(),
              instance.due(),
              instance.service());
      var search = new Sisr(model, seed);
      search.search(
          () -> (double) (System.nanoTime() - begin) / limit,
          () -> System.nanoTime() - begin >= limit);
      double took = (System.nanoTime() - begin) / 1e9;
      tell(instance, seed, routes(instance, search));
      System.out.printf(
          Locale.ROOT,
          "%s seed %d: %.0f steps/s, %.1f million checks/s, %.2f s%n",
          instance.name(),
          seed,
          search.steps() / took,
          search.checks() / took / 1e6,
          took);
    }
  }

  private static List<int[]> routes(Vrptw instance, Sisr search) {
    var routes = new ArrayList<int[]>();
    for (int v = 0; v < instance.vehicles(); v++) {
      int[] route = search.best(v);
      for (int i = 0; i < route.length; i++) {
        route[i]++;
      }
      routes.add(route);
    }
    return routes;
  }

  private void tell(Vrptw instance, int seed, List<int[]> routes) {
    var fault = VrptwVerifier.fault(instance, routes);
    double value = VrptwVerifier.value(instance, routes) / 10.0;
    Double best = bestKnown.get(instance.name());
    if (best != null && value < best) {
      System.out.println(instance.name() + ": below the best known, routes:");
      routes.stream()
          .filter(route -> route.length > 0)
          .forEach(route -> System.out.println("  " + Arrays.toString(route)));
    }
    fault.ifPresent(text -> System.out.println(instance.name() + ": " + text));
    csv.add(
        String.format(
            Locale.ROOT,
            "%s,trasa-array,%d,%d,1,%.1f,%s,%s,%s",
            instance.name(),
            seed,
            seconds,
            value,
            best == null ? "" : best,
            best == null ? "" : String.format(Locale.ROOT, "%.2f", 100 * (value / best - 1)),
            fault.isEmpty()));
  }

  /** The least of the values given for an instance with the objective of total distance. */
  private static Map<String, Double> bestKnown(Path file) throws IOException {
    var best = new TreeMap<String, Double>();
    if (!Files.exists(file)) {
      return best;
    }
    List<String[]> rows = Files.readAllLines(file).stream().map(l -> l.split(",", -1)).toList();
    Map<String, Integer> columns = new HashMap<>();
    for (int c = 0; c < rows.getFirst().length; c++) {
      columns.put(rows.getFirst()[c], c);
    }
    for (String[] row : rows.subList(1, rows.size())) {
      Stream.of("dimacs_bks_2022", "cvrplib_bks_2026")
          .filter(columns::containsKey)
          .map(name -> row[columns.get(name)])
          .filter(text -> !text.isBlank())
          .collect(Collectors.toList())
          .forEach(text -> best.merge(row[0], Double.valueOf(text), Math::min));
    }
    return best;
  }
}
