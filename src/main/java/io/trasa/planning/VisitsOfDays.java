package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which visits some days have to do with: what is on their routes, and what could still be. */
final class VisitsOfDays {

  /** Visits that nobody drives to any more. */
  static final Set<VisitStatus> GONE =
      EnumSet.of(VisitStatus.CANCELLED, VisitStatus.FAILED, VisitStatus.ON_HOLD);

  private VisitsOfDays() {}

  /** What is on these routes, and what is open on these days and planned on no other. */
  static List<VisitBrief> of(
      Horizon horizon, Collection<PlannedRoute> routes, Collection<VisitBrief> visits) {
    Set<UUID> onRoutes = onRoutes(routes);
    return visits.stream()
        .filter(visit -> !GONE.contains(visit.status()))
        .filter(
            visit ->
                onRoutes.contains(visit.id())
                    || visit.plannedStart() == null
                    || horizon.contains(visit.plannedStart()))
        .toList();
  }

  static Set<UUID> onRoutes(Collection<PlannedRoute> routes) {
    return routes.stream()
        .flatMap(route -> route.visits().stream())
        .map(PlannedVisit::visitId)
        .collect(Collectors.toSet());
  }
}
