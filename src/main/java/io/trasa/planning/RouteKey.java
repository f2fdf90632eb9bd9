package io.trasa.planning;

import java.time.LocalDate;
import java.util.UUID;

/** Which route of a plan: whose, on which day. */
public record RouteKey(UUID technicianId, LocalDate day) {

  static RouteKey of(PlannedRoute route) {
    return new RouteKey(route.technicianId(), route.day());
  }
}
