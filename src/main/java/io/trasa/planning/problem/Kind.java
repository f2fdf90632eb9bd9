package io.trasa.planning.problem;

/**
 * What a stop is: work at a customer's, a break, or a call at the depot to fetch what is missing.
 */
public enum Kind {
  VISIT,
  BREAK,
  DEPOT
}
