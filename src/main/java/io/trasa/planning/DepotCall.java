package io.trasa.planning;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.List;
import java.util.Optional;

/** The call at the depot that a route of the engine makes. */
final class DepotCall {

  private final TechnicianDay day;
  private final List<Stop> stops;
  private final Timetable times;
  private final int at;

  private DepotCall(TechnicianDay day, List<Stop> stops, Timetable times, int at) {
    this.day = day;
    this.stops = stops;
    this.times = times;
    this.at = at;
  }

  /** Empty if the route makes none. */
  static Optional<DepotCall> on(TechnicianDay day, List<Stop> stops, Timetable times) {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).isCall() && times.isTaken(i)) {
        return Optional.of(new DepotCall(day, stops, times, i));
      }
    }
    return Optional.empty();
  }

  /**
   * Writes it into the stored route, with what the van lacks for all visits from here on.
   *
   * @param earlier how many more of the day's visits come before these
   */
  void write(PlannedRoute into, Horizon horizon, Supply supply, int earlier) {
    Supply.Depot depot = supply.depot().orElseThrow();
    int before =
        (int) stops.subList(0, at).stream().filter(s -> s.isVisit() && !s.isHeld()).count();
    into.call(
        new PlannedCall(
            earlier + before,
            horizon.instant(times.start(at)),
            horizon.instant(times.end(at)),
            times.driveTo(at),
            times.metresTo(at),
            depot.address(),
            depot.place().lat(),
            depot.place().lon()),
        supply.lacking(day.stock(), stops));
  }
}
