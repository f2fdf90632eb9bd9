package io.trasa.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * One run of one solver in a process of its own, so that its peak of memory is its own and nothing
 * is left from another: {@code kind source instance solver seconds threads seed warm-up-seconds}.
 * The last line of the output is {@link Measured#line}.
 */
final class SingleRun {

  private SingleRun() {}

  static void main(String[] args) throws IOException {
    quieten();
    var terms =
        new Terms(Integer.parseInt(args[4]), Integer.parseInt(args[5]), Long.parseLong(args[6]));
    var measured =
        run(Kind.of(args[0]), args[1], args[2], args[3], terms, Integer.parseInt(args[7]));
    System.out.println();
    System.out.println(measured.line());
    // A library's idle threads must not keep the process alive.
    System.exit(0);
  }

  /** What libraries log on every step would be measured with them. */
  private static void quieten() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.ERROR);
    }
  }

  private static <P, A> Measured run(
      Kind<P, A> kind, String source, String instance, String name, Terms terms, int warmUp)
      throws IOException {
    P problem = kind.read(source, instance);
    Solver<P, A> solver = kind.solver(Contenders.named(name)).orElseThrow();
    if (warmUp > 0) {
      solver.solve(problem, new Terms(warmUp, terms.threads(), terms.seed() + 1), new Trail());
    }
    var trail = new Trail();
    A answer = solver.solve(problem, terms, trail);
    double took = trail.second();
    Optional<String> fault = kind.fault(problem, answer);
    double value = fault.isEmpty() ? kind.value(problem, answer) : Double.NaN;
    var best = kind.bestKnown(source).of(instance);
    if (best.isPresent() && value < best.getAsDouble() - 1e-3) {
      System.out.println(instance + ": " + value + " is below the best known, by");
      System.out.println(kind.told(answer));
    }
    return new Measured(
        value,
        fault.orElse(""),
        took,
        trail.firstSecond(),
        trail.nearSecond(),
        trail.steps(),
        trail.checks(),
        peakMebibytes());
  }

  private static long peakMebibytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      List<String> lines = Files.readAllLines(status);
      return lines.stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .mapToLong(pool -> pool.getPeakUsage().getUsed() >> 20)
        .sum();
  }
}
