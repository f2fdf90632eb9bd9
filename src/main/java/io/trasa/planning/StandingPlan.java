package io.trasa.planning;

import io.trasa.planning.advice.Route;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.problem.Stop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The plan that holds for some days, in memory, with the way back to people and true times.
 *
 * @param stamps of the plans it was read from
 * @param forced by the stop's id: what a dispatcher put there against the rules
 */
record StandingPlan(
    Problem problem, Standing standing, List<PlanStamp> stamps, Map<String, Forced> forced) {

  Horizon horizon() {
    return problem.horizon();
  }

  UUID technicianId(int day) {
    return problem.technicianId(standing.route(day).day());
  }

  LocalDate date(int day) {
    return problem.date(standing.route(day).day());
  }

  /** The index of the technician's day, or −1 if he has no shift then. */
  int indexOf(UUID technicianId, LocalDate date) {
    for (int day = 0; day < standing.routes().size(); day++) {
      if (technicianId(day).equals(technicianId) && date(day).equals(date)) {
        return day;
      }
    }
    return -1;
  }

  /** The index of a day by the engine's name of it. */
  int indexOf(String dayId) {
    for (int day = 0; day < standing.routes().size(); day++) {
      if (standing.route(day).day().getId().equals(dayId)) {
        return day;
      }
    }
    return -1;
  }

  Route route(int day) {
    return standing.route(day);
  }

  List<Stop> stops(UUID visitId) {
    return standing.stops(visitId);
  }
}
