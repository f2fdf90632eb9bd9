package io.trasa.bench;

import io.trasa.bench.RichDay.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A kind of problems: where they come from and who judges the answers.
 *
 * @param <P> the problem
 * @param <A> the answer
 */
interface Kind<P, A> {

  /** Of the files of instances. */
  String ENDING = ".txt";

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
      case "trsp" -> new TrspKind();
      case "rich" -> new RichKind();
      default -> throw new IllegalArgumentException("No such kind of problems: " + name);
    };
  }

  /** Instances that are files of a folder, without the ending. */
  private static List<String> files(String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  private static String routes(List<int[]> answer) {
    return IntStream.range(0, answer.size())
        .filter(v -> answer.get(v).length > 0)
        .mapToObj(v -> (v + 1) + ": " + Arrays.toString(answer.get(v)))
        .collect(Collectors.joining("\n"));
  }

  /** Vehicle routing with time windows, files of Solomon's form. */
  final class VrptwKind implements Kind<Vrptw, List<int[]>> {

    @Override
    public List<String> instances(String source) throws IOException {
      return files(source);
    }

    @Override
    public Vrptw read(String source, String instance) throws IOException {
      return Vrptw.read(Path.of(source, instance + ENDING));
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
      return routes(answer);
    }

    @Override
    public BestKnown bestKnown(String source) throws IOException {
      return BestKnown.read(source, List.of("dimacs_bks_2022", "cvrplib_bks_2026"));
    }
  }

  /** Technician routing and scheduling, files as its authors wrote them. */
  final class TrspKind implements Kind<Trsp, List<int[]>> {

    @Override
    public List<String> instances(String source) throws IOException {
      return files(source);
    }

    @Override
    public Trsp read(String source, String instance) throws IOException {
      return Trsp.read(Path.of(source, instance + ENDING));
    }

    @Override
    public Optional<Solver<Trsp, List<int[]>>> solver(Contender contender) {
      return contender.trsp();
    }

    @Override
    public Optional<String> fault(Trsp problem, List<int[]> answer) {
      return TrspVerifier.fault(problem, answer);
    }

    @Override
    public double value(Trsp problem, List<int[]> answer) {
      return TrspVerifier.value(problem, answer);
    }

    @Override
    public String told(List<int[]> answer) {
      return routes(answer);
    }

    @Override
    public BestKnown bestKnown(String source) throws IOException {
      return BestKnown.read(source, List.of("duration"));
    }
  }

  /** Made-up days of field service. */
  final class RichKind implements Kind<RichDay, List<List<Step>>> {

    @Override
    public List<String> instances(String source) {
      return List.of(source.split(","));
    }

    @Override
    public RichDay read(String source, String instance) {
      return RichDays.of(instance);
    }

    @Override
    public Optional<Solver<RichDay, List<List<Step>>>> solver(Contender contender) {
      return contender.rich();
    }

    @Override
    public Optional<String> fault(RichDay problem, List<List<Step>> answer) {
      return RichVerifier.fault(problem, answer);
    }

    @Override
    public double value(RichDay problem, List<List<Step>> answer) {
      return RichVerifier.value(problem, answer);
    }

    @Override
    public String told(List<List<Step>> answer) {
      return answer.toString();
    }

    @Override
    public BestKnown bestKnown(String source) {
      return BestKnown.NOTHING;
    }
  }
}
