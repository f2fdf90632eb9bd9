package io.trasa.people;

import java.util.UUID;

/**
 * A skill or territory is about to be removed, in the running transaction. Who still needs it
 * throws.
 */
public record Removal(Kind kind, UUID id, String name) {

  /** What is removed. */
  public enum Kind {
    SKILL,
    TERRITORY
  }
}
