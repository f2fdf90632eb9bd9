package io.trasa.customers;

import io.trasa.common.InvalidInputException;
import java.util.Set;
import java.util.UUID;

/**
 * Whom a customer wants to be sent.
 *
 * @param preferred technicians who are sent rather than others
 * @param excluded technicians who are never sent
 */
public record TechnicianWishes(Set<UUID> preferred, Set<UUID> excluded) {

  public static final TechnicianWishes NONE = new TechnicianWishes(Set.of(), Set.of());

  /**
   * @throws InvalidInputException if somebody is both
   */
  public TechnicianWishes {
    preferred = Set.copyOf(preferred);
    excluded = Set.copyOf(excluded);
    for (UUID technician : preferred) {
      if (excluded.contains(technician)) {
        throw new InvalidInputException(
            "excludedTechnicianIds", technician, "is preferred too", "Take one of both out.");
      }
    }
  }
}
