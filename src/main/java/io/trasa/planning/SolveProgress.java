package io.trasa.planning;

import io.trasa.planning.rules.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a planning job has come: its best plan so far in numbers, driving of all its days.
 *
 * @param curve how the plan got better, thinned out
 * @param kpis of the plan as it is stored at the end; the numbers above are the same then
 * @param faults what no plan can put right, found before the search began
 */
record SolveProgress(
    JobView.@Nullable Score score,
    int planned,
    int unassigned,
    int driveSeconds,
    int driveMetres,
    int betterPlans,
    @Nullable Instant lastBetterAt,
    List<Point> curve,
    @Nullable PlanKpis kpis,
    List<Fault> faults) {

  static final SolveProgress NONE =
      new SolveProgress(null, 0, 0, 0, 0, 0, null, List.of(), null, List.of());

  /** One point of the curve that shows how the plan got better. */
  public record Point(long millis, int unassigned, long costMinutes) {}

  SolveProgress with(List<Fault> found) {
    return new SolveProgress(
        score,
        planned,
        unassigned,
        driveSeconds,
        driveMetres,
        betterPlans,
        lastBetterAt,
        curve,
        kpis,
        found);
  }

  /** Ended with a plan that was measured. */
  SolveProgress with(PlanKpis measured) {
    return new SolveProgress(
        score,
        measured.planned(),
        measured.unassigned(),
        Math.toIntExact(measured.driveSeconds()),
        Math.toIntExact(measured.driveMetres()),
        betterPlans,
        lastBetterAt,
        curve,
        measured,
        faults);
  }
}
