package io.trasa.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a matrix takes, on one core and on two, beside as many calls of GraphHopper's route() in
 * the same run: {@code mvn verify -Pbench -Dit.test=MatrixBench}. One call is measured and
 * multiplied by N·N. Prints a table for docs/benchmarks.md.
 */
class MatrixBench {

  private static final List<Integer> SIZES = List.of(100, 500, 1000, 2500);
  private static final String ROUTE_SAMPLE_SIZE = "1000";

  @Test
  void printsATable() throws RunnerException {
    var table = new ArrayList<String>();
    table.add("| cores | N | matrix ms | + 1 place ms | route() µs | N·N route() s | faster |");
    table.add("|---|---|---|---|---|---|---|");
    for (int cores = 1; cores <= 2; cores++) {
      Collection<RunResult> matrices = run(cores, "matrix|onePlaceAdded", null);
      double route =
          run(cores, "route", ROUTE_SAMPLE_SIZE).iterator().next().getPrimaryResult().getScore();
      for (int size : SIZES) {
        double matrix = score(matrices, "matrix", size);
        double calls = route * size * size;
        table.add(
            "| %d | %,d | %.1f | %.2f | %.0f | %,.1f | %,.0f× |"
                .formatted(
                    cores,
                    size,
                    matrix,
                    score(matrices, "onePlaceAdded", size),
                    route * 1000,
                    calls / 1000,
                    calls / matrix));
      }
    }
    table.add("8 bytes a pair: N = 1,000 takes 8 MB, N = 2,500 takes 50 MB.");
    System.out.println(String.join(System.lineSeparator(), table));
  }

  private static Collection<RunResult> run(int cores, String benchmarks, @Nullable String size)
      throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(MatrixMeasured.class.getName() + "\\.(" + benchmarks + ")$")
            .jvmArgsAppend("-Xmx2g", "-XX:ActiveProcessorCount=" + cores);
    if (size != null) {
      options.param("size", size);
    }
    return new Runner(options.build()).run();
  }

  private static double score(Collection<RunResult> results, String benchmark, int size) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(r -> r.getParams().getParam("size").equals(String.valueOf(size)))
        .mapToDouble(r -> r.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
