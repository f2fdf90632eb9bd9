package io.trasa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of problems: where they come from and who judges the answers.
 *
 * @param <P> the problem
 * @param <A> the answer
 */
interface Kind<P, A> {

  /**
   * The names of the instances that there are.
   *
   * @param source as on the command line
   */
  List<String> instances(String source) throws IOException;

  P read(String source, String instance) throws IOException;

  Optional<Solver<P, A>> solver(Contender contender);

  /** What is wrong with an answer first; empty if nothing. */
  Optional<String> fault(P problem, A answer);

  /** What an answer costs, in the unit of the best known values. */
  double value(P problem, A answer);

  /** An answer to be read by people. */
  String told(A answer);

  BestKnown bestKnown(String source) throws IOException;

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static Kind<?, ?> of(String name) {
    return switch (name) {
      case "vrptw" -> new VrptwKind();
      default -> throw new IllegalArgumentException("No such kind of problems: " + name);
    };
  }

  /** Instances that are files of a folder. */
  static List<String> files(String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  /** Vehicle routing with time windows, files of Solomon's form. */
  final class VrptwKind implements Kind<Vrptw, List<int[]>> {

    @Override
    public List<String> instances(String source) throws IOException {
      return files(source);
    }

    @Override
    public Vrptw read(String source, String instance) throws IOException {
      return Vrptw.read(Path.of(source, instance));
    }

    @Override
    public Optional<Solver<Vrptw, List<int[]>>> solver(Contender contender) {
      return contender.vrptw();
    }

    @Override
    public Optional<String> fault(Vrptw problem, List<int[]> answer) {
      return VrptwVerifier.fault(problem, answer);
    }

    @Override
    public double value(Vrptw problem, List<int[]> answer) {
      return VrptwVerifier.value(problem, answer) / 10.0;
    }

    @Override
    public String told(List<int[]> answer) {
      return answer.stream()
          .filter(route -> route.length > 0)
          .map(Arrays::toString)
          .collect(Collectors.joining("\n"));
    }

    @Override
    public BestKnown bestKnown(String source) throws IOException {
      return BestKnown.read(source, List.of("dimacs_bks_2022", "cvrplib_bks_2026"));
    }
  }
}
