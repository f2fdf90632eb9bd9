package io.trasa.bench;

import io.trasa.bench.RichDay.Step;
import java.util.List;
import java.util.Optional;

/** Trasa as in production. */
final class Trasa implements Contender {

  @Override
  public String name() {
    return "trasa";
  }

  @Override
  public Optional<Solver<Vrptw, List<int[]>>> vrptw() {
    return Optional.of(TrasaVrptw::solve);
  }

  @Override
  public Optional<Solver<Trsp, List<int[]>>> trsp() {
    return Optional.of(TrasaTrsp::solve);
  }

  @Override
  public Optional<Solver<RichDay, List<List<Step>>>> rich() {
    return Optional.of(TrasaRich::solve);
  }
}
