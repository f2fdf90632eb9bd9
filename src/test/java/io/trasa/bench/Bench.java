package io.trasa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures Trasa beside other solvers: the same problems, time and threads, each run in a process
 * of its own, each answer judged by a verifier that shares no code with the engine. The last lines
 * of the output are CSV. See docs/benchmarks.md.
 */
final class Bench {

  /** How long a run may last beyond its seconds, for reading, warming up and getting out. */
  private static final int GRACE_SECONDS = 300;

  private final Wanted wanted;
  private final Results results;

  private Bench(Wanted wanted, Results results) {
    this.wanted = wanted;
    this.results = results;
  }

  /**
   * @param args {@link Wanted#USAGE}
   */
  static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 1 && args[0].equals("replan")) {
      ReplanBench.run(args);
      return;
    }
    try {
      var wanted = Wanted.of(args);
      Kind<?, ?> kind = Kind.of(wanted.kind());
      var results = new Results(wanted, kind.bestKnown(wanted.source()));
      new Bench(wanted, results).run(kind);
      results.print();
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage());
      System.exit(2);
    }
  }

  private void run(Kind<?, ?> kind) throws IOException, InterruptedException {
    List<String> names =
        Contenders.all().stream()
            .filter(c -> wanted.wantsSolver(c.name()) && kind.solver(c).isPresent())
            .map(Contender::name)
            .toList();
    for (String instance : kind.instances(wanted.source())) {
      if (!wanted.wantsInstance(instance)) {
        continue;
      }
      for (String solver : names) {
        for (int seed = 1; seed <= wanted.seeds(); seed++) {
          results.add(instance, solver, seed, run(instance, solver, seed));
        }
      }
    }
  }

  private Measured run(String instance, String solver, int seed)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command(instance, solver, seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long limit = wanted.seconds() + wanted.warmUp() + GRACE_SECONDS;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!process.waitFor(limit, TimeUnit.SECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            });
    Measured measured = Measured.failed("the run ended without an answer");
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (Measured.isOne(line)) {
          measured = Measured.read(line);
        } else if (!line.isBlank()) {
          System.out.println("  " + line);
        }
      }
    }
    process.waitFor();
    return measured;
  }

  private List<String> command(String instance, String solver, int seed) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    // Whoever asks how many cores there are is told as many as are allowed.
    command.add("-XX:ActiveProcessorCount=" + wanted.threads());
    command.add("-Duser.language=" + Locale.ENGLISH.getLanguage());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SingleRun.class.getName());
    command.addAll(List.of(wanted.kind(), wanted.source(), instance, solver));
    command.addAll(List.of("" + wanted.seconds(), "" + wanted.threads()));
    command.addAll(List.of("" + seed, "" + wanted.warmUp()));
    return command;
  }
}
