package io.trasa.planning.problem;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planning problem and, once solved, its solution: every technician's day with its stops. What
 * the solver writes has the getters and setters that it asks for.
 */
@PlanningSolution
public class RoutePlan {

  private static final int DEFAULT_LIMIT_SECONDS = 20;

  @PlanningEntityCollectionProperty private List<TechnicianDay> days = List.of();

  @PlanningEntityCollectionProperty @ValueRangeProvider private List<Stop> stops = List.of();

  @ProblemFactCollectionProperty private List<Dependency> dependencies = List.of();

  private ConstraintWeightOverrides<HardMediumSoftScore> weights = ConstraintWeightOverrides.none();

  @PlanningScore private @Nullable HardMediumSoftScore score;

  private int limitSeconds = DEFAULT_LIMIT_SECONDS;

  private @Nullable Long clock;

  private boolean warm;

  private @Nullable Memory memory;

  /** What a search remembers from one step to the next; all clones of a plan share it. */
  public interface Memory {

    /** Iterations so far. */
    long steps();

    /** Places looked at for an insertion so far. */
    long checks();
  }

  /** For the solver's cloning only. */
  RoutePlan() {}

  /**
   * @param stops in the order in which construction should place them
   * @param weights by rule id
   */
  public RoutePlan(
      List<TechnicianDay> days,
      List<Stop> stops,
      ConstraintWeightOverrides<HardMediumSoftScore> weights) {
    this.days = days;
    this.stops = stops;
    this.weights = weights;
  }

  public List<TechnicianDay> getDays() {
    return days;
  }

  public void setDays(List<TechnicianDay> days) {
    this.days = days;
  }

  public List<Stop> getStops() {
    return stops;
  }

  public void setStops(List<Stop> stops) {
    this.stops = stops;
  }

  /** Which visits wait for which. */
  public List<Dependency> getDependencies() {
    return dependencies;
  }

  /** What is said twice counts once. */
  public void setDependencies(List<Dependency> dependencies) {
    this.dependencies = dependencies.stream().distinct().toList();
  }

  public ConstraintWeightOverrides<HardMediumSoftScore> getWeights() {
    return weights;
  }

  public void setWeights(ConstraintWeightOverrides<HardMediumSoftScore> weights) {
    this.weights = weights;
  }

  /** Null until it was scored for the first time. */
  public @Nullable HardMediumSoftScore getScore() {
    return score;
  }

  public void setScore(@Nullable HardMediumSoftScore score) {
    this.score = score;
  }

  /** How long the search may take; it cools down in that time. */
  public int getLimitSeconds() {
    return limitSeconds;
  }

  public void setLimitSeconds(int limitSeconds) {
    this.limitSeconds = limitSeconds;
  }

  /**
   * The limit counts from now on. Call it right before solving: what the solver does before the
   * search begins takes seconds with 10,000 stops. Otherwise it counts from the search's beginning.
   */
  public void startClock() {
    clock = System.nanoTime();
  }

  /** When the limit began to count, as {@link System#nanoTime}; null if from the search's start. */
  public @Nullable Long getClock() {
    return clock;
  }

  /** True if its routes are good already, so that the search begins cool and moves little. */
  public boolean isWarm() {
    return warm;
  }

  public void setWarm(boolean warm) {
    this.warm = warm;
  }

  public @Nullable Memory getMemory() {
    return memory;
  }

  public void setMemory(@Nullable Memory memory) {
    this.memory = memory;
  }

  public long unassignedStops() {
    return stops.stream().filter(s -> s.isVisit() && !s.isHeld() && s.getDay() == null).count();
  }
}
