package io.trasa.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for on the command line.
 *
 * @param source a folder, or how generated problems are to be
 * @param warmUp seconds of search before the measured one, thrown away
 * @param solvers empty for all that can
 * @param instances how their names begin; empty for all
 * @param table where the table is written to, or null
 */
record Wanted(
    String kind,
    String source,
    int seconds,
    int threads,
    int seeds,
    int warmUp,
    List<String> solvers,
    List<String> instances,
    @Nullable Path table) {

  static final String USAGE =
      """
      Expected: kind source [name=value…]
        vrptw folder    files of Solomon's form, maybe with best-known.csv
        trsp folder     files of the technician routing and scheduling problem, likewise
        rich days       made-up days on real roads, like 500x50,5000x600:windows=80:crews=0
        seconds=30      for each run
        threads=1       for each solver
        seeds=3         1, 2, 3…
        warmup=2        seconds of search before each run, thrown away
        solvers=a,b     all that can, if left out
        instances=a,b   those whose names begin so; all, if left out
        table=file      where to write the table\
      """;

  private static final Set<String> NAMES =
      Set.of("seconds", "threads", "seeds", "warmup", "solvers", "instances", "table");

  /**
   * @throws IllegalArgumentException with what is wrong, and the usage
   */
  static Wanted of(String[] args) {
    if (args.length < 2) {
      throw new IllegalArgumentException(USAGE);
    }
    var values = new HashMap<String, String>();
    for (String arg : List.of(args).subList(2, args.length)) {
      String[] parts = arg.split("=", 2);
      if (parts.length < 2 || !NAMES.contains(parts[0])) {
        throw new IllegalArgumentException("Not understood: " + arg + "\n" + USAGE);
      }
      values.put(parts[0], parts[1]);
    }
    return new Wanted(
        args[0],
        args[1],
        number(values, "seconds", 30, 1),
        number(values, "threads", 1, 1),
        number(values, "seeds", 3, 1),
        number(values, "warmup", 2, 0),
        list(values, "solvers"),
        list(values, "instances"),
        values.containsKey("table") ? Path.of(values.get("table")) : null);
  }

  boolean wantsInstance(String name) {
    return instances.isEmpty() || instances.stream().anyMatch(name::startsWith);
  }

  boolean wantsSolver(String name) {
    return solvers.isEmpty() || solvers.contains(name);
  }

  private static int number(Map<String, String> values, String name, int usual, int least) {
    String text = values.getOrDefault(name, "" + usual);
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new IllegalArgumentException(name + " must be a whole number from " + least + " on.");
  }

  private static List<String> list(Map<String, String> values, String name) {
    String text = values.getOrDefault(name, "");
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }
}
