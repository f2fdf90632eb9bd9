package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.UnderWay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A replanning from the event to its acceptance; safe between threads. */
final class Replan {

  /** The life of a replanning. */
  enum State {
    /** Its proposal gets better still. */
    SEARCHING,
    /** Nothing better was found for a while, or the time is up. */
    READY,
    ACCEPTED,
    DISCARDED,
    FAILED;

    boolean isOpen() {
      return this == SEARCHING || this == READY;
    }
  }

  /**
   * What the world was like.
   *
   * @param basePlanId the plan that held
   * @param baseUnplanned what it left out
   * @param routes its routes of the day
   * @param visits as they were, before what happened
   * @param released those that lost their place
   * @param ended the one that what happened takes off this day; null if there is none
   * @param whole the complete days
   * @param rest what is left of them to be planned
   */
  record Setting(
      UUID basePlanId,
      List<Unplanned> baseUnplanned,
      List<PlannedRoute> routes,
      Map<UUID, VisitBrief> visits,
      Set<UUID> released,
      @Nullable UUID ended,
      RoutePlan whole,
      UnderWay underWay,
      Problem rest) {}

  private final UUID id = UUID.randomUUID();
  private final Trigger trigger;
  private final Setting setting;
  private final String startedBy;
  private final Instant startedAt;

  private State state = State.SEARCHING;
  private @Nullable RoutePlan best;
  private @Nullable Instant firstAt;
  private @Nullable Instant lastBetterAt;
  private @Nullable Accepted accepted;

  Replan(Trigger trigger, Setting setting, String startedBy, Instant startedAt) {
    this.trigger = trigger;
    this.setting = setting;
    this.startedBy = startedBy;
    this.startedAt = startedAt;
  }

  /**
   * What accepting did.
   *
   * @param planId of the plan that holds now
   * @param published what was sent, taken back and refused; null if nobody had to be told
   * @param technicianIds who gets, keeps at another time, or loses a visit
   */
  public record Accepted(
      UUID planId, @Nullable Published published, Set<UUID> technicianIds, Instant at) {}

  UUID id() {
    return id;
  }

  Trigger trigger() {
    return trigger;
  }

  Setting setting() {
    return setting;
  }

  String startedBy() {
    return startedBy;
  }

  Instant startedAt() {
    return startedAt;
  }

  synchronized State state() {
    return state;
  }

  synchronized @Nullable RoutePlan best() {
    return best;
  }

  synchronized @Nullable Instant firstAt() {
    return firstAt;
  }

  synchronized @Nullable Instant lastBetterAt() {
    return lastBetterAt;
  }

  synchronized @Nullable Accepted accepted() {
    return accepted;
  }

  synchronized void better(RoutePlan plan, Instant now) {
    if (state == State.SEARCHING) {
      best = plan;
      firstAt = firstAt == null ? now : firstAt;
      lastBetterAt = now;
    }
  }

  synchronized void ended(boolean failed) {
    if (state == State.SEARCHING) {
      state = failed || best == null ? State.FAILED : State.READY;
    }
  }

  synchronized void discard() {
    if (state.isOpen()) {
      state = State.DISCARDED;
    }
  }

  synchronized void accept(Accepted outcome) {
    accepted = outcome;
    state = State.ACCEPTED;
  }
}
