package io.trasa.bench;

import java.util.List;
import java.util.Optional;

/**
 * A program that takes part, and the kinds of problems it can solve. Found as a service, so that
 * those that need libraries of their own need not be there.
 */
interface Contender {

  /** As in the tables, in lower case. */
  String name();

  /** The answer is a route for each vehicle: the customers' numbers, in order. */
  default Optional<Solver<Vrptw, List<int[]>>> vrptw() {
    return Optional.empty();
  }

  /** The answer is a route for each technician: requests' numbers, and 0 for the depot. */
  default Optional<Solver<Trsp, List<int[]>>> trsp() {
    return Optional.empty();
  }

  /** The answer is a list of steps for each technician. */
  default Optional<Solver<RichDay, List<List<RichDay.Step>>>> rich() {
    return Optional.empty();
  }
}
