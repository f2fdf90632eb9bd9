package io.trasa.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planning job as pages see it, asked for or told live.
 *
 * @param costMinutes in the curve: the wishes' cost, a minute of driving being 1
 * @param kpis of the stored plan, once it is
 * @param faults what no plan can put right, found before the search began
 */
public record JobView(
    UUID id,
    LocalDate from,
    int days,
    JobState state,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    int limitSeconds,
    long elapsedMillis,
    @Nullable Score score,
    int planned,
    int unassigned,
    int driveSeconds,
    int driveMetres,
    int betterPlans,
    @Nullable Instant lastBetterAt,
    @Nullable UUID planId,
    @Nullable PlanKpis kpis,
    @Nullable String error,
    List<SolveProgress.Point> curve,
    List<FaultView> faults) {

  /** Zero is best on each level; broken hard rules, weight of visits left out, cost of wishes. */
  public record Score(long hard, long medium, long soft) {}

  /** What is wrong with a visit, and the other visit that it does not go together with. */
  public record FaultView(Unplanned.Reason rule, UUID visitId, @Nullable UUID otherVisitId) {}

  public static JobView of(SolveJob job, Instant now) {
    SolveProgress progress = job.progress();
    Instant until = job.endedAt() == null ? now : job.endedAt();
    return new JobView(
        job.id(),
        job.horizon().from(),
        job.horizon().days(),
        job.state(),
        job.startedBy(),
        job.startedAt(),
        job.endedAt(),
        job.limitSeconds(),
        Duration.between(job.startedAt(), until).toMillis(),
        progress.score(),
        progress.planned(),
        progress.unassigned(),
        progress.driveSeconds(),
        progress.driveMetres(),
        progress.betterPlans(),
        progress.lastBetterAt(),
        job.planId(),
        progress.kpis(),
        job.error(),
        progress.curve(),
        progress.faults().stream()
            .map(f -> new FaultView(Unplanned.Reason.of(f.kind()), f.visit(), f.other()))
            .toList());
  }
}
