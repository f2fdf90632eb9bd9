package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.InvalidInputException;
import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.StepSource;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The world goes on while a plan is made. */
@TrasaIT
@TestPropertySource(
    properties = {
      "test.company=changing",
      "trasa.planning.jobs.checkpoint=200ms",
      "trasa.routing.source=straight-line"
    })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SolveChangesIT {

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private PlanningService planning;
  @Autowired private SolveQueue queue;
  @Autowired private SolveJobs jobs;
  @Autowired private Plans plans;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  private SmallCompany company;
  private int minutes;

  @BeforeAll
  void open() {
    company = new SmallCompany(customers, orders, people, register, shifts);
  }

  /** Of plans that cover a day the newest holds, and this clock stands still. */
  @BeforeEach
  void letTimePass() {
    minutes += 10;
    clock.advance(Duration.ofMinutes(minutes));
  }

  @Test
  void whatComesAndGoesMeanwhileIsPlannedAccordingly() {
    UUID job = planning.start(SmallCompany.DAY, 1, 8, null, PlanScope.ALL).id();
    await().until(() -> planning.find(job).progress().betterPlans() > 0);
    UUID gone = cancel(anyNew());
    UUID added = company.oneMore();
    int before =
        planning.find(job).progress().planned() + planning.find(job).progress().unassigned();
    await().until(() -> isEnded(job));
    assertThat(planning.find(job).state()).isEqualTo(JobState.DONE);
    assertThat(planned(job)).contains(added).doesNotContain(gone);
    var progress = planning.find(job).progress();
    assertThat(progress.planned() + progress.unassigned()).isEqualTo(before);
    assertThat(progress.score()).isNotNull().matches(score -> score.hard() == 0);
  }

  /** The store has written all and waits for an order that is just being cancelled. */
  @Test
  void whatComesAtTheVeryEndIsNotLostEither() {
    UUID job = planning.start(SmallCompany.DAY, 1, 1, null, PlanScope.ALL).id();
    await().until(() -> planning.find(job).state() == JobState.RUNNING);
    Visit going = anyNew();
    UUID added =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  UUID one = company.oneMore();
                  cancel(going);
                  String self =
                      ask("select cast(cast(pg_current_xact_id() as xid) as text)", Map.of());
                  await().until(() -> somebodyWaitsFor(self));
                  return one;
                });
    await().until(() -> isEnded(job));
    assertThat(planning.find(job).state()).isEqualTo(JobState.DONE);
    assertThat(planned(job)).contains(added).doesNotContain(going.id());
    assertThat(ask("select count(*) from planning_plan where job_id = :id", Map.of("id", job)))
        .isEqualTo("1");
  }

  /** What a shut-down does, and a test's pause of an application as well. */
  @Test
  void goesOnAfterTheNodeWasShutDown() {
    UUID job = planning.start(SmallCompany.DAY, 1, 6, null, PlanScope.ALL).id();
    await().until(() -> planning.find(job).progress().betterPlans() > 0);
    queue.stop();
    SolveJob left = planning.find(job);
    assertThat(left.state()).isEqualTo(JobState.RUNNING);
    assertThat(jobs.checkpoint(job)).isPresent();
    assertThat(ask("select count(*) from planning_task where not picked", Map.of())).isEqualTo("1");
    queue.start();
    await().until(() -> isEnded(job));
    SolveJob done = planning.find(job);
    assertThat(done.state()).isEqualTo(JobState.DONE);
    assertThat(done.attempt()).isEqualTo(2);
    assertThat(done.searchedMillis()).isBetween(left.searchedMillis() + 1, 8_000L);
    assertThat(planned(job)).isNotEmpty();
  }

  @Test
  void changesOnlyWhatIsInItsScope() {
    Set<String> before = places(ended(PlanScope.ALL));
    UUID added = company.oneMore();
    UUID filled = ended(new PlanScope(Set.of(), Set.of(), true));
    assertThat(planned(filled)).contains(added);
    assertThat(places(filled)).as("whoever had a place has it still").containsAll(before);
    assertThat(visits(filled)).as("and is not pinned for that").noneMatch(PlannedVisit::isPinned);

    Set<String> all = places(filled);
    UUID someone = visits(filled).getFirst().route().technicianId();
    UUID another = company.oneMore();
    UUID ofOne = ended(new PlanScope(Set.of(someone), Set.of(), false));
    assertThat(places(ofOne).stream().filter(place -> !place.contains(someone.toString())))
        .as("the others' routes are as they were")
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(place -> !place.contains(someone.toString())).toList());
    assertThat(visits(ofOne).stream().filter(v -> v.visitId().equals(another)))
        .allMatch(v -> v.route().technicianId().equals(someone));

    assertThatThrownBy(
            () ->
                planning.start(
                    SmallCompany.DAY, 1, 1, null, new PlanScope(Set.of(added), Set.of(), false)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("technicianIds");
  }

  private UUID ended(PlanScope scope) {
    clock.advance(Duration.ofMinutes(1));
    UUID job = planning.start(SmallCompany.DAY, 1, 2, null, scope).id();
    await().until(() -> isEnded(job));
    assertThat(planning.find(job).state()).isEqualTo(JobState.DONE);
    return job;
  }

  private Set<String> places(UUID job) {
    return visits(job).stream()
        .map(v -> v.visitId() + " " + v.member() + " " + v.route().technicianId())
        .collect(Collectors.toSet());
  }

  private Visit anyNew() {
    VisitBrief brief =
        orders.visitsFor(SmallCompany.DAY, 1).stream()
            .filter(v -> v.missing().isEmpty() && v.crewSize() == 1)
            .filter(v -> v.status() == VisitStatus.NEW || v.status() == VisitStatus.PLANNED)
            .filter(v -> v.skills().isEmpty() && v.windows().isEmpty())
            .findFirst()
            .orElseThrow();
    return orders.get(brief.orderId()).visits().getFirst();
  }

  private UUID cancel(Visit visit) {
    orders.step(visit.id(), visit.version(), VisitStep.CANCEL, "Moved away", StepSource.OFFICE);
    return visit.id();
  }

  /** For a row that the transaction has locked. */
  private boolean somebodyWaitsFor(String transaction) {
    var sql =
        """
        select count(*) from pg_locks
        where not granted and transactionid = cast(cast(:transaction as text) as xid)
        """;
    return !ask(sql, Map.of("transaction", transaction)).equals("0");
  }

  private String ask(String sql, Map<String, ?> parameters) {
    return jdbc.sql(sql).params(parameters).query(String.class).single();
  }

  private boolean isEnded(UUID job) {
    return !planning.find(job).state().isActive();
  }

  private Set<UUID> planned(UUID job) {
    return visits(job).stream().map(PlannedVisit::visitId).collect(Collectors.toSet());
  }

  private List<PlannedVisit> visits(UUID job) {
    Plan plan = plans.findById(Objects.requireNonNull(planning.find(job).planId())).orElseThrow();
    return plans.routes(plan, SmallCompany.DAY).stream()
        .flatMap(route -> route.visits().stream())
        .toList();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }
}
