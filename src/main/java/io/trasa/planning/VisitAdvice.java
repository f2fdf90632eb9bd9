package io.trasa.planning;

import io.trasa.planning.rules.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a visit is where it is, or why it is nowhere.
 *
 * @param parts one per member of its crew
 */
public record VisitAdvice(UUID visitId, List<PlanStamp> plans, List<Part> parts) {

  /**
   * One technician's part.
   *
   * @param here where it stands; null while it is on no route
   * @param forced the dispatcher's word that it stays there; null unless it was put there against
   *     the rules
   * @param alternatives the cheapest place of each technician whose day can take it, the cheapest
   *     first; beside a place of its own, also elsewhere on the same technician's days
   * @param obstacles of the other technicians, whom least keeps away first; of a crew's part,
   *     measured for it alone
   */
  public record Part(
      int member,
      @Nullable Here here,
      @Nullable Forced forced,
      List<Alternative> alternatives,
      List<Obstructed> obstacles) {}

  /**
   * @param cost what the visit costs there: by so much the plan without it would be cheaper
   */
  public record Here(
      UUID technicianId, LocalDate day, int position, Instant start, Instant end, Cost cost) {}

  /**
   * Another place.
   *
   * @param withCall true if the technician had to call at the warehouse for it, and does not yet
   * @param more what the plan would cost more with the visit there than as it is
   */
  public record Alternative(
      UUID technicianId, LocalDate day, int position, Instant start, boolean withCall, Cost more) {}

  /**
   * What stands against one technician, at the place where least does.
   *
   * @param relaxations which all together would let the visit stand there; empty if none would
   */
  public record Obstructed(
      UUID technicianId,
      LocalDate day,
      int position,
      List<Missing> broken,
      List<Allowing> relaxations,
      Cost more) {}

  /** By how much a hard rule would be broken. */
  public record Missing(Rule rule, Rule.Unit unit, long amount) {}

  /**
   * What would have to be allowed.
   *
   * @param visitId whose times, skills or people; null where it is the technician's day
   * @param amount by how much, in the rule's unit; of DEPENDENCY 0 where the visit must not wait at
   *     all
   * @param skillId to be learnt up to the level; null but for skills
   * @param waitsForVisitId that is waited for no longer; null but for dependencies
   * @param parts to be brought; empty but for parts
   */
  public record Allowing(
      Rule rule,
      Rule.Unit unit,
      long amount,
      @Nullable UUID visitId,
      @Nullable UUID skillId,
      @Nullable Integer level,
      @Nullable UUID waitsForVisitId,
      List<FetchedPart> parts) {}
}
