package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.StepSource;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitProgress;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A planned day is published, changed, and published again; each test goes on from the last. */
@TrasaIT
@TestPropertySource(properties = "test.company=published")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishIT {

  private static final String PUBLISH = "/api/plans/publish";
  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;
  private static final String BODY = "{'day': '" + SmallCompany.DAY + "'%s}";

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private VisitProgress progress;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private SmallCompany company;
  private Browser browser;

  @BeforeAll
  void open() {
    company = new SmallCompany(customers, orders, people, register, shifts);
    users.create(
        "dispatcher",
        "a long password",
        new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
    browser = new Browser(port);
    browser.logIn("dispatcher", "a long password");
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  @Order(1)
  void refusesWhatIsNotThere() {
    var nothing = browser.post(BODY.formatted(""), PUBLISH);
    assertThat(nothing.status()).as("no plan yet").isEqualTo(404);
    plan();
    var other = ", 'planId': '%s'".formatted(UUID.randomUUID());
    var stale = browser.post(BODY.formatted(other), PUBLISH);
    assertThat(stale.at("/code")).isEqualTo("plan-changed");
    assertThat(statuses()).doesNotContain(VisitStatus.DISPATCHED);
  }

  @Test
  @Order(2)
  void sendsOnlyWhatConcernsTheAskedTechnicians() {
    var route = routes().entrySet().iterator().next();
    var body = BODY.formatted(", 'technicianIds': ['%s']".formatted(route.getKey()));
    var published = publish(body);
    assertThat(published.get("sent")).hasSameSizeAs(route.getValue());
    var plans = browser.get("/api/plans?day=" + SmallCompany.DAY).json();
    assertThat(plans.at("/items/0/publications/0/sentVisits"))
        .as("who looks later sees which visits went out")
        .isEqualTo(published.get("sent"));
    for (var visit : visits().values()) {
      assertThat(visit.status() == VisitStatus.DISPATCHED)
          .isEqualTo(route.getValue().contains(visit.id()));
    }
  }

  @Test
  @Order(3)
  void sendsTheRestOnceAndTellsTheTruth() {
    try (LiveEvents live = browser.listen()) {
      var all = publish(BODY.formatted(""));
      live.await("board", news -> "published".equals(news.get("reason").asString()));
      assertThat(all.get("unchanged").asInt() + all.get("sent").size()).isEqualTo(22);
      assertThat(all.get("refused")).isEmpty();
    }
    for (var planned : routes().values().stream().flatMap(List::stream).toList()) {
      var visit = Objects.requireNonNull(visits().get(planned));
      assertThat(visit.status()).isEqualTo(VisitStatus.DISPATCHED);
      assertThat(visit.progress().dispatchedAt()).isEqualTo(clock.instant());
    }
    assertThat(Objects.requireNonNull(visits().get(company.forTwo)).technicianIds()).hasSize(2);

    clock.advance(Duration.ofMinutes(5));
    var again = publish(BODY.formatted(""));
    assertThat(again.get("sent")).isEmpty();
    assertThat(again.get("unchanged").asInt()).isEqualTo(22);
    var day = browser.get(BOARD).json().at("/publishing/0");
    assertThat(day.get("changes")).isEmpty();
    assertThat(day.at("/published/by").asString()).isEqualTo("dispatcher");
    assertThat(day.at("/published/at").asString())
        .as("publishing what is published leaves no trace")
        .isEqualTo(SettableClock.START.toString());
  }

  @Test
  @Order(4)
  void leavesAloneWhatIsUnderWayAndNamesWhatCannotBeSent() {
    var route = routes().entrySet().iterator().next();
    UUID technician = route.getKey();
    UUID begun = route.getValue().get(0);
    UUID held = route.getValue().get(1);
    UUID declined = route.getValue().get(2);
    progress.step(begun, technician, VisitStep.ACCEPT, "", clock.instant());
    progress.step(begun, technician, VisitStep.START, "", clock.instant());
    office(held, VisitStep.HOLD, "Customer is away");
    try (LiveEvents live = browser.listen()) {
      progress.step(declined, technician, VisitStep.RECALL, "No ladder", clock.instant());
      live.await("board", news -> "declined".equals(news.get("reason").asString()));
    }
    var board = browser.get(BOARD).json();
    assertThat(changes(board))
        .containsOnly(Map.entry(held, "REFUSED NOT_OPEN"), Map.entry(declined, "REFUSED DECLINED"));
    assertThat(visit(board, declined).at("/declined/reason").asString()).isEqualTo("No ladder");

    var published = publish(BODY.formatted(""));
    assertThat(published.get("sent")).isEmpty();
    assertThat(published.get("refused")).hasSize(2);
    assertThat(published.get("refused").findValuesAsString("status"))
        .containsExactlyInAnyOrder("ON_HOLD", "PLANNED");
    assertThat(Objects.requireNonNull(visits().get(begun)).status())
        .isEqualTo(VisitStatus.IN_PROGRESS);

    var insisted = publish(BODY.formatted(", 'visitIds': ['%s']".formatted(declined)));
    assertThat(insisted.get("sent")).hasSize(1);
    assertThat(Objects.requireNonNull(visits().get(declined)).status())
        .isEqualTo(VisitStatus.DISPATCHED);
  }

  @Test
  @Order(5)
  void takesBackWhatTheNextPlanHasNoPlaceFor() {
    var route = routes().entrySet().stream().skip(1).findFirst().orElseThrow();
    UUID technician = route.getKey();
    people
        .shifts(
            SmallCompany.DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
            SmallCompany.DAY.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
        .stream()
        .filter(shift -> shift.technicianId().equals(technician))
        .forEach(shift -> shifts.removeShift(shift.id()));
    clock.advance(Duration.ofMinutes(20));
    plan();
    var before = browser.get(BOARD).json();
    assertThat(before.at("/publishing/0/published").isNull()).as("a draft beside it").isTrue();
    assertThat(changes(before).values()).contains("RECALLED null");
    var published = publish(BODY.formatted(""));
    for (UUID visit : route.getValue()) {
      if (visits().get(visit) instanceof VisitBrief back && back.crewSize() == 1) {
        assertThat(back.status()).isEqualTo(VisitStatus.NEW);
        assertThat(back.technicianIds()).isEmpty();
        assertThat(orders.history(back.orderId()))
            .anySatisfy(change -> assertThat(change.reason()).isEqualTo("Plan changed"));
      }
    }
    assertThat(published.get("recalled")).isNotEmpty();
    assertThat(publish(BODY.formatted("")).get("recalled")).isEmpty();
  }

  private void office(UUID visit, VisitStep step, String reason) {
    var brief = Objects.requireNonNull(visits().get(visit));
    orders.step(visit, brief.version(), step, reason, StepSource.OFFICE);
  }

  private JsonNode publish(String body) {
    var answer = browser.post(body, PUBLISH);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private void plan() {
    try (LiveEvents live = browser.listen()) {
      var body = "{'from': '%s', 'days': 1, 'seconds': 2}".formatted(SmallCompany.DAY);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
  }

  private Map<UUID, VisitBrief> visits() {
    return orders.visitsFor(SmallCompany.DAY, 1).stream()
        .collect(Collectors.toMap(VisitBrief::id, Function.identity()));
  }

  private List<VisitStatus> statuses() {
    return visits().values().stream().map(VisitBrief::status).toList();
  }

  private Map<UUID, List<UUID>> routes() {
    var routes = new java.util.LinkedHashMap<UUID, List<UUID>>();
    for (var technician : browser.get(BOARD).json().get("technicians")) {
      var stops = technician.at("/days/0/route/stops");
      if (stops.size() > 2) {
        routes.put(
            UUID.fromString(technician.get("id").asString()),
            stops.findValuesAsString("visitId").stream().map(UUID::fromString).toList());
      }
    }
    return routes;
  }

  private static Map<UUID, String> changes(JsonNode board) {
    var changes = new java.util.HashMap<UUID, String>();
    for (var change : board.at("/publishing/0/changes")) {
      changes.put(
          UUID.fromString(change.get("visitId").asString()),
          change.get("kind").asString() + " " + change.get("refusal").asString("null"));
    }
    return changes;
  }

  private static JsonNode visit(JsonNode board, UUID id) {
    for (var visit : board.get("visits")) {
      if (visit.get("id").asString().equals(id.toString())) {
        return visit;
      }
    }
    throw new AssertionError(id);
  }
}
