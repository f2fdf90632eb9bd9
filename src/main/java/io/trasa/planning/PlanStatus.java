package io.trasa.planning;

/** The life of a plan. */
public enum PlanStatus {
  /** Proposed by the engine; nobody was told. */
  DRAFT,
  /** Sent to the technicians. */
  PUBLISHED
}
