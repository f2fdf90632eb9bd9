package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.StepSource;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitProgress;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered of a declined visit, in whatever order and how often it is heard of. */
@TrasaIT
@TestPropertySource(properties = "test.company=declined")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclineWatchIT {

  private static final Instant NINE = Instant.parse(SmallCompany.DAY + "T08:00:00Z");

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private VisitProgress progress;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private SettableClock clock;
  @Autowired private DeclineWatch watch;
  @Autowired private Declines declines;
  @Autowired private TransactionTemplate transaction;

  private List<UUID> visits = List.of();
  private UUID technician = new UUID(0, 0);

  @BeforeAll
  void open() {
    var company = new SmallCompany(customers, orders, people, register, shifts);
    visits = List.of(company.oneMore(), company.oneMore(), company.oneMore());
    technician = people.activeTechnicians().getFirst().id();
  }

  @Test
  void hearsOfADeclineManyTimesAtOnceAndRemembersItOnce() throws Exception {
    var declined = declined(visits.get(0));
    hear(declined, 8);
    var remembered = declines.findById(declined.visitId()).orElseThrow();
    assertThat(remembered.reason()).isEqualTo("No ladder");
    assertThat(remembered.technicianIds()).containsExactly(technician);
    assertThat(declines.of(List.of(brief(declined.visitId())))).hasSize(1);
  }

  @Test
  void doesNotBringBackADeclineThatIsOver() throws Exception {
    var declined = declined(visits.get(1));
    orders.dispatch(declined.visitId(), List.of(technician), NINE);
    hear(declined, 4);
    assertThat(declines.of(List.of(brief(declined.visitId())))).as("sent again").isEmpty();
    office(declined.visitId(), VisitStep.RECALL);
    hear(declined, 4);
    assertThat(declines.of(List.of(brief(declined.visitId()))))
        .as("the office took it back, nobody declined")
        .isEmpty();
  }

  @Test
  void keepsADeclineUntilItIsSentAgainWhateverIsPlanned() throws Exception {
    var declined = declined(visits.get(2));
    orders.recordPlan(List.of(), List.of(declined.visitId()));
    hear(declined, 1);
    assertThat(declines.of(List.of(brief(declined.visitId())))).hasSize(1);
  }

  private VisitChanged declined(UUID visit) {
    orders.dispatch(visit, List.of(technician), NINE);
    progress.step(visit, technician, VisitStep.RECALL, "No ladder", clock.instant());
    return new VisitChanged(
        visit, brief(visit).orderId(), VisitStatus.DISPATCHED, VisitStatus.PLANNED);
  }

  private void office(UUID visit, VisitStep step) {
    orders.step(visit, brief(visit).version(), step, "Another day", StepSource.OFFICE);
  }

  /**
   * As the registry tells it, but here and now; beside the one telling that the step itself caused.
   */
  private void hear(VisitChanged event, int times) throws Exception {
    DeclineWatch target = AopTestUtils.getUltimateTargetObject(watch);
    Callable<Boolean> once =
        () -> {
          transaction.executeWithoutResult(status -> target.on(event));
          return true;
        };
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var heard : executor.invokeAll(IntStream.range(0, times).mapToObj(i -> once).toList())) {
        assertThat(heard.get()).isTrue();
      }
    }
  }

  private VisitBrief brief(UUID visit) {
    return orders.visitsFor(SmallCompany.DAY, 1).stream()
        .filter(brief -> brief.id().equals(visit))
        .findFirst()
        .orElseThrow();
  }
}
