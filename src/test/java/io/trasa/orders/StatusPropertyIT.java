package io.trasa.orders;

import static io.trasa.orders.VisitStatus.ACCEPTED;
import static io.trasa.orders.VisitStatus.CANCELLED;
import static io.trasa.orders.VisitStatus.DISPATCHED;
import static io.trasa.orders.VisitStatus.DONE;
import static io.trasa.orders.VisitStatus.FAILED;
import static io.trasa.orders.VisitStatus.INVOICED;
import static io.trasa.orders.VisitStatus.IN_PROGRESS;
import static io.trasa.orders.VisitStatus.NEW;
import static io.trasa.orders.VisitStatus.ON_HOLD;
import static io.trasa.orders.VisitStatus.PLANNED;
import static io.trasa.orders.VisitStatus.SETTLED;
import static io.trasa.orders.VisitStatus.TRAVELLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.security.CurrentUser;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestContextManager;
import org.springframework.web.context.WebApplicationContext;

/**
 * Whatever people of any role try, in any sequence and also twice: a visit only ever takes legal
 * steps, each leaves one row with who, when and from where, and what is refused leaves none.
 */
@TrasaIT
class StatusPropertyIT {

  /** Written out once more, so that a slip in {@link VisitStep} shows. */
  private static final Map<VisitStatus, Set<VisitStatus>> LEGAL =
      Map.of(
          NEW, EnumSet.of(PLANNED, ON_HOLD, CANCELLED),
          PLANNED, EnumSet.of(NEW, DISPATCHED, ON_HOLD, CANCELLED),
          DISPATCHED, EnumSet.of(DISPATCHED, PLANNED, ACCEPTED, ON_HOLD, CANCELLED),
          ACCEPTED,
              EnumSet.of(DISPATCHED, PLANNED, TRAVELLING, IN_PROGRESS, ON_HOLD, CANCELLED, FAILED),
          TRAVELLING, EnumSet.of(IN_PROGRESS, ON_HOLD, CANCELLED, FAILED),
          IN_PROGRESS, EnumSet.of(DONE, ON_HOLD, FAILED),
          DONE, EnumSet.of(SETTLED),
          SETTLED, EnumSet.of(INVOICED),
          ON_HOLD, EnumSet.of(NEW, CANCELLED));

  private static final Set<Role> DESKS = EnumSet.of(Role.ADMINISTRATOR, Role.DISPATCHER);
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  /** Who tries something: a role at the API, or one of those who come by a door of their own. */
  enum Actor {
    ADMINISTRATOR,
    DISPATCHER,
    TECHNICIAN,
    WAREHOUSE,
    ACCOUNTANT,
    MANAGER,
    CUSTOMER,
    OWN_PHONE,
    OTHERS_PHONE,
    PUBLISHER,
    PLANNER,
    SETTLEMENT
  }

  /** One call. */
  record Call(Actor actor, VisitStep step, boolean sayingWhy) {}

  @Autowired private WebApplicationContext context;
  @Autowired private OrderService orders;
  @Autowired private VisitProgress progress;
  @Autowired private CurrentUser currentUser;

  private UUID own = new UUID(0, 0);
  private UUID other = new UUID(0, 0);
  private UUID orderId = new UUID(0, 0);
  private UUID visitId = new UUID(0, 0);

