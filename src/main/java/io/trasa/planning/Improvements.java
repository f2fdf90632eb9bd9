package io.trasa.planning;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Watches how a search gets better and tells it in numbers; safe between threads. */
final class Improvements {

  static final int MAX_CURVE = 200;

  private final Instant startedAt;
  private final List<SolveProgress.Point> curve;
  private SolveProgress latest;
  private @Nullable Problem problem;
  private @Nullable RoutePlan best;

  /**
   * @param before what was told by the node that had the job before
   */
  Improvements(Instant startedAt, SolveProgress before) {
    this.startedAt = startedAt;
    this.latest = before;
    this.curve = new ArrayList<>(before.curve());
  }

  /** A problem and the best plan of it so far. */
  record Best(Problem problem, RoutePlan plan) {}

  synchronized void begin(Problem problem) {
    this.problem = problem;
    this.best = null;
    latest = latest.with(problem.faults());
  }

  synchronized void better(RoutePlan plan, Instant now) {
    best = plan;
    int unassigned = unassigned(plan);
    var score = plan.getScore();
    addPoint(
        new SolveProgress.Point(
            Duration.between(startedAt, now).toMillis(),
            unassigned,
            score == null ? 0 : -score.softScore() / 60));
    latest = numbers(plan, latest.betterPlans() + 1, now);
  }

  /** The search has ended with this plan, which may be the one that it began with. */
  synchronized void settle(RoutePlan plan) {
    best = plan;
    latest = numbers(plan, latest.betterPlans(), latest.lastBetterAt());
  }

  private SolveProgress numbers(RoutePlan plan, int betterPlans, @Nullable Instant lastBetterAt) {
    int driveSeconds = 0;
    int driveMetres = 0;
    // As the plan will be stored.
    Set<UUID> incomplete = PlanWriter.dropIncompleteCrews(plan);
    for (TechnicianDay day : plan.getDays()) {
      var times =
          Timetable.of(
              day, day.getStops().stream().filter(s -> !incomplete.contains(s.visit())).toList());
      driveSeconds += times.driveSeconds();
      driveMetres += times.driveMetres();
    }
    var score = plan.getScore();
    return new SolveProgress(
        score == null
            ? null
            : new JobView.Score(score.hardScore(), score.mediumScore(), score.softScore()),
        visits(plan) - out(plan),
        unassigned(plan),
        driveSeconds,
        driveMetres,
        betterPlans,
        lastBetterAt,
        List.copyOf(curve),
        null,
        latest.faults());
  }

  synchronized SolveProgress progress() {
    return latest;
  }

  /** Null before there is one of the problem that is searched now. */
  synchronized @Nullable Best best() {
    return problem == null || best == null ? null : new Best(problem, best);
  }

  /** When the curve is full every second point goes, so that its shape stays. */
  private void addPoint(SolveProgress.Point point) {
    if (curve.size() >= MAX_CURVE) {
      for (int i = curve.size() - 2; i > 0; i -= 2) {
        curve.remove(i);
      }
    }
    curve.add(point);
  }

  private static int visits(RoutePlan plan) {
    return (int) plan.getStops().stream().filter(Stop::isVisit).map(Stop::visit).distinct().count();
  }

  private static int out(RoutePlan plan) {
    return (int)
        plan.getStops().stream()
            .filter(s -> s.isVisit() && !s.isHeld() && s.getDay() == null)
            .map(Stop::visit)
            .distinct()
            .count();
  }

  private int unassigned(RoutePlan plan) {
    if (problem == null) {
      return out(plan);
    }
    long faulty = problem.leftOut().stream().map(Stop::visit).distinct().count();
    return out(plan) + (int) faulty + problem.incomplete().size();
  }
}
