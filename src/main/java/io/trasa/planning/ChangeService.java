package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.OrderService;
import io.trasa.orders.PlannedStart;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.planning.advice.Outcome;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.Stop;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes a dispatcher makes to the plan that holds, by hand: stored at once, what was sent before
 * is sent again with the next publishing. Every change, and every accepted replanning, can be
 * undone and redone for as long as nothing that really happened speaks against it.
 */
@Service
public class ChangeService {

  private static final int ATTEMPTS = 4;

  private static final Set<VisitStatus> MOVABLE =
      EnumSet.of(
          VisitStatus.NEW, VisitStatus.PLANNED, VisitStatus.DISPATCHED, VisitStatus.ACCEPTED);
  private static final Set<VisitStatus> ON_PHONES =
      EnumSet.of(VisitStatus.DISPATCHED, VisitStatus.ACCEPTED);

  private final HeldPlans heldPlans;
  private final HeldSlots heldSlots;
  private final Plans plans;
  private final ChangeStack stack;
  private final OrderService orders;
  private final PromisedWindows promised;
  private final Publisher publisher;
  private final CurrentUser currentUser;
  private final LiveStream live;
  private final TransactionTemplate transaction;
  private final ZoneId zone;
  private final Clock clock;

  ChangeService(
      HeldPlans heldPlans,
      HeldSlots heldSlots,
      Plans plans,
      ChangeStack stack,
      OrderService orders,
      PromisedWindows promised,
      Publisher publisher,
      CurrentUser currentUser,
      LiveStream live,
      PlatformTransactionManager transactions,
      ZoneId zone,
      Clock clock) {
    this.heldPlans = heldPlans;
    this.heldSlots = heldSlots;
    this.plans = plans;
    this.stack = stack;
    this.orders = orders;
    this.promised = promised;
    this.publisher = publisher;
    this.currentUser = currentUser;
    this.live = live;
    this.transaction = new TransactionTemplate(transactions);
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * A change to make.
   *
   * @param id made by who asks: the same one again changes nothing more; of a booking that of its
   *     hold, which then keeps no place of its own
   * @param seen the plans that were looked at
   * @param reason why it is to be done although it breaks hard rules; null if it breaks none
   */
  public record Wish(
      UUID id,
      LocalDate from,
      int days,
      List<PlanStamp> seen,
      List<PlanChange> changes,
      @Nullable String reason) {}

  /**
   * What was changed.
   *
   * @param routes that are no longer as they were
   */
  public record Changed(UUID id, Set<RouteKey> routes) {}

  /**
   * The stack.
   *
   * @param undo the one that would be undone next; null if none
   * @param redo the one that would be redone next; null if none
   * @param changes the latest first
   */
  public record Stack(@Nullable Made undo, @Nullable Made redo, List<Made> changes) {}

  /**
   * A change that was made.
   *
   * @param reason given where it broke hard rules
   * @param undoneAt null while it holds
   * @param replan whether it is an accepted replanning: undoing it takes back its moves and tells
   *     the phones; what happened stays noted
   */
  public record Made(
      UUID id,
      Instant at,
      String by,
      List<PlanChange> steps,
      @Nullable String reason,
      @Nullable Instant undoneAt,
      @Nullable String undoneBy,
      boolean replan) {

    static Made of(ChangeStack.Entry entry) {
      return new Made(
          entry.id(),
          entry.at(),
          entry.by(),
          entry.steps(),
          entry.reason(),
          entry.undoneAt(),
          entry.undoneBy(),
          entry.isReplan());
    }
  }

  /**
   * Changes the plans that hold for these days; a day without one gets one.
   *
   * @throws InvalidInputException if a change cannot be meant
   * @throws ConflictException with code {@code plan-changed} if other plans hold than were seen,
   *     {@code visit-begun} or {@code sent-for-other-day} if a visit cannot be moved any more
   * @throws RulesBrokenException if it breaks hard rules and has no reason
   */
  public Changed change(Wish wish) {
    AdviceService.requireFew(wish.changes());
    String reason = wish.reason() == null ? "" : wish.reason().strip();
    if (reason.length() > Forced.MAX_REASON) {
      throw new InvalidInputException(
          "reason",
          reason.length() + " characters",
          "is longer than " + Forced.MAX_REASON,
          "Say it shorter.");
    }
    var horizon = new Horizon(wish.from(), wish.days(), zone);
    return inTurn(() -> new Changing(horizon, wish, reason.isEmpty() ? null : reason).change());
  }

  /**
   * Pins or unpins a visit, all members of a crew together, in the plan that holds for the day. Of
   * two at once the second waits: each padlock is a word of its own, none contradicts another.
   *
   * @throws NotFoundException if that plan does not have the visit on that day
   */
  public void pin(UUID visitId, LocalDate day, boolean pinned) {
    inTurn(() -> pinNow(visitId, day, pinned));
  }

  private Changed pinNow(UUID visitId, LocalDate day, boolean pinned) {
    HeldPlans.Held held = heldPlans.hold(new Horizon(day, 1, zone));
    List<PlannedVisit> parts =
        held.routes(day).values().stream()
            .flatMap(route -> route.visits().stream())
            .filter(visit -> visit.visitId().equals(visitId))
            .toList();
    if (parts.isEmpty()) {
      throw new NotFoundException("planned visit on " + day, visitId);
    }
    var keys = parts.stream().map(visit -> RouteKey.of(visit.route())).distinct().toList();
    var before = states(held, keys, Set.of(visitId));
    parts.forEach(visit -> visit.pin(pinned));
    var kind = pinned ? PlanChange.Kind.PIN : PlanChange.Kind.UNPIN;
    var step = new PlanChange(kind, visitId, null, null, null, null, null, null);
    return keep(held, UUID.randomUUID(), List.of(step), null, before, keys);
  }

  /** What has the named visits' places is a new version of its plan, and on the stack. */
  private Changed keep(
      HeldPlans.Held held,
      UUID id,
      List<PlanChange> steps,
      @Nullable String reason,
      List<PlanState> before,
      List<RouteKey> keys) {
    keys.stream()
        .map(key -> Objects.requireNonNull(held.of(key.day())))
        .distinct()
        .forEach(Plan::change);
    List<PlanState> after = states(held, keys, visits(steps));
    stack.push(id, steps, reason, before, after, clock.instant(), currentUser.name(), null);
    live.publishAfterCommit("board", Map.of("reason", "change"));
    return new Changed(id, Set.copyOf(keys));
  }

  private static Set<UUID> visits(List<PlanChange> steps) {
    return steps.stream().flatMap(step -> step.visits().stream()).collect(Collectors.toSet());
  }

  /**
   * Takes the latest change of these days' plans back: routes, padlocks and marks are exactly as
   * they were before it. The moves of a replanning, which was sent when it was accepted, are sent
   * back at once.
   *
   * @throws ConflictException with code {@code plan-changed}, {@code nothing-to-undo}, {@code
   *     undo-elsewhere} if it also changed days that were not named, or {@code undo-contradicted}
   *     if something happened since that speaks against it
   */
  public Changed undo(LocalDate from, int days, List<PlanStamp> seen) {
    return inTurn(() -> new Turning(new Horizon(from, days, zone), seen, true).turn());
  }

  /** Does again what was undone last, under the same conditions as {@link #undo}. */
  public Changed redo(LocalDate from, int days, List<PlanStamp> seen) {
    return inTurn(() -> new Turning(new Horizon(from, days, zone), seen, false).turn());
  }

  /** What was changed by hand in the plans that hold for these days. */
  public Stack stack(LocalDate from, int days) {
    var ids =
        new Horizon(from, days, zone)
            .dates()
            .flatMap(day -> plans.currentId(day).stream())
            .distinct()
            .toList();
    List<ChangeStack.Entry> entries = stack.of(ids);
    return new Stack(
        made(toUndo(entries)), made(toRedo(entries)), entries.stream().map(Made::of).toList());
  }

  private static @Nullable Made made(ChangeStack.@Nullable Entry entry) {
    return entry == null ? null : Made.of(entry);
  }

  private static ChangeStack.@Nullable Entry toUndo(List<ChangeStack.Entry> entries) {
    return entries.stream().filter(entry -> !entry.isUndone()).findFirst().orElse(null);
  }

  /** What was undone last, unless its plan was changed again since. */
  private static ChangeStack.@Nullable Entry toRedo(List<ChangeStack.Entry> entries) {
    return entries.stream()
        .filter(ChangeStack.Entry::isUndone)
        .filter(
            undone ->
                entries.stream()
                    .filter(other -> !other.isUndone() && other.sharesAPlanWith(undone))
                    .noneMatch(other -> other.sequence() > undone.sequence()))
        .max(
            Comparator.comparing(
                    (ChangeStack.Entry entry) -> Objects.requireNonNull(entry.undoneAt()))
                .thenComparing(Comparator.comparing(ChangeStack.Entry::sequence).reversed()))
        .orElse(null);
  }

  private Changed inTurn(Supplier<Changed> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
      } catch (ConcurrencyFailureException | UnexpectedRollbackException meanwhile) {
        // A visit took a step at the same moment, or it is published: look again.
        if (attempt == ATTEMPTS) {
          throw meanwhile;
        }
      }
    }
  }

  private Map<UUID, VisitBrief> briefs(Horizon horizon) {
    return orders.visitsFor(horizon.from(), horizon.days()).stream()
        .collect(Collectors.toMap(VisitBrief::id, Function.identity(), (a, b) -> a));
  }

  private List<PlanState> states(HeldPlans.Held held, Collection<RouteKey> keys, Set<UUID> visits) {
    var byPlan = new LinkedHashMap<Plan, List<RouteKey>>();
    var routes = new HashMap<RouteKey, PlannedRoute>();
    for (RouteKey key : keys) {
      byPlan
          .computeIfAbsent(Objects.requireNonNull(held.of(key.day())), plan -> new ArrayList<>())
          .add(key);
      routes.putAll(held.routes(key.day()));
    }
    var states = new ArrayList<PlanState>();
    byPlan.forEach((plan, of) -> states.add(PlanState.of(plan, routes, of, visits)));
    states.sort(Comparator.comparing(PlanState::planId));
    return states;
  }

  /** Tells the orders of all visits on these routes, and of those that are on none any more. */
  private void tellOrders(HeldPlans.Held held, Collection<RouteKey> keys, Set<UUID> takenOut) {
    var visits = new HashSet<UUID>();
    var parts = new LinkedHashMap<UUID, List<PlannedVisit>>();
    for (RouteKey key : keys) {
      Objects.requireNonNull(held.routes(key.day()).get(key))
          .visits()
          .forEach(visit -> visits.add(visit.visitId()));
    }
    keys.stream()
        .map(RouteKey::day)
        .distinct()
        .flatMap(day -> held.routes(day).values().stream())
        .flatMap(route -> route.visits().stream())
        .filter(visit -> visits.contains(visit.visitId()))
        .forEach(v -> parts.computeIfAbsent(v.visitId(), id -> new ArrayList<>()).add(v));
    List<PlannedStart> starts =
        parts.entrySet().stream()
            .map(entry -> PlanWriter.plannedStart(entry.getKey(), entry.getValue()))
            .toList();
    orders.recordPlan(starts, takenOut);
  }

  private static List<PlannedRoute> routes(HeldPlans.Held held, Collection<RouteKey> keys) {
    return keys.stream()
        .map(key -> Objects.requireNonNull(held.routes(key.day()).get(key)))
        .toList();
  }

  /** One change, in one transaction. */
  private final class Changing {
    private final Horizon horizon;
    private final Wish wish;
    private final @Nullable String reason;

    Changing(Horizon horizon, Wish wish, @Nullable String reason) {
      this.horizon = horizon;
      this.wish = wish;
      this.reason = reason;
    }

    Changed change() {
      HeldPlans.Held held = heldPlans.hold(horizon);
      ChangeStack.Entry known = stack.find(wish.id()).orElse(null);
      if (known != null) {
        return again(known);
      }
      held.requireSeen(wish.seen());
      StandingPlan standing = heldSlots.read(horizon, wish.id());
      Trial trial = ChangeReader.read(standing, wish.changes());
      requireMovable(standing, trial);
      Outcome outcome = trial.outcome();
      List<Preview.Broken> broken = AdviceService.broken(standing, outcome);
      Forced forced = null;
      if (!outcome.keepsHardRules()) {
        if (reason == null) {
          throw new RulesBrokenException(broken.stream().filter(Preview.Broken::anew).toList());
        }
        forced = new Forced(reason, currentUser.name(), clock.instant());
      }
      var writing = new HandWriting(standing, trial, outcome, wish.changes(), broken, forced);
      if (!writing.keys().isEmpty()) {
        write(held, standing, writing, forced == null ? null : reason);
      }
      return new Changed(wish.id(), Set.copyOf(writing.keys()));
    }

    private Changed again(ChangeStack.Entry known) {
      if (!known.steps().equals(wish.changes())) {
        throw new ConflictException(
            "id-used", "%s names another change.".formatted(known.id()), "Make a new id.");
      }
      return new Changed(
          known.id(),
          known.after().stream()
              .flatMap(state -> state.routes().stream())
              .map(PlanState.RouteState::key)
              .collect(Collectors.toSet()));
    }

    private void requireMovable(StandingPlan standing, Trial trial) {
      Map<UUID, VisitBrief> visits = briefs(horizon);
      for (PlanChange change : wish.changes()) {
        for (UUID id : change.visits()) {
          VisitBrief visit = visits.get(id);
          if (visit == null || !MOVABLE.contains(visit.status())) {
            throw new ConflictException(
                "visit-begun",
                visit == null
                    ? "Visit %s is closed by now.".formatted(id)
                    : "Order %s is %s.".formatted(visit.orderNumber(), visit.status()),
                "What has begun stays where it is; nothing was changed.");
          }
          requireOnItsDay(standing, trial, visit);
        }
      }
    }

    private void requireOnItsDay(StandingPlan standing, Trial trial, VisitBrief visit) {
      Instant told = visit.plannedStart();
      if (told == null || !ON_PHONES.contains(visit.status())) {
        return;
      }
      for (Stop stop : standing.stops(visit.id())) {
        var place = trial.place(stop);
        if (place != null && !standing.date(place.day()).equals(horizon.dayOf(told))) {
          throw new ConflictException(
              "sent-for-other-day",
              "Order %s was sent for %s.".formatted(visit.orderNumber(), horizon.dayOf(told)),
              "Take it off its route and publish that day first; nothing was changed.");
        }
      }
    }

    private void write(
        HeldPlans.Held held, StandingPlan standing, HandWriting writing, @Nullable String reason) {
      provide(held, standing, writing);
      List<RouteKey> keys = writing.keys();
      Set<UUID> newcomers = newcomers(held, standing, writing.named());
      List<PlanState> before = states(held, keys, writing.named());
      routes(held, keys).forEach(PlannedRoute::clear);
      plans.flush();
      var stored = new HashMap<RouteKey, PlannedRoute>();
      keys.forEach(key -> stored.putAll(held.routes(key.day())));
      writing.write(stored, before);
      leaveOut(held, standing, writing);
      writing.more(newcomers).forEach((day, more) -> score(held, day, more));
      tellOrders(held, keys, writing.takenOut());
      keep(held, wish.id(), wish.changes(), reason, before, keys);
    }

    /** Days without a plan get an empty one, new people an empty route. */
    private void provide(HeldPlans.Held held, StandingPlan standing, HandWriting writing) {
      for (RouteKey key : writing.keys()) {
        Plan plan = held.of(key.day());
        if (plan == null) {
          plan = new Plan(UUID.randomUUID(), key.day(), 1, HardMediumSoftScore.ZERO);
          plan.madeWith(standing.problem().policy());
          for (int day = 0; day < standing.standing().routes().size(); day++) {
            if (standing.date(day).equals(key.day())) {
              plan.add(HandWriting.empty(standing, day));
            }
          }
          held.add(key.day(), plans.saveAndFlush(plan));
        } else if (!held.routes(key.day()).containsKey(key)) {
          PlannedRoute route =
              HandWriting.empty(standing, standing.indexOf(key.technicianId(), key.day()));
          plan.add(route);
          held.routes(key.day()).put(key, route);
        }
      }
    }

    /** Visits that the plans know nothing of: what it costs to leave them out is new. */
    private Set<UUID> newcomers(HeldPlans.Held held, StandingPlan standing, Set<UUID> named) {
      var newcomers = new HashSet<>(named);
      held.all().forEach(plan -> newcomers.removeAll(plan.leftOut()));
      newcomers.removeIf(
          visit ->
              standing.stops(visit).stream()
                  .anyMatch(stop -> standing.standing().place(stop).isPresent()));
      return newcomers;
    }

    /** Each at the plan that it was taken out of; one that was on no route at the first one. */
    private void leaveOut(HeldPlans.Held held, StandingPlan standing, HandWriting writing) {
      List<LocalDate> days = writing.keys().stream().map(RouteKey::day).toList();
      days.stream()
          .map(day -> Objects.requireNonNull(held.of(day)))
          .distinct()
          .forEach(plan -> plan.takeIn(writing.named()));
      for (UUID visit : writing.takenOut()) {
        LocalDate day =
            standing.stops(visit).stream()
                .flatMap(stop -> standing.standing().place(stop).stream())
                .map(place -> standing.date(place.day()))
                .findFirst()
                .orElse(days.getFirst());
        Objects.requireNonNull(held.of(day))
            .leaveOut(List.of(new Unplanned(visit, 0, Unplanned.Reason.TAKEN_OUT, 0, 0, null)));
      }
    }

    private void score(HeldPlans.Held held, LocalDate day, HardMediumSoftScore more) {
      Plan plan = Objects.requireNonNull(held.of(day));
      plan.scored(plan.score().subtract(more));
    }
  }

  /** One undoing or redoing, in one transaction. */
  private final class Turning {
    private final Horizon horizon;
    private final List<PlanStamp> seen;
    private final boolean undo;

    Turning(Horizon horizon, List<PlanStamp> seen, boolean undo) {
      this.horizon = horizon;
      this.seen = seen;
      this.undo = undo;
    }

    Changed turn() {
      HeldPlans.Held held = heldPlans.hold(horizon);
      held.requireSeen(seen);
      List<ChangeStack.Entry> entries = stack.of(held.all().stream().map(Plan::id).toList());
      ChangeStack.Entry entry = undo ? toUndo(entries) : toRedo(entries);
      if (entry == null) {
        throw new ConflictException(
            undo ? "nothing-to-undo" : "nothing-to-redo",
            "No change of these days is left to %s.".formatted(undo ? "undo" : "redo"),
            "A plan that was made anew begins without changes.");
      }
      List<PlanState> from = undo ? entry.after() : entry.before();
      List<PlanState> to = undo ? entry.before() : entry.after();
      requireHeld(held, to);
      Set<UUID> named = visits(entry.steps());
      List<RouteKey> keys =
          to.stream().flatMap(s -> s.routes().stream()).map(PlanState.RouteState::key).toList();
      requireSame(held, keys, named, from);
      requireNothingHappened(entry, from, to, named);
      restore(held, keys, named, to);
      if (entry.told() != null) {
        tellPhones(keys.getFirst().day(), entry.told(), PlanState.moved(from, to));
      }
      promised.turn(entry.id(), orders.visitsFor(horizon.from(), horizon.days()), undo);
      stack.mark(entry.id(), undo ? clock.instant() : null, undo ? currentUser.name() : null);
      live.publishAfterCommit("board", Map.of("reason", undo ? "undo" : "redo"));
      return new Changed(entry.id(), Set.copyOf(keys));
    }

    private void requireHeld(HeldPlans.Held held, List<PlanState> states) {
      for (PlanState state : states) {
        for (PlanState.RouteState route : state.routes()) {
          Plan plan = held.of(route.key().day());
          if (plan == null || !plan.id().equals(state.planId())) {
            throw new ConflictException(
                "undo-elsewhere",
                "It also changed %s.".formatted(route.key().day()),
                "Show that day too; if its plan was made anew since, it cannot be turned back.");
          }
        }
      }
    }

    private void requireSame(
        HeldPlans.Held held, List<RouteKey> keys, Set<UUID> named, List<PlanState> expected) {
      if (!states(held, keys, named).equals(expected)) {
        throw contradicted("The routes were changed in another way since.");
      }
    }

    private void requireNothingHappened(
        ChangeStack.Entry entry, List<PlanState> from, List<PlanState> to, Set<UUID> named) {
      Map<UUID, VisitBrief> visits = briefs(horizon);
      Instant since = undo ? entry.at() : Objects.requireNonNull(entry.undoneAt());
      Set<UUID> placedNow =
          from.stream()
              .flatMap(PlanState::placed)
              .map(PlanState.Placed::visitId)
              .collect(Collectors.toSet());
      for (UUID id : PlanState.moved(from, to)) {
        VisitBrief visit = visits.get(id);
        if (visit == null || !visit.status().isOpen() || visit.status() == VisitStatus.ON_HOLD) {
          if (named.contains(id) && !entry.isReplan()) {
            throw contradicted(
                visit == null
                    ? "A visit of it is closed by now."
                    : "Order %s is %s by now.".formatted(visit.orderNumber(), visit.status()));
          }
        } else if (!MOVABLE.contains(visit.status())) {
          throw contradicted(
              "Order %s is %s by now.".formatted(visit.orderNumber(), visit.status()));
        } else if (!entry.isReplan() && isSentSince(visit, since)) {
          throw contradicted(
              "Order %s was sent to its technician at %s."
                  .formatted(visit.orderNumber(), visit.progress().dispatchedAt()));
        } else if (visit.status() == VisitStatus.PLANNED && !placedNow.contains(id)) {
          throw contradicted(
              "Order %s was planned elsewhere since.".formatted(visit.orderNumber()));
        }
      }
    }

    /** Accepting sent it, so that turning it is sent too. */
    private void tellPhones(LocalDate day, Set<UUID> told, Set<UUID> moved) {
      var visits = new HashSet<UUID>(told);
      briefs(horizon).values().stream()
          .filter(visit -> moved.contains(visit.id()) && visit.status().isWithTechnicians())
          .forEach(visit -> visits.add(visit.id()));
      if (!visits.isEmpty()) {
        publisher.publish(new Publisher.Wish(day, null, null, visits));
      }
    }

    private static boolean isSentSince(VisitBrief visit, Instant since) {
      Instant sent = visit.progress().dispatchedAt();
      return ON_PHONES.contains(visit.status()) && sent != null && !sent.isBefore(since);
    }

    private ConflictException contradicted(String what) {
      return new ConflictException(
          "undo-contradicted", what, "Nothing was changed; make a new change instead.");
    }

    private void restore(
        HeldPlans.Held held, List<RouteKey> keys, Set<UUID> named, List<PlanState> states) {
      Set<UUID> placed =
          routes(held, keys).stream()
              .flatMap(route -> route.visits().stream())
              .map(PlannedVisit::visitId)
              .collect(Collectors.toSet());
      routes(held, keys).forEach(PlannedRoute::clear);
      plans.flush();
      for (PlanState state : states) {
        Plan plan =
            held.all().stream()
                .filter(p -> p.id().equals(state.planId()))
                .findFirst()
                .orElseThrow();
        var stored = new HashMap<RouteKey, PlannedRoute>();
        state.routes().forEach(route -> stored.putAll(held.routes(route.key().day())));
        state.restore(plan, stored, named);
        plan.change();
      }
      states.stream()
          .flatMap(PlanState::placed)
          .map(PlanState.Placed::visitId)
          .forEach(placed::remove);
      tellOrders(held, keys, placed);
    }
  }
}
