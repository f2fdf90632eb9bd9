package io.trasa.common;

/** How heavily something weighs when not everything fits; from light to heavy. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT;

  /** The heavier of the two. */
  public Priority max(Priority other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
