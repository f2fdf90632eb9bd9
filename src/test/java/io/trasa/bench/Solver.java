package io.trasa.bench;

/**
 * One solver's way with one kind of problem.
 *
 * @param <P> the problem, as read
 * @param <A> the answer, as the verifier takes it
 */
@FunctionalInterface
interface Solver<P, A> {

  /**
   * Searches until the time is up.
   *
   * @param trail told of each better value on the way
   */
  A solve(P problem, Terms terms, Trail trail);
}
