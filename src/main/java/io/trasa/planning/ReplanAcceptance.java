package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.TimeWindow;
import io.trasa.orders.OrderService;
import io.trasa.orders.StepSource;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import io.trasa.people.ShiftService;
import io.trasa.planning.problem.RoutePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a proposal the plan, in one transaction: what happened is noted (an absence, a longer
 * visit, …), the plan is stored, the orders told, and what was on the phones and changed is sent
 * again. Its moves can be undone. Until then nothing is noted, so a proposal that is discarded
 * leaves no trace.
 */
@Component
class ReplanAcceptance {

  private static final int ATTEMPTS = 3;

  private final Plans plans;
  private final PlanWriter writer;
  private final Publisher publisher;
  private final ReplanStacking stacking;
  private final OrderService orders;
  private final ShiftService shifts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReplanAcceptance(
      Plans plans,
      PlanWriter writer,
      Publisher publisher,
      ReplanStacking stacking,
      OrderService orders,
      ShiftService shifts,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.plans = plans;
    this.writer = writer;
    this.publisher = publisher;
    this.stacking = stacking;
    this.orders = orders;
    this.shifts = shifts;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  Replan.Accepted accept(Replan replan, RoutePlan best) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(
            transaction.execute(status -> new Accepting(replan, best).accept()));
      } catch (ConcurrencyFailureException | UnexpectedRollbackException meanwhile) {
        // Somebody took a step at the same moment: look again, it may be stale now.
        if (attempt == ATTEMPTS) {
          throw meanwhile;
        }
      }
    }
  }

  private static ConflictException stale(String what) {
    return new ConflictException(
        "replan-stale", what, "Nothing was changed. Ask for a new proposal; it takes seconds.");
  }

  private final class Accepting {
    private final Replan replan;
    private final Replan.Setting setting;
    private final Horizon horizon;
    private final ReplanProposal proposal;
    private final List<ReplanProposal.Change> changes;
    private final Map<UUID, VisitBrief> visits;
    private final Instant now = clock.instant();

    Accepting(Replan replan, RoutePlan best) {
      this.replan = replan;
      setting = replan.setting();
      horizon = setting.rest().horizon();
      proposal = new ReplanProposal(replan.id(), setting, best);
      changes = proposal.changes();
      visits =
          orders.visitsFor(horizon.from(), 1).stream()
              .collect(Collectors.toMap(VisitBrief::id, Function.identity(), (a, b) -> a));
    }

    Replan.Accepted accept() {
      requireFresh();
      var told = new HashSet<UUID>();
      var concerned = new HashSet<UUID>();
      for (ReplanProposal.Change change : changes) {
        VisitBrief visit = Objects.requireNonNull(visits.get(change.visitId()));
        if (visit.status().isWithTechnicians() || isEmergency(visit.id())) {
          told.add(visit.id());
          concerned.addAll(change.technicianIds());
          concerned.addAll(change.technicianIdsBefore());
        }
      }
      note();
      Plan base = plans.current(horizon.from()).orElseThrow();
      if (changes.isEmpty()) {
        return new Replan.Accepted(base.id(), null, Set.of(), now);
      }
      Plan plan = writer.store(proposal.plan());
      stacking.push(replan.id(), horizon.from(), base, plan, changes, told);
      Published published =
          told.isEmpty()
              ? null
              : publisher.publish(
                  new Publisher.Wish(horizon.from(), plan.id(), null, Set.copyOf(told)));
      return new Replan.Accepted(plan.id(), published, Set.copyOf(concerned), now);
    }

    private boolean isEmergency(UUID visit) {
      return replan.trigger() instanceof Trigger.Emergency emergency
          && emergency.visit().equals(visit);
    }

    private void requireFresh() {
      UUID holds = plans.current(horizon.from()).map(Plan::id).orElse(null);
      if (!setting.basePlanId().equals(holds)) {
        throw stale("Another plan was made for %s since.".formatted(horizon.from()));
      }
      for (ReplanProposal.Change change : changes) {
        VisitBrief seen = Objects.requireNonNull(setting.visits().get(change.visitId()));
        VisitBrief is = visits.get(change.visitId());
        if (is == null || !isAlike(seen, is)) {
          throw stale("Order %s has moved on since.".formatted(seen.orderNumber()));
        }
        if (change.start() != null && change.start().isBefore(now)) {
          throw stale("Order %s was to begin by now.".formatted(seen.orderNumber()));
        }
      }
      UUID about = replan.trigger().visit();
      if (about != null) {
        VisitBrief is = visits.get(about);
        if (is == null || !isAlike(Objects.requireNonNull(setting.visits().get(about)), is)) {
          throw stale("The visit that it is about has moved on since.");
        }
      }
    }

    /** A phone that received or accepted it changes nothing. */
    private boolean isAlike(VisitBrief seen, VisitBrief is) {
      return stage(seen.status()) == stage(is.status())
          && ReplanBuilder.hasBegun(seen) == ReplanBuilder.hasBegun(is)
          && seen.technicianIds().equals(is.technicianIds())
          && Objects.equals(seen.plannedStart(), is.plannedStart())
          && seen.duration().equals(is.duration())
          && seen.windows().equals(is.windows())
          && seen.crewSize() == is.crewSize()
          && seen.coordinates().equals(is.coordinates());
    }

    private VisitStatus stage(VisitStatus status) {
      return status == VisitStatus.ACCEPTED ? VisitStatus.DISPATCHED : status;
    }

    /** Notes what happened, and takes back what was begun and is to be done by others. */
    private void note() {
      switch (replan.trigger()) {
        case Trigger.TechnicianOut out -> absence(out);
        case Trigger.TakesLonger longer -> {
          VisitBrief visit = visit(longer.visit());
          change(visit, visit.duration().plusMinutes(longer.minutes()), visit.windows());
        }
        case Trigger.CustomerAbsent absent -> {
          VisitBrief visit = visit(absent.visit());
          boolean inVain = ReplanBuilder.hasBegun(visit);
          if (absent.backAt() != null) {
            var windows = ReplanBuilder.windowsFrom(visit, absent.backAt(), horizon);
            takeBack(visit, "Customer absent");
            change(fresh(visit), visit.duration(), windows);
          } else {
            step(visit, inVain ? VisitStep.FAIL : VisitStep.HOLD, "Customer absent");
          }
        }
        case Trigger.Cancelled cancelled ->
            step(visit(cancelled.visit()), VisitStep.CANCEL, cancelled.reason());
        case Trigger.PartsMissing missing -> takeBack(visit(missing.visit()), "Parts missing");
        case Trigger.Emergency emergency -> orders.makeUrgent(visit(emergency.visit()).orderId());
        case Trigger.RoadClosed none -> {}
        case Trigger.Delays none -> {}
      }
    }

    private void absence(Trigger.TechnicianOut out) {
      Instant until = out.until() == null ? horizon.end() : out.until();
      boolean known =
          shifts.absencesOf(out.technicianId(), now, until).stream()
              .anyMatch(a -> !a.start().isAfter(now) && !a.end().isBefore(until));
      if (!known) {
        shifts.addAbsence(
            out.technicianId(), new TimeWindow(replan.startedAt(), until), out.reason(), "");
      }
      for (UUID released : setting.released()) {
        VisitBrief visit = visits.get(released);
        if (visit != null) {
          takeBack(visit, "Technician dropped out");
        }
      }
    }

    /** Who was on the way to it, or at it, no longer is. */
    private void takeBack(VisitBrief visit, String reason) {
      if (ReplanBuilder.hasBegun(visit)) {
        Visit held = orders.step(visit.id(), visit.version(), VisitStep.HOLD, reason, source());
        orders.step(visit.id(), held.version(), VisitStep.RESUME, reason, source());
      }
    }

    private void step(VisitBrief visit, VisitStep step, String reason) {
      orders.step(visit.id(), visit.version(), step, reason, source());
    }

    private StepSource source() {
      return StepSource.OFFICE;
    }

    private void change(VisitBrief visit, Duration duration, List<TimeWindow> windows) {
      orders.changeVisit(
          visit.id(),
          visit.version(),
          new Visit.Details(
              duration, windows, visit.skills(), visit.crewSize(), visit.territoryId()));
    }

    private VisitBrief visit(UUID id) {
      return Objects.requireNonNull(visits.get(id));
    }

    private VisitBrief fresh(VisitBrief visit) {
      return orders.visitsFor(horizon.from(), 1).stream()
          .filter(v -> v.id().equals(visit.id()))
          .findFirst()
          .orElse(visit);
    }
  }
}
