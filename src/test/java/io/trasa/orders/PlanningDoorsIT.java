package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.ConflictException;
import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.common.Vehicle;
import io.trasa.customers.Address;
import io.trasa.customers.Billing;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.testkit.TrasaIT;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What planning asks of orders. The clock stands on Monday, 23 November 2026. */
@TrasaIT
class PlanningDoorsIT {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T08:00:00Z");

  @Autowired private OrderService orders;
  @Autowired private CustomerService customers;
  @Autowired private PeopleService people;
  @Autowired private EntityManagerFactory factory;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private UUID customerId = new UUID(0, 0);
  private UUID siteId = new UUID(0, 0);
  private UUID technicianId = new UUID(0, 0);

  @BeforeEach
  void prepare() {
    customerId =
        customers
            .create(new Customer.Details("Door", "", "", "en", Priority.URGENT, "", Billing.USUAL))
            .id();
    var address = new Address("Ring", "1", "17033", "Neubrandenburg");
    siteId =
        customers
            .addSite(customerId, new Site.Details("Hall", address, new Coordinates(53.5, 13.2), ""))
            .id();
    technicianId =
        people
            .create(
                new Technician.Details(
                    "Ina",
                    "",
                    "",
                    "#000000",
                    new Coordinates(53, 13),
                    "",
                    List.of(),
                    List.of(),
                    null,
                    Vehicle.CAR,
                    true))
            .id();
  }

  @Test
  void tellsAllThatPlanningWantsToKnow() {
    var visit = order(null, window(MONDAY_NINE, 60));
    var brief = brief(MONDAY, 1, visit);
    assertThat(brief.customerName()).isEqualTo("Door");
    assertThat(brief.siteName()).isEqualTo("Hall");
    assertThat(brief.address()).isEqualTo("Ring 1, 17033 Neubrandenburg");
    assertThat(brief.coordinates()).isEqualTo(new Coordinates(53.5, 13.2));
    assertThat(brief.priority()).as("the customer's is heavier").isEqualTo(Priority.URGENT);
    assertThat(brief.duration()).isEqualTo(Duration.ofHours(1));
    assertThat(brief.windows()).containsExactly(window(MONDAY_NINE, 60));
    assertThat(brief.missing()).isEmpty();
    assertThat(brief.technicianIds()).isEmpty();
    assertThat(brief.plannedStart()).isNull();
  }

  @Test
  void givesVisitsTheDaysTheyCouldBelongTo() {
    var anyTime = order(null);
    var dueTuesday = order(MONDAY.plusDays(1));
    var overdue = order(MONDAY.minusDays(3));
    var notBeforeTuesday =
        visitOf(
            orders.create(
                details(OrderType.CALL_OUT, MONDAY.plusDays(1), MONDAY.plusDays(9)),
                List.of(visitDetails())));
    var windowed = order(null, window(MONDAY_NINE.plus(Duration.ofDays(1)), 60));
    var missed = order(null, window(MONDAY_NINE.minus(Duration.ofDays(1)), 60));
    var lateMonday = order(null, window(Instant.parse("2026-11-23T22:30:00Z"), 15));

    assertThat(ids(MONDAY, 1))
        .contains(anyTime, dueTuesday, overdue, missed, lateMonday)
        .doesNotContain(windowed, notBeforeTuesday);
    assertThat(ids(MONDAY.plusDays(1), 1))
        .contains(anyTime, dueTuesday, windowed, notBeforeTuesday)
        .doesNotContain(overdue, missed, lateMonday);
    assertThat(ids(MONDAY.plusDays(2), 1))
        .contains(anyTime)
        .doesNotContain(dueTuesday, overdue, windowed, missed);
    assertThat(ids(MONDAY, 3)).contains(anyTime, dueTuesday, overdue, windowed, missed);
  }

  @Test
  void keepsWorkOnItsDayWhateverItsStatusButCancelled() {
    var visit = order(null);
    orders.dispatch(visit, List.of(technicianId), MONDAY_NINE);
    assertThat(brief(MONDAY, 1, visit).status()).isEqualTo(VisitStatus.DISPATCHED);
    assertThat(ids(MONDAY.plusDays(1), 1)).doesNotContain(visit);
    orders.step(visit, version(visit), VisitStep.CANCEL, "Rain", StepSource.OFFICE);
    assertThat(ids(MONDAY, 1)).doesNotContain(visit);
  }

  @Test
  void plansMovesAndUnplans() {
    var visit = order(null);
    record(visit, MONDAY_NINE);
    assertThat(brief(MONDAY, 1, visit).status()).isEqualTo(VisitStatus.PLANNED);
    assertThat(brief(MONDAY, 1, visit).technicianIds()).containsExactly(technicianId);
    record(visit, MONDAY_NINE.plusSeconds(3600));
    assertThat(brief(MONDAY, 1, visit).plannedStart()).isEqualTo(MONDAY_NINE.plusSeconds(3600));
    orders.recordPlan(List.of(), List.of(visit));
    assertThat(brief(MONDAY, 1, visit).status()).isEqualTo(VisitStatus.NEW);
    assertThat(orders.history(brief(MONDAY, 1, visit).orderId()))
        .as("a move is not a step")
        .extracting(StatusChange::to)
        .containsExactly(VisitStatus.PLANNED, VisitStatus.NEW);
    assertThat(orders.history(brief(MONDAY, 1, visit).orderId()))
        .allMatch(c -> c.source() == StepSource.PLAN && "trasa".equals(c.by()));
  }

