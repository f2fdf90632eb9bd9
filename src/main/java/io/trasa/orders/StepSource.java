package io.trasa.orders;

/** Where a step came from. */
public enum StepSource {
  /** Somebody at a desk. */
  OFFICE,
  /** A plan that was made or published. */
  PLAN,
  /** The technician's phone. */
  PHONE
}
