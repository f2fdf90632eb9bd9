package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.orders.VisitBrief;
import io.trasa.people.Technician;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Fault;
import io.trasa.routing.PlaceProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A planning problem with the way back from the engine's indexes to people and visits.
 *
 * @param policy what the wishes are weighed by
 * @param technicians by the index that {@link TechnicianDay#technician} gives
 * @param dates the calendar day of each technician's day, by its id
 * @param incomplete visits whose orders lack data; they are not in the route plan
 * @param badPlaces visits that nobody can drive to, wherever he comes from
 * @param faults what no plan can put right
 * @param leftOut the stops of visits that are not in the route plan because of their faults
 * @param skills by the index that stops and days ask with
 * @param places the index of each place in the matrices
 * @param supply what vans carry and visits need of parts
 * @param held visits that stay where they are although nobody has pinned them
 */
record Problem(
    Horizon horizon,
    PolicyRevision policy,
    RoutePlan routePlan,
    List<Technician> technicians,
    Map<String, LocalDate> dates,
    List<VisitBrief> incomplete,
    Map<UUID, PlaceProblem> badPlaces,
    List<Fault> faults,
    List<Stop> leftOut,
    List<UUID> skills,
    Map<Coordinates, Integer> places,
    Supply supply,
    Set<UUID> held) {

  /** The same, with the way to more places' indexes. */
  Problem knowing(Map<Coordinates, Integer> morePlaces) {
    return new Problem(
        horizon,
        policy,
        routePlan,
        technicians,
        dates,
        incomplete,
        badPlaces,
        faults,
        leftOut,
        skills,
        Map.copyOf(morePlaces),
        supply,
        held);
  }

  UUID technicianId(TechnicianDay day) {
    return technicians.get(day.technician()).id();
  }

  LocalDate date(TechnicianDay day) {
    return dates.getOrDefault(day.getId(), horizon.from());
  }
}