  @Test
  void leavesDispatchedAndIncompleteVisitsAsTheyAre() {
    var dispatched = order(null);
    orders.dispatch(dispatched, List.of(technicianId), MONDAY_NINE);
    record(dispatched, MONDAY_NINE.plusSeconds(7200));
    assertThat(brief(MONDAY, 1, dispatched).plannedStart()).isEqualTo(MONDAY_NINE);
    orders.recordPlan(List.of(), List.of(dispatched));
    assertThat(brief(MONDAY, 1, dispatched).status()).isEqualTo(VisitStatus.DISPATCHED);

    var incomplete = visitOf(place(OrderType.WARRANTY_REPAIR, null));
    record(incomplete, MONDAY_NINE);
    assertThat(brief(MONDAY, 1, incomplete).status()).isEqualTo(VisitStatus.NEW);
    assertThat(brief(MONDAY, 1, incomplete).missing()).containsExactly("contactId");
  }

  @Test
  void dispatchesAgainWhenTimeChangesButNotOnceSomebodyIsOnTheWay() {
    var visit = order(null);
    orders.dispatch(visit, List.of(technicianId), MONDAY_NINE);
    orders.step(visit, version(visit), VisitStep.ACCEPT, "", StepSource.PHONE);
    orders.dispatch(visit, List.of(technicianId), MONDAY_NINE.plusSeconds(600));
    assertThat(brief(MONDAY, 1, visit).status()).isEqualTo(VisitStatus.DISPATCHED);
    orders.step(visit, version(visit), VisitStep.ACCEPT, "", StepSource.PHONE);
    orders.step(visit, version(visit), VisitStep.TRAVEL, "", StepSource.PHONE);
    assertThatThrownBy(() -> orders.dispatch(visit, List.of(technicianId), MONDAY_NINE))
        .isInstanceOf(ConflictException.class);
    assertThat(brief(MONDAY, 1, visit).plannedStart()).isEqualTo(MONDAY_NINE.plusSeconds(600));
  }

  @Test
  void takesAThousandVisitsInAFewQueries() {
    // Far away, so that no other test meets them.
    var farDay = LocalDate.of(2031, 3, 4);
    var farStart = Instant.parse("2031-03-04T08:00:00Z");
    var twenty = Collections.nCopies(20, visitDetails(window(farStart, 60)));
    var visits =
        IntStream.range(0, 50)
            .mapToObj(i -> orders.create(details(OrderType.CALL_OUT, null, null), twenty))
            .flatMap(order -> order.visits().stream())
            .map(Visit::id)
            .toList();
    assertThat(visits).hasSize(1000);
    var starts =
        visits.stream().map(id -> new PlannedStart(id, List.of(technicianId), farStart)).toList();
    long writing = statements(() -> orders.recordPlan(starts, List.of()));
    long reading = statements(() -> orders.visitsFor(farDay, 1));
    assertThat(writing).isLessThan(60);
    assertThat(reading).isLessThan(25);
    assertThat(statements(() -> orders.recordPlan(List.of(), visits))).isLessThan(60);
    assertThat(brief(farDay, 1, visits.getLast()).status()).isEqualTo(VisitStatus.NEW);
  }

  @Test
  void leavesNothingToBeDoneLaterForAPlan() {
    var visit = order(null);
    transaction.executeWithoutResult(
        status -> {
          record(visit, MONDAY_NINE);
          assertThat(keptEvents(visit)).isZero();
          orders.dispatch(visit, List.of(technicianId), MONDAY_NINE);
          assertThat(keptEvents(visit)).isZero();
          orders.step(visit, version(visit), VisitStep.RECALL, "No time", StepSource.PHONE);
          assertThat(keptEvents(visit)).as("the board must hear of it").isPositive();
        });
  }

  private long keptEvents(UUID visit) {
    return jdbc.sql("select count(*) from event_publication where serialized_event like ?")
        .param("%" + visit + "%")
        .query(Long.class)
        .single();
  }

  private long statements(Runnable work) {
    var statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      work.run();
      return statistics.getPrepareStatementCount();
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  private void record(UUID visit, Instant start) {
    orders.recordPlan(List.of(new PlannedStart(visit, List.of(technicianId), start)), List.of());
  }

  private List<UUID> ids(LocalDate day, int days) {
    return orders.visitsFor(day, days).stream().map(VisitBrief::id).toList();
  }

  private VisitBrief brief(LocalDate day, int days, UUID visit) {
    return orders.visitsFor(day, days).stream()
        .filter(v -> v.id().equals(visit))
        .findFirst()
        .orElseThrow();
  }

  private long version(UUID visit) {
    return brief(MONDAY, 1, visit).version();
  }

  private UUID order(@Nullable LocalDate dueDate, TimeWindow... windows) {
    return visitOf(place(OrderType.CALL_OUT, dueDate, windows));
  }

  private static UUID visitOf(Order order) {
    return order.visits().getFirst().id();
  }

  private Order place(OrderType type, @Nullable LocalDate dueDate, TimeWindow... windows) {
    return orders.create(details(type, null, dueDate), List.of(visitDetails(windows)));
  }

  private Order.Details details(
      OrderType type, @Nullable LocalDate earliestDate, @Nullable LocalDate dueDate) {
    return new Order.Details(
        type,
        customerId,
        siteId,
        null,
        null,
        "Cold",
        "",
        Priority.NORMAL,
        earliestDate,
        dueDate,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Visit.Details visitDetails(TimeWindow... windows) {
    return new Visit.Details(Duration.ofHours(1), List.of(windows), List.of(), 1, null);
  }

  private static TimeWindow window(Instant start, int minutes) {
    return new TimeWindow(start, start.plus(Duration.ofMinutes(minutes)));
  }
}
