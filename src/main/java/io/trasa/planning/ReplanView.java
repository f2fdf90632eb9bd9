package io.trasa.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replanning as pages see it.
 *
 * @param firstMillis how long the first proposal took; null before there is one
 * @param proposal null before there is one
 * @param accepted what accepting did; null before
 */
public record ReplanView(
    UUID id,
    LocalDate day,
    Replan.State state,
    String startedBy,
    Instant startedAt,
    @Nullable Long firstMillis,
    @Nullable Instant lastBetterAt,
    @Nullable Proposal proposal,
    Replan.@Nullable Accepted accepted) {

  /**
   * How the proposal differs from the plan that holds.
   *
   * @param shiftedMinutes of all moved visits together, in either direction
   * @param overtimeSecondsBefore if nobody does anything
   * @param costMinutes what the wishes cost for the rest of the day, the changes' own price
   *     included; a minute of driving is 1
   */
  public record Proposal(
      int moved,
      int otherTechnician,
      int shiftedMinutes,
      int dropped,
      int promisesBroken,
      int driveSecondsBefore,
      int driveSeconds,
      int driveMetresBefore,
      int driveMetres,
      int overtimeSecondsBefore,
      int overtimeSeconds,
      long costMinutes,
      List<ReplanProposal.Change> changes) {}

  static ReplanView of(Replan replan) {
    var best = replan.best();
    Instant first = replan.firstAt();
    return new ReplanView(
        replan.id(),
        day(replan),
        replan.state(),
        replan.startedBy(),
        replan.startedAt(),
        first == null ? null : Duration.between(replan.startedAt(), first).toMillis(),
        replan.lastBetterAt(),
        best == null
            ? null
            : proposal(replan, new ReplanProposal(replan.id(), replan.setting(), best)),
        replan.accepted());
  }

  private static LocalDate day(Replan replan) {
    return replan.setting().rest().horizon().from();
  }

  private static Proposal proposal(Replan replan, ReplanProposal proposal) {
    var changes = proposal.changes();
    var before = replan.setting().routes();
    var after = proposal.plan().routes();
    return new Proposal(
        count(changes, c -> c.kind() == ReplanProposal.Kind.MOVED),
        count(
            changes,
            c ->
                c.kind() == ReplanProposal.Kind.MOVED
                    && !c.technicianIds().equals(c.technicianIdsBefore())),
        changes.stream().mapToInt(c -> Math.abs(c.shiftMinutes())).sum(),
        count(changes, c -> c.kind() == ReplanProposal.Kind.DROPPED),
        count(changes, ReplanProposal.Change::breaksPromise),
        Math.toIntExact(PlanKpis.driveSeconds(before)),
        Math.toIntExact(PlanKpis.driveSeconds(after)),
        Math.toIntExact(PlanKpis.driveMetres(before)),
        Math.toIntExact(PlanKpis.driveMetres(after)),
        replan.setting().underWay().untouchedOvertime(),
        after.stream().mapToInt(PlannedRoute::overtimeSeconds).sum(),
        -proposal.plan().score().softScore() / 60,
        changes);
  }

  private static int count(
      List<ReplanProposal.Change> changes,
      java.util.function.Predicate<ReplanProposal.Change> what) {
    return (int) changes.stream().filter(what).count();
  }
}