  @BeforeProperty
  void start() throws Exception {
    new TestContextManager(StatusPropertyIT.class).prepareTestInstance(this);
    var desk = new OrderDesk(office(Role.DISPATCHER));
    own = UUID.fromString(desk.technician("Tina"));
    other = UUID.fromString(desk.technician("Tom"));
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    var often = Arbitraries.of(Actor.DISPATCHER, Actor.OWN_PHONE, Actor.SETTLEMENT);
    var actor =
        Arbitraries.frequencyOf(Tuple.of(3, often), Tuple.of(2, Arbitraries.of(Actor.class)));
    return Combinators.combine(
            actor, Arbitraries.of(VisitStep.class), Arbitraries.of(true, true, false))
        .as(Call::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(30);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void neverLeavesTheTable(@ForAll("calls") List<Call> calls) {
    var order =
        new OrderDesk(office(Role.DISPATCHER)).order(", 'visits': [{'durationMinutes': 60}]");
    orderId = UUID.fromString(order.id());
    visitId = UUID.fromString(order.at("/visits/0/id"));
    var before = List.<StatusChange>of();
    for (var call : calls) {
      boolean taken = attempt(call);
      var after = orders.history(orderId);
      assertThat(after.subList(0, before.size()))
          .extracting(StatusChange::to)
          .as("the past stays")
          .isEqualTo(before.stream().map(StatusChange::to).toList());
      if (!taken) {
        assertThat(after).as("refused: %s", call).hasSameSizeAs(before);
      }
      after.subList(before.size(), after.size()).forEach(change -> requireStamped(change, call));
      requireLegal(after);
      before = after;
    }
    var listed = office(Role.DISPATCHER).get("/api/orders?search={n}", order.at("/number"));
    assertThat(listed.at("/items/0/status"))
        .as("what the list filters by")
        .isEqualTo(orders.get(orderId).status().name());
  }

  private void requireLegal(List<StatusChange> history) {
    var status = NEW;
    for (var change : history) {
      assertThat(change.from()).isEqualTo(status);
      assertThat(LEGAL.getOrDefault(status, Set.of())).contains(change.to());
      status = change.to();
    }
    var order = orders.get(orderId);
    assertThat(order.visits().getFirst().status()).isEqualTo(status);
    assertThat(order.status()).as("of one visit").isEqualTo(status);
  }

  private static void requireStamped(StatusChange change, Call call) {
    assertThat(change.at()).isNotNull();
    assertThat(change.happenedAt()).isNotNull();
    assertThat(change.by()).isEqualTo(user(call.actor()));
    assertThat(change.source())
        .isEqualTo(
            switch (call.actor()) {
              case OWN_PHONE -> StepSource.PHONE;
              case PUBLISHER, PLANNER -> StepSource.PLAN;
              default -> StepSource.OFFICE;
            });
  }

  private static String user(Actor actor) {
    return switch (actor) {
      case OWN_PHONE -> "tina";
      case OTHERS_PHONE -> "tom";
      default -> "anna";
    };
  }

  /** True if it was not refused. */
  private boolean attempt(Call call) {
    try {
      switch (call.actor()) {
        case OWN_PHONE -> onPhone(call, own);
        case OTHERS_PHONE -> {
          onPhone(call, other);
          throw new AssertionError("Somebody else's visit: " + call);
        }
        case PUBLISHER -> as(call, () -> orders.dispatch(visitId, List.of(own), START));
        case PLANNER -> as(call, () -> plan(call.sayingWhy()));
        case SETTLEMENT -> as(call, () -> settle(call.sayingWhy()));
        default -> {
          return atDesk(call, Role.valueOf(call.actor().name()));
        }
      }
      return true;
    } catch (ConflictException | InvalidInputException | AccessDeniedException refused) {
      return false;
    }
  }

  private void onPhone(Call call, UUID technician) {
    as(
        call,
        () -> {
          progress.step(visitId, technician, call.step(), call.sayingWhy() ? "so" : "", START);
        });
  }

  private void plan(boolean in) {
    orders.recordPlan(
        in ? List.of(new PlannedStart(visitId, List.of(own), START)) : List.of(),
        in ? List.of() : List.of(visitId));
  }

  private void settle(boolean only) {
    if (only) {
      progress.settle(orderId, START);
    } else {
      progress.invoice(orderId, START);
    }
  }

  private boolean atDesk(Call call, Role role) {
    var visit = orders.get(orderId).visits().getFirst();
    boolean plans = call.step() == VisitStep.PLAN;
    var answer =
        office(role)
            .post(
                "{'step': '%s', 'version': %d, 'reason': '%s'%s}"
                    .formatted(
                        call.step(),
                        visit.version(),
                        call.sayingWhy() ? "so" : "",
                        plans
                            ? ", 'technicianIds': ['%s'], 'plannedStart': '%s'"
                                .formatted(own, START)
                            : ""),
                "/api/visits/{id}/steps",
                visitId);
    if (!DESKS.contains(role)) {
      assertThat(answer.status()).as("%s", call).isEqualTo(403);
    } else {
      assertThat(answer.status()).as("%s %s", call, answer.body()).isIn(200, 400, 409);
    }
    return answer.status() == 200;
  }

  private void as(Call call, Runnable work) {
    currentUser.actAs(user(call.actor()), work);
  }

  private Office office(Role role) {
    return new Office(context, role);
  }
}
