package io.trasa.planning.open;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Fault;
import io.trasa.planning.rules.Policy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An {@link OpenProblem} in the engine's words, with the way back to its sender's.
 *
 * @param zero the instant at which the engine's seconds begin
 * @param shifts in the order of the plan's days
 * @param visits ids by the engine's number, see {@link #number}
 * @param faults what no plan can put right
 * @param leftOut stops of visits that are not in the plan because of their faults
 */
record Reading(
    RoutePlan plan,
    Policy policy,
    Instant zero,
    int seconds,
    List<ShiftOf> shifts,
    List<String> visits,
    List<Fault> faults,
    List<Stop> leftOut) {

  /** One technician's shift, by its number from 0. */
  record ShiftOf(String technician, int shift) {}

  /** The engine's id of a visit, by its place in the problem. */
  static UUID number(int visit) {
    return new UUID(0, visit);
  }

  String visit(UUID id) {
    return visits.get((int) id.getLeastSignificantBits());
  }

  ShiftOf shift(TechnicianDay day) {
    return shifts.get(Integer.parseInt(day.getId()));
  }

  Instant at(int second) {
    return zero.plusSeconds(second);
  }
}
