package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One making of a plan, from the press of the button to the stored draft; safe between threads. */
public final class SolveJob {

  static final int MAX_CURVE = 200;

  private final UUID id;
  private final Horizon horizon;
  private final int limitSeconds;
  private final String startedBy;
  private final Instant startedAt;

  private JobState state = JobState.QUEUED;
  private boolean stopAsked;
  private @Nullable Instant endedAt;
  private @Nullable Instant lastBetterAt;
  private @Nullable Problem problem;
  private @Nullable RoutePlan best;
  private @Nullable UUID planId;
  private @Nullable String error;
  private Numbers numbers = Numbers.NONE;
  private int betterPlans;
  private final List<Point> curve = new ArrayList<>();

  SolveJob(UUID id, Horizon horizon, int limitSeconds, String startedBy, Instant startedAt) {
    this.id = id;
    this.horizon = horizon;
    this.limitSeconds = limitSeconds;
    this.startedBy = startedBy;
    this.startedAt = startedAt;
  }

  /** The best plan so far in numbers; driving of all its days. */
  public record Numbers(
      @Nullable HardMediumSoftScore score,
      int planned,
      int unassigned,
      int driveSeconds,
      int driveMetres) {
    static final Numbers NONE = new Numbers(null, 0, 0, 0, 0);
  }

  /** One point of the curve that shows how the plan got better. */
  public record Point(long millis, int unassigned, long costMinutes) {}

  /** Everything about the job at one moment. */
  public record Snapshot(
      UUID id,
      Horizon horizon,
      JobState state,
      int limitSeconds,
      String startedBy,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Instant lastBetterAt,
      @Nullable UUID planId,
      @Nullable String error,
      Numbers numbers,
      int betterPlans,
      List<Point> curve,
      List<Fault> faults) {}

  synchronized Snapshot snapshot() {
    return new Snapshot(
        id,
        horizon,
        state,
        limitSeconds,
        startedBy,
        startedAt,
        endedAt,
        lastBetterAt,
        planId,
        error,
        numbers,
        betterPlans,
        List.copyOf(curve),
        problem == null ? List.of() : problem.faults());
  }

  public UUID id() {
    return id;
  }

  Horizon horizon() {
    return horizon;
  }

  String startedBy() {
    return startedBy;
  }

  synchronized boolean isActive() {
    return state.isActive();
  }

  synchronized void begin(Problem problem) {
    this.problem = problem;
    this.state = JobState.RUNNING;
  }

  synchronized void better(RoutePlan plan, Instant now) {
    best = plan;
    lastBetterAt = now;
    betterPlans++;
    numbers = numbersOf(plan);
    addPoint(Duration.between(startedAt, now).toMillis());
  }

  /** Remembers that a person ended it, and says whether it was still under way. */
  synchronized boolean askToStop() {
    stopAsked = state.isActive();
    return stopAsked;
  }

  synchronized void end(UUID planId, RoutePlan plan, Instant now) {
    this.best = plan;
    this.numbers = numbersOf(plan);
    this.planId = planId;
    this.state = stopAsked ? JobState.STOPPED : JobState.DONE;
    this.endedAt = now;
  }

  synchronized void fail(String reason, Instant now) {
    this.error = reason;
    this.state = JobState.FAILED;
    this.endedAt = now;
  }

  synchronized @Nullable Problem problem() {
    return problem;
  }

  synchronized @Nullable RoutePlan best() {
    return best;
  }

  /** When the curve is full every second point goes, so that its shape stays. */
  private void addPoint(long millis) {
    if (curve.size() >= MAX_CURVE) {
      for (int i = curve.size() - 2; i > 0; i -= 2) {
        curve.remove(i);
      }
    }
    var score = numbers.score();
    long soft = score == null ? 0 : -score.softScore();
    curve.add(new Point(millis, numbers.unassigned(), soft / 60));
  }

  private Numbers numbersOf(RoutePlan plan) {
    int driveSeconds = 0;
    int driveMetres = 0;
    for (TechnicianDay day : plan.getDays()) {
      var times = Timetable.of(day);
      driveSeconds += times.driveSeconds();
      driveMetres += times.driveMetres();
    }
    long visits =
        plan.getStops().stream().filter(Stop::isVisit).map(s -> s.visit()).distinct().count();
    long out =
        plan.getStops().stream()
            .filter(s -> s.isVisit() && s.getDay() == null)
            .map(s -> s.visit())
            .distinct()
            .count();
    long faulty =
        problem == null ? 0 : problem.leftOut().stream().map(Stop::visit).distinct().count();
    return new Numbers(
        plan.getScore(), (int) (visits - out), (int) (out + faulty), driveSeconds, driveMetres);
  }
}
