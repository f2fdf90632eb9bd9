package io.trasa.planning.open;

import io.trasa.planning.problem.Kind;
import io.trasa.planning.rules.Fault;
import io.trasa.planning.rules.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan for an {@link OpenProblem}. Lengths are in seconds, distances in metres, costs in seconds
 * of driving.
 *
 * @param cost what all wishes cost together; lower is better
 * @param broken how much of hard rules is broken, by what is pinned; 0 is none
 * @param points of the visits left out
 * @param totals what each rule says; their costs add up to {@code cost}, {@code broken} and {@code
 *     points}, each on its level
 */
public record OpenPlan(
    long cost,
    long broken,
    long points,
    List<Total> totals,
    List<Route> routes,
    List<Unplanned> unplanned,
    List<Wrong> faults) {

  /** How much of a rule, in its unit, and what that costs on its level. */
  public record Total(Rule rule, Rule.Level level, long amount, Rule.Unit unit, long cost) {}

  /**
   * One technician's shift with work in it.
   *
   * @param leaves the latest leaving that is early enough
   * @param findings what the rules say of the shift as a whole
   */
  public record Route(
      String technician,
      int shift,
      Instant leaves,
      Instant home,
      int driveSeconds,
      int driveMetres,
      int workSeconds,
      int waitSeconds,
      int driveHomeSeconds,
      int driveHomeMetres,
      List<Step> steps,
      List<Total> findings) {}

  /**
   * A visit, a break or a call at the depot.
   *
   * @param visit null unless it is a visit
   * @param number of the break in the shift, from 0; 0 otherwise
   */
  public record Step(
      Kind kind,
      @Nullable String visit,
      int number,
      int member,
      Instant arrival,
      Instant start,
      Instant end,
      int driveSeconds,
      int driveMetres,
      List<Total> findings) {}

  /** A visit on no route, and for each technician what keeps it away, the nearest first. */
  public record Unplanned(String visit, List<Obstacle> obstacles) {}

  /**
   * What keeps a visit off a technician's days.
   *
   * @param rule UNASSIGNED if it would fit by itself: others took the time
   * @param amount in the rule's unit: how much is missing
   */
  public record Obstacle(String technician, Rule rule, long amount, Rule.Unit unit) {}

  /** What no plan can put right, and the other visit that it does not go together with. */
  public record Wrong(Fault.Kind kind, String visit, @Nullable String other) {}
}
