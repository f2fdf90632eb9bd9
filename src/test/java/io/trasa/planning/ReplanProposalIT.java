package io.trasa.planning;

import static io.trasa.common.Priority.URGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitProgress;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import io.trasa.people.PeopleService;
import io.trasa.people.PositionService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.planning.problem.Stop;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A published day meets its surprises; each test goes on from the last. */
@TrasaIT
@TestPropertySource(properties = "test.company=surprised")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplanProposalIT {

  private static final String PASSWORD = "a long password";
  private static final String CHANGES = "/api/plans/changes";

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private VisitProgress progress;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private ReplanBuilder builder;
  @Autowired private PositionService positions;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private final Set<UUID> withPhone = new HashSet<>();
  private SmallCompany company;
  private Browser browser;

  @BeforeAll
  void publish() {
    clock.set(time("05:00"));
    company = new SmallCompany(customers, orders, people, register, shifts, SmallCompany.BREAKFAST);
    user("dispatcher", Role.DISPATCHER, null);
    browser = new Browser(port);
    browser.logIn("dispatcher", PASSWORD);
    plan();
    var day = "{'day': '%s'}".formatted(SmallCompany.DAY);
    assertThat(browser.post(day, "/api/plans/publish").json().get("sent")).hasSize(22);
  }

  @BeforeEach
  void inTheMorning() {
    clock.set(time("06:30"));
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  @Order(1)
  void saysWhatIsWrongWithAWish() {
    assertThat(post("{'trigger': 'TAKES_LONGER', 'minutes': 5}").at("/errors/0/field"))
        .isEqualTo("visitId");
    var unknown = "{'trigger': 'CANCELLED', 'reason': 'x', 'visitId': '%s'}";
    assertThat(post(unknown.formatted(UUID.randomUUID())).at("/errors/0/field"))
        .isEqualTo("visitId");
    assertThat(post("{'trigger': 'DELAYS', 'seconds': 61}").at("/errors/0/field"))
        .isEqualTo("seconds");
    assertThat(post("{'trigger': 'TECHNICIAN_ILL'}").at("/errors/0/field"))
        .isEqualTo("technicianId");
  }

  @Test
  @Order(2)
  void nothingHappenedNothingChanges() {
    // Before anybody sets out: the plan is as good as it was.
    clock.set(time("05:00"));
    JsonNode replan = replan("{'trigger': 'DELAYS'}");
    assertThat(replan.at("/proposal/changes")).isEmpty();
    assertThat(replan.at("/proposal/driveSeconds").asInt())
        .isEqualTo(replan.at("/proposal/driveSecondsBefore").asInt());
    discard(replan);
  }

  @Test
  @Order(2)
  void whoIsAtNoWorkGoesOnFromWhereHisPhoneIs() {
    UUID technician = sent().getFirst().technicianIds().getFirst();
    positions.note(technician, new Coordinates(53.555, 13.26), 20, clock.instant());
    var setting = builder.build(new Trigger.Delays(), null);
    var place = setting.rest().places().get(new Coordinates(53.555, 13.26));
    assertThat(setting.rest().routePlan().getDays())
        .filteredOn(day -> setting.rest().technicianId(day).equals(technician))
        .singleElement()
        .satisfies(
            day -> {
              Stop first = day.getStops().getFirst();
              assertThat(setting.underWay().isMark(first)).isTrue();
              assertThat(first.place()).isEqualTo(place);
            });
    positions.forget(technician);
  }

  @Test
  @Order(2)
  void whatIsHeldForACallerStaysFree() {
    clock.set(time("05:00"));
    var wish =
        "{'place': {'lat': 53.555, 'lon': 13.26}, 'durationMinutes': 30, 'from': '%s', 'days': 1}"
            .formatted(SmallCompany.DAY);
    JsonNode offer = browser.post(wish, "/api/booking/slots").json().at("/offers/0");
    var id = UUID.randomUUID();
    var hold = "{'id': '%s', 'slots': %s, 'window': %s}".formatted(id, wish, offer.get("window"));
    assertThat(browser.post(hold, "/api/booking/holds").status()).isEqualTo(201);
    assertThat(builder.build(new Trigger.Delays(), null).rest().routePlan().getStops())
        .filteredOn(Stop::isHeld)
        .singleElement()
        .satisfies(stop -> assertThat(stop.visit()).isEqualTo(id));
    JsonNode replan = replan("{'trigger': 'DELAYS'}");
    assertThat(replan.toString()).doesNotContain(id.toString());
    discard(replan);
    browser.delete("/api/booking/holds/" + id);
  }

  @Test
  @Order(3)
  void handsTheVisitsOfWhoIsIllToOthersAndTheirPhonesKnow() {
    UUID ill = busiest();
    List<VisitBrief> his = sent().stream().filter(v -> v.technicianIds().contains(ill)).toList();
    VisitBrief first = his.getFirst();
    progress.step(first.id(), ill, VisitStep.ACCEPT, "", clock.instant());
    progress.step(first.id(), ill, VisitStep.START, "", clock.instant());

    JsonNode replan = replan("{'trigger': 'TECHNICIAN_ILL', 'technicianId': '%s'}".formatted(ill));
    assertThat(replan.get("firstMillis").asLong()).isLessThan(10_000);
    for (JsonNode change : replan.at("/proposal/changes")) {
      assertThat(change.get("technicianIds").valueStream().map(JsonNode::asString))
          .doesNotContain(ill.toString());
    }
    assertThat(absences(ill)).as("nothing is noted before").isEmpty();
    var before = visits();
    discardedLeavesNoTrace(ill, before);

    replan = replan("{'trigger': 'TECHNICIAN_ILL', 'technicianId': '%s'}".formatted(ill));
    JsonNode accepted = accept(replan);
    assertThat(accepted.get("state").asString()).isEqualTo("ACCEPTED");
    assertThat(absences(ill)).hasSize(1);
    var after = visits();
    assertThat(visit(first.id()).status())
        .as("what he is in the midst of stays his")
        .isEqualTo(VisitStatus.IN_PROGRESS);
    int handedOver = 0;
    for (VisitBrief was : his.subList(1, his.size())) {
      VisitBrief is = Objects.requireNonNull(after.get(was.id()));
      assertThat(is.technicianIds()).doesNotContain(ill);
      if (is.status() == VisitStatus.DISPATCHED) {
        handedOver++;
        onThePhoneOf(is.technicianIds().getFirst(), is);
      } else {
        assertThat(is.status()).isEqualTo(VisitStatus.NEW);
      }
    }
    assertThat(handedOver).isPositive();

    JsonNode again = accept(replan);
    assertThat(again.get("accepted")).as("twice is once").isEqualTo(accepted.get("accepted"));
    assertThat(visits().values().stream().map(VisitBrief::version))
        .containsExactlyInAnyOrderElementsOf(
            after.values().stream().map(VisitBrief::version).toList());
  }

  @Test
  @Order(4)
  void refusesAProposalThatTheWorldHasOverrun() {
    VisitBrief visit = lastSent();
    JsonNode replan =
        replan("{'trigger': 'TAKES_LONGER', 'visitId': '%s', 'minutes': 60}".formatted(visit.id()));
    orders.changeVisit(
        visit.id(),
        visit.version(),
        new io.trasa.orders.Visit.Details(
            visit.duration().plusMinutes(5),
            visit.windows(),
            visit.skills(),
            visit.crewSize(),
            visit.territoryId()));
    var refused = browser.post("{}", "/api/replans/%s/accept".formatted(id(replan)));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("replan-stale");
    assertThat(refused.text()).contains("Ask for a new proposal");

    replan = replan("{'trigger': 'DELAYS'}");
    discard(replan);
    var closed = browser.post("{}", "/api/replans/%s/accept".formatted(id(replan)));
    assertThat(closed.at("/code")).isEqualTo("replan-closed");
  }

  @Test
  @Order(4)
  void whereNothingChangesThePublishedPlanHoldsOn() {
    String holds = browser.get("/api/plans?day=" + SmallCompany.DAY).at("/items/0/id");
    VisitBrief visit = lastSent();
    JsonNode replan =
        replan(
            "{'trigger': 'TAKES_LONGER', 'visitId': '%s', 'minutes': 1, 'freezeUntil': '%s'}"
                .formatted(visit.id(), time("22:00")));
    assertThat(replan.at("/proposal/changes")).isEmpty();
    assertThat(accept(replan).at("/accepted/planId").asString()).isEqualTo(holds);
    assertThat(visit(visit.id()).duration()).isEqualTo(visit.duration().plusMinutes(1));
  }

  @Test
  @Order(5)
  void cancelsAndLeavesTheOthersAlone() {
    VisitBrief visit = lastSent();
    JsonNode replan =
        replan(
            "{'trigger': 'CANCELLED', 'visitId': '%s', 'reason': 'By phone'}"
                .formatted(visit.id()));
    assertThat(replan.at("/proposal/dropped").asInt()).as("it asked for none").isZero();
    assertThat(replan.at("/proposal/changes").valueStream())
        .filteredOn(change -> change.get("visitId").asString().equals(visit.id().toString()))
        .singleElement()
        .satisfies(change -> assertThat(change.get("kind").asString()).isEqualTo("ENDED"));
    accept(replan);
    assertThat(visits().get(visit.id())).isNull();
    assertThat(orders.history(visit.orderId()))
        .anySatisfy(step -> assertThat(step.reason()).isEqualTo("By phone"));
  }

  @Test
  @Order(6)
  void notesThatAVisitTakesLongerAndThatACustomerIsAbsent() {
    VisitBrief visit = lastSent();
    accept(
        replan(
            "{'trigger': 'TAKES_LONGER', 'visitId': '%s', 'minutes': 30}".formatted(visit.id())));
    assertThat(visit(visit.id()).duration()).isEqualTo(visit.duration().plusMinutes(30));

    accept(replan("{'trigger': 'CUSTOMER_ABSENT', 'visitId': '%s'}".formatted(visit.id())));
    assertThat(orders.history(visit.orderId()).getLast().to()).isEqualTo(VisitStatus.ON_HOLD);

    VisitBrief later = lastSent();
    Instant back = clock.instant().plus(3, ChronoUnit.HOURS);
    accept(
        replan(
            "{'trigger': 'CUSTOMER_ABSENT', 'visitId': '%s', 'until': '%s'}"
                .formatted(later.id(), back)));
    VisitBrief is = visit(later.id());
    assertThat(is.windows().getFirst().start()).isEqualTo(back);
    if (is.status() == VisitStatus.DISPATCHED) {
      assertThat(is.plannedStart()).isAfterOrEqualTo(back);
    }
  }

  @Test
  @Order(7)
  void placesAnEmergencyFirstAndPutsOffWhatLacksParts() {
    UUID emergency = company.oneMore();
    JsonNode replan =
        replan(
            "{'trigger': 'EMERGENCY', 'visitId': '%s', 'freezeUntil': '%s'}"
                .formatted(emergency, time("06:45")));
    accept(replan);
    VisitBrief placed = visit(emergency);
    assertThat(placed.status()).isEqualTo(VisitStatus.DISPATCHED);
    assertThat(placed.plannedStart()).isAfterOrEqualTo(time("06:45"));
    assertThat(placed.priority()).as("no later replanning drops it lightly").isEqualTo(URGENT);

    VisitBrief lacking = lastSent();
    accept(replan("{'trigger': 'PARTS_MISSING', 'visitId': '%s'}".formatted(lacking.id())));
    assertThat(visit(lacking.id()).technicianIds())
        .doesNotContainAnyElementsOf(lacking.technicianIds());
  }

  @Test
  @Order(8)
  void goesRoundAClosedRoad() {
    JsonNode replan =
        replan(
            "{'trigger': 'ROAD_CLOSED', 'place': {'lat': 53.557, 'lon': 13.261},"
                + " 'radiusMetres': 150}");
    assertThat(replan.get("state").asString()).isEqualTo("READY");
    assertThat(replan.at("/proposal/driveSeconds").asInt()).isPositive();
    accept(replan);
  }

  @Test
  @Order(9)
  void anAcceptedProposalIsTakenBackAndThePhonesKnow() {
    UUID ill = busiest();
    var before = told();
    JsonNode replan = replan("{'trigger': 'TECHNICIAN_ILL', 'technicianId': '%s'}".formatted(ill));
    assertThat(replan.at("/proposal/changes")).isNotEmpty();
    accept(replan);
    var after = told();
    assertThat(after).isNotEqualTo(before);
    JsonNode made = browser.get(CHANGES + "?day=" + SmallCompany.DAY).json().get("undo");
    assertThat(made.get("replan").asBoolean()).isTrue();
    assertThat(made.get("steps")).hasSameSizeAs(replan.at("/proposal/changes"));

    assertThat(turn("undo").status()).isEqualTo(200);
    assertThat(told()).isEqualTo(before);
    VisitBrief his =
        sent().stream().filter(v -> v.technicianIds().contains(ill)).toList().getLast();
    onThePhoneOf(ill, his);
    assertThat(absences(ill)).as("what happened stays noted").hasSize(1);
    assertThat(turn("redo").status()).isEqualTo(200);
    assertThat(told()).isEqualTo(after);

    assertThat(turn("undo").status()).isEqualTo(200);
    progress.step(his.id(), ill, VisitStep.ACCEPT, "", clock.instant());
    progress.step(his.id(), ill, VisitStep.START, "", clock.instant());
    var refused = turn("redo");
    assertThat(refused.at("/code")).isEqualTo("undo-contradicted");
    assertThat(refused.at("/detail")).contains(his.orderNumber()).contains("IN_PROGRESS");
  }

  /** Who has most to do of what was sent and has not begun. */
  private UUID busiest() {
    return sent().stream()
        .filter(visit -> visit.crewSize() == 1)
        .collect(Collectors.groupingBy(v -> v.technicianIds().getFirst(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** What phones know of each visit. */
  private Map<UUID, String> told() {
    return visits().values().stream()
        .collect(
            Collectors.toMap(
                VisitBrief::id,
                v -> v.status() + " " + v.technicianIds() + " " + v.plannedStart()));
  }

  private Browser.Answer turn(String way) {
    JsonNode plan = browser.get("/api/board?day=" + SmallCompany.DAY).json().at("/publishing/0");
    var body =
        "{'from': '%s', 'plans': [{'day': '%s', 'planId': '%s', 'version': %d}]}"
            .formatted(
                SmallCompany.DAY,
                SmallCompany.DAY,
                plan.get("planId").asString(),
                plan.get("version").asLong());
    return browser.post(body, CHANGES + "/" + way);
  }

  private void discardedLeavesNoTrace(UUID ill, Map<UUID, VisitBrief> before) {
    JsonNode replan = replan("{'trigger': 'VAN_BROKEN_DOWN', 'technicianId': '%s'}".formatted(ill));
    discard(replan);
    assertThat(absences(ill)).isEmpty();
    assertThat(visits()).isEqualTo(before);
  }

  private List<io.trasa.people.Absence> absences(UUID technician) {
    return shifts.absencesOf(technician, time("06:30"), time("08:00"));
  }

  private void onThePhoneOf(UUID technician, VisitBrief visit) {
    String name = "t" + technician.toString().replace("-", "").substring(20);
    if (withPhone.add(technician)) {
      user(name, Role.TECHNICIAN, technician);
    }
    try (var phone = new Browser(port)) {
      phone.logIn(name, PASSWORD);
      assertThat(
              phone
                  .get("/api/phone/day")
                  .json()
                  .get("visits")
                  .valueStream()
                  .map(v -> v.get("visitId").asString()))
          .contains(visit.id().toString());
    }
  }

  private VisitBrief visit(UUID id) {
    return Objects.requireNonNull(visits().get(id));
  }

  private void user(String name, Role role, @Nullable UUID technician) {
    users.create(name, PASSWORD, new UserService.Profile(name, Set.of(role), "en", technician));
  }

  private Map<UUID, VisitBrief> visits() {
    return orders.visitsFor(SmallCompany.DAY, 1).stream()
        .collect(Collectors.toMap(VisitBrief::id, Function.identity()));
  }

  /** Not begun, by start. */
  private List<VisitBrief> sent() {
    return visits().values().stream()
        .filter(v -> v.status() == VisitStatus.DISPATCHED)
        .sorted(Comparator.comparing(v -> Objects.requireNonNull(v.plannedStart())))
        .toList();
  }

  private VisitBrief lastSent() {
    return sent().stream().filter(v -> v.crewSize() == 1).toList().getLast();
  }

  private Browser.Answer post(String body) {
    return browser.post(body, "/api/replans");
  }

  private static String id(JsonNode replan) {
    return replan.get("id").asString();
  }

  /** A replanning that has ended its search. */
  private JsonNode replan(String body) {
    try (LiveEvents live = browser.listen()) {
      var answer = post(body.replaceFirst("}$", ", 'seconds': 1}"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      String id = answer.at("/id");
      live.await(
          "replan",
          news ->
              news.get("id").asString().equals(id)
                  && !"SEARCHING".equals(news.get("state").asString()));
      return browser.get("/api/replans/" + id).json();
    }
  }

  private JsonNode accept(JsonNode replan) {
    var answer = browser.post("{}", "/api/replans/%s/accept".formatted(id(replan)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private void discard(JsonNode replan) {
    assertThat(browser.post("{}", "/api/replans/%s/discard".formatted(id(replan))).at("/state"))
        .isEqualTo("DISCARDED");
  }

  private void plan() {
    try (LiveEvents live = browser.listen()) {
      var body = "{'from': '%s', 'days': 1, 'seconds': 3}".formatted(SmallCompany.DAY);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
  }

  private static Instant time(String time) {
    return Instant.parse(SmallCompany.DAY + "T" + time + ":00Z");
  }
}
