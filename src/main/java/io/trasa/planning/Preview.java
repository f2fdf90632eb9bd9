package io.trasa.planning;

import io.trasa.planning.rules.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change would make of the plan.
 *
 * @param plans the plans that it was tried on
 * @param keepsHardRules false if a hard rule would be broken more than before
 * @param more what it costs more than now
 * @param broken the hard rules that are then broken on the routes that change, and by how much
 * @param routes those that change, as they would be
 */
public record Preview(
    List<PlanStamp> plans,
    boolean keepsHardRules,
    Cost more,
    List<Broken> broken,
    List<RouteChange> routes) {

  /**
   * A hard rule that is broken.
   *
   * @param anew true if it is not broken there now, or less
   */
  public record Broken(
      Rule rule,
      Rule.Unit unit,
      long amount,
      @Nullable UUID visitId,
      UUID technicianId,
      LocalDate day,
      boolean anew) {}

  /** A technician's day before and after. */
  public record RouteChange(
      UUID technicianId, LocalDate day, DayTimes before, DayTimes after, List<StopTimes> stops) {}

  /** A day as a whole; with no work departure and homecoming are the shift's begin. */
  public record DayTimes(
      Instant departure, Instant home, int driveSeconds, int driveMetres, int overtimeSeconds) {}

  /**
   * When a visit would be reached, begun and done.
   *
   * @param startsNow when it begins as things stand; null if it is on no route now
   */
  public record StopTimes(
      UUID visitId,
      int member,
      Instant arrival,
      Instant start,
      Instant end,
      int driveSeconds,
      boolean pinned,
      @Nullable Instant startsNow) {}
}
