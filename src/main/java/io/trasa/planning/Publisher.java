package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.OrderService;
import io.trasa.orders.StepSource;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStep;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a plan's day to the technicians: only what they do not have yet as it is planned. */
@Service
public class Publisher {

  private static final int ATTEMPTS = 4;

  private final Plans plans;
  private final Declines declines;
  private final OrderService orders;
  private final JobSheets sheets;
  private final PeopleService people;
  private final CurrentUser currentUser;
  private final LiveStream live;
  private final TransactionTemplate transaction;
  private final ZoneId zone;
  private final Clock clock;

  Publisher(
      Plans plans,
      Declines declines,
      OrderService orders,
      JobSheets sheets,
      PeopleService people,
      CurrentUser currentUser,
      LiveStream live,
      PlatformTransactionManager transactions,
      ZoneId zone,
      Clock clock) {
    this.plans = plans;
    this.declines = declines;
    this.orders = orders;
    this.sheets = sheets;
    this.people = people;
    this.currentUser = currentUser;
    this.live = live;
    this.transaction = new TransactionTemplate(transactions);
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * What to publish.
   *
   * @param planId the plan that was looked at; null takes the one that holds for the day
   * @param technicianIds only what concerns these; null for everybody
   * @param visitIds only these, also if they were declined before; null for all
   */
  public record Wish(
      LocalDate day,
      @Nullable UUID planId,
      @Nullable Set<UUID> technicianIds,
      @Nullable Set<UUID> visitIds) {}

  /**
   * Sends what is new or changed, takes back what the plan left out, and leaves alone what is under
   * way. Each visit that cannot be sent is named, and the others are sent nevertheless. Doing it
   * twice changes nothing more.
   *
   * @throws NotFoundException if no plan covers the day
   * @throws ConflictException with code {@code plan-changed} if another plan holds by now
   */
  public Published publish(Wish wish) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(transaction.execute(status -> publishOnce(wish)));
      } catch (ConcurrencyFailureException | ConflictException meanwhile) {
        // A visit took a step between reading and sending: look again, it may be refused now.
        if (attempt == ATTEMPTS || isFinal(meanwhile)) {
          throw meanwhile;
        }
      }
    }
  }

  private static boolean isFinal(RuntimeException fault) {
    return fault instanceof ConflictException conflict && "plan-changed".equals(conflict.code());
  }

  private Published publishOnce(Wish wish) {
    Plan plan = plan(wish);
    var horizon = new Horizon(wish.day(), 1, zone);
    List<VisitBrief> visits = orders.visitsFor(wish.day(), 1);
    Map<UUID, VisitBrief> byId =
        visits.stream().collect(Collectors.toMap(VisitBrief::id, Function.identity()));
    Set<UUID> active =
        people.activeTechnicians().stream().map(Technician::id).collect(Collectors.toSet());
    List<Decline> declined =
        declines.of(visits).stream()
            .filter(
                decline -> wish.visitIds() == null || !wish.visitIds().contains(decline.visitId()))
            .toList();
    var dispatches =
        new Unsent(visits, active, declined, horizon::contains)
            .of(plans.routes(plan, wish.day()), plan.leftOut()).stream()
                .filter(dispatch -> isWished(wish, dispatch))
                .toList();
    return carryOut(wish.day(), plan, dispatches, byId);
  }

  private Plan plan(Wish wish) {
    Plan plan =
        plans
            .current(wish.day())
            .orElseThrow(() -> new NotFoundException("plan for the day", wish.day()));
    if (wish.planId() != null && !wish.planId().equals(plan.id())) {
      throw new ConflictException(
          "plan-changed",
          "%s made a newer plan for %s.".formatted(plan.createdBy(), wish.day()),
          "Look at it first; nothing was sent.");
    }
    return plan;
  }

  private static boolean isWished(Wish wish, Dispatch dispatch) {
    return (wish.visitIds() == null || wish.visitIds().contains(dispatch.visitId()))
        && (wish.technicianIds() == null || dispatch.concerns(wish.technicianIds()));
  }

  private Published carryOut(
      LocalDate day, Plan plan, List<Dispatch> dispatches, Map<UUID, VisitBrief> visits) {
    // Orders are locked one after the other: always in the same sequence, so none waits in a
    // circle.
    var sequence =
        dispatches.stream()
            .filter(d -> visits.containsKey(d.visitId()))
            .sorted(Comparator.comparing(d -> visitOf(visits, d).orderId()))
            .toList();
    for (Dispatch dispatch : sequence) {
      if (dispatch.isSent()) {
        orders.dispatch(
            dispatch.visitId(),
            dispatch.technicianIds(),
            Objects.requireNonNull(dispatch.start(), "sent without a time"));
      } else if (dispatch.kind() == Dispatch.Kind.RECALLED) {
        long version = visitOf(visits, dispatch).version();
        orders.step(dispatch.visitId(), version, VisitStep.RECALL, "Plan changed", StepSource.PLAN);
      }
    }
    var recalled = ids(dispatches.stream().filter(d -> d.kind() == Dispatch.Kind.RECALLED));
    orders.recordPlan(List.of(), recalled);
    var sent = ids(dispatches.stream().filter(Dispatch::isSent));
    keep(day, plan, sent, recalled);
    tell(day, dispatches);
    return new Published(
        day,
        plan.id(),
        sent,
        (int) dispatches.stream().filter(d -> d.kind() == Dispatch.Kind.UNCHANGED).count(),
        recalled,
        refused(dispatches),
        ids(dispatches.stream().filter(d -> d.isSent() && !d.brokenRules().isEmpty())));
  }

  private static VisitBrief visitOf(Map<UUID, VisitBrief> visits, Dispatch dispatch) {
    return Objects.requireNonNull(visits.get(dispatch.visitId()));
  }

  private static List<UUID> ids(Stream<Dispatch> dispatches) {
    return dispatches.map(Dispatch::visitId).toList();
  }

  /** Publishing again what is published leaves no trace. */
  private void keep(LocalDate day, Plan plan, List<UUID> sent, List<UUID> recalled) {
    if (!sent.isEmpty() || !recalled.isEmpty() || plan.published(day).isEmpty()) {
      plan.publish(
          new Publication(
              day,
              clock.instant(),
              currentUser.name(),
              sent.size(),
              recalled.size(),
              sent,
              recalled));
    }
  }

  private void tell(LocalDate day, List<Dispatch> dispatches) {
    var technicians = new HashSet<UUID>();
    dispatches.stream()
        .filter(d -> d.isSent() || d.kind() == Dispatch.Kind.RECALLED)
        .forEach(
            d -> {
              technicians.addAll(d.technicianIds());
              technicians.addAll(d.beforeIds());
            });
    technicians.forEach(
        id -> live.publishAfterCommitTo(LiveStream.technician(id), "route", Map.of("day", day)));
    live.publishAfterCommit("board", Map.of("reason", "published"));
  }

  private List<Published.Refused> refused(List<Dispatch> dispatches) {
    var refused = dispatches.stream().filter(d -> d.refusal() != null).toList();
    Map<UUID, JobSheet> known =
        sheets.of(refused.stream().map(Dispatch::visitId).toList()).stream()
            .collect(Collectors.toMap(JobSheet::visitId, Function.identity()));
    return refused.stream().map(d -> refused(d, known.get(d.visitId()))).toList();
  }

  private static Published.Refused refused(Dispatch dispatch, @Nullable JobSheet sheet) {
    return new Published.Refused(
        dispatch.visitId(),
        sheet == null ? "" : sheet.orderNumber(),
        sheet == null ? "" : sheet.title(),
        sheet == null ? null : sheet.status(),
        Objects.requireNonNull(dispatch.refusal()));
  }
}
