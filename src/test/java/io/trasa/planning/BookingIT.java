package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.planning.problem.Stop;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Callers are promised times: nobody is promised what another was. */
@TrasaIT
@TestPropertySource(properties = "test.company=booked")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingIT {

  private static final String DAY = SmallCompany.DAY.toString();
  private static final String SLOTS = "/api/booking/slots";
  private static final String HOLDS = "/api/booking/holds";

  /** Half a day's work that only one technician can do, to begin between eight and half past. */
  private static final String MASTER =
      """
      {'place': {'lat': 53.555, 'lon': 13.26}, 'durationMinutes': 240, 'from': '%s', 'days': 1,
       'skills': [{'skillId': '%s', 'level': 3}], 'slotMinutes': 30,
       'windows': [{'start': '%sT%s:00Z', 'end': '%sT%s:00Z'}]}
      """;

  private static final Horizon HORIZON =
      new Horizon(SmallCompany.DAY, 1, ZoneId.of("Europe/Berlin"));

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @Autowired private ProblemBuilder problems;
  @Autowired private PolicyService policies;
  @Autowired private ProblemChanges worldChanges;
  @LocalServerPort private int port;
  private SmallCompany company;
  private Browser browser;

  @BeforeAll
  void open() {
    company = new SmallCompany(customers, orders, people, register, shifts, SmallCompany.BREAKFAST);
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
  void whatIsHeldIsOfferedToNobodyElseUntilItExpires() {
    var wish = master("08:00", "08:30");
    var window = offers(wish).get(0).get("window");
    var id = UUID.randomUUID();
    assertThat(hold(id, wish, window).status()).isEqualTo(201);
    assertThat(hold(id, wish, window).status()).as("the same call again").isEqualTo(201);
    assertThat(offers(wish)).isEmpty();
    var late = hold(UUID.randomUUID(), wish, window);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at("/code")).isEqualTo("slot-taken");
    clock.advance(Duration.ofMinutes(11));
    assertThat(offers(wish)).hasSize(1);
    assertThat(confirm(id, company.oneMore()).at("/code")).isEqualTo("hold-expired");
  }

  @Test
  void whatIsLetGoIsOfferedAgain() {
    var wish = master("08:00", "08:30");
    var id = UUID.randomUUID();
    assertThat(hold(id, wish, offers(wish).get(0).get("window")).status()).isEqualTo(201);
    assertThat(offers(wish)).isEmpty();
    assertThat(browser.delete(HOLDS + "/" + id).status()).isEqualTo(204);
    assertThat(offers(wish)).hasSize(1);
  }

  @Test
  void whomTheCustomerWillNotHaveIsNotOffered() {
    var wish = master("08:00", "08:30");
    var only = offers(wish).get(0).at("/technicianIds/0").asString();
    var without = "{'excludedTechnicianIds': ['%s'], ".formatted(only);
    assertThat(offers(wish.replaceFirst("\\{", without))).isEmpty();
  }

  @Test
  void ofTwoCallersAtOnceOneIsPromisedIt() throws Exception {
    var wish = master("08:00", "08:30");
    var window = offers(wish).get(0).get("window");
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
    List<Callable<Integer>> both =
        List.of(
            () -> hold(ids.get(0), wish, window).status(),
            () -> hold(ids.get(1), wish, window).status());
    var statuses = new ArrayList<Integer>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var answer : pool.invokeAll(both)) {
        statuses.add(answer.get());
      }
    }
    ids.forEach(id -> browser.delete(HOLDS + "/" + id));
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void whatIsHeldIsKeptFreeByPreviewsChangesAndPlanning() {
    UUID other = company.lasting(Duration.ofHours(4));
    var id = UUID.randomUUID();
    var wish = master("08:00", "08:30");
    var offer = offers(wish).get(0);
    var step =
        "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s'}"
            .formatted(other, offer.at("/technicianIds/0").asString(), DAY);
    var tried = "{'from': '%s', 'changes': [%s]}".formatted(DAY, step);
    assertThat(fits(tried)).isTrue();

    var seen = worldChanges.seen(HORIZON, id);
    assertThat(hold(id, wish, offer.get("window")).status()).isEqualTo(201);
    assertThat(worldChanges.since(seen)).as("a job under way begins anew").isTrue();
    assertThat(fits(tried)).as("eight hours of work and a break in eight and a half").isFalse();
    assertThat(browser.post(tried, "/api/plans/preview").text()).doesNotContain(id.toString());
    var change =
        "{'id': '%s', 'from': '%s', 'plans': %s, 'changes': [%s]}"
            .formatted(UUID.randomUUID(), DAY, seen(), step);
    var refused = browser.post(change, "/api/plans/changes");
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(
            problems
                .build(HORIZON, policies.latest(null), PlanScope.ALL, Suppositions.NONE)
                .routePlan()
                .getStops())
        .filteredOn(Stop::isHeld)
        .singleElement()
        .satisfies(stop -> assertThat(stop.who().required().cardinality()).isEqualTo(1));

    browser.delete(HOLDS + "/" + id);
    assertThat(fits(tried)).isTrue();
  }

  private boolean fits(String tried) {
    var preview = browser.post(tried, "/api/plans/preview");
    assertThat(preview.status()).as(preview.text()).isEqualTo(200);
    return preview.json().get("keepsHardRules").asBoolean();
  }

  @Test
  void aConfirmedSlotIsInThePlanAndPromised() {
    UUID visit = company.oneMore();
    var wish = "{'visitId': '%s', 'from': '%s', 'days': 1}".formatted(visit, DAY);
    var offers = offers(wish);
    assertThat(offers.size()).isGreaterThan(2);
    for (int i = 1; i < offers.size(); i++) {
      assertThat(offers.get(i).at("/more/soft").asLong())
          .as("the cheapest comes first")
          .isGreaterThanOrEqualTo(offers.get(i - 1).at("/more/soft").asLong());
    }
    var best = offers.get(0);
    assertThat(best.get("reasons").findValuesAsString("code"))
        .contains("CHEAPEST", "ADDED_DRIVING");
    var id = UUID.randomUUID();
    assertThat(hold(id, wish, best.get("window")).status()).isEqualTo(201);
    var confirmed = confirm(id, visit);
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    assertThat(confirm(id, visit).status()).as("the same call again").isEqualTo(200);
    assertThat(confirm(id, company.oneMore()).at("/code")).isEqualTo("hold-used");

    var from = Instant.parse(best.at("/window/start").asString());
    var to = Instant.parse(best.at("/window/end").asString());
    var planned = visit(visit);
    assertThat(planned.status()).isEqualTo(VisitStatus.PLANNED);
    assertThat(Objects.requireNonNull(planned.plannedStart())).isBetween(from, to);
    assertThat(planned.windows())
        .singleElement()
        .satisfies(
            window -> {
              assertThat(window.start()).isEqualTo(from);
              assertThat(window.end()).isEqualTo(to);
            });
    assertThat(planned.technicianIds())
        .containsExactly(UUID.fromString(confirmed.at("/technicianIds/0")));
    var stack = browser.get("/api/plans/changes?day=" + DAY);
    assertThat(stack.at("/undo/steps/0/visitId")).isEqualTo(visit.toString());

    turn("undo");
    assertThat(visit(visit).status()).isEqualTo(VisitStatus.NEW);
    assertThat(visit(visit).windows()).as("nothing is promised any more").isEmpty();
    turn("redo");
    assertThat(visit(visit).status()).isEqualTo(VisitStatus.PLANNED);
    assertThat(visit(visit).windows()).hasSize(1);
  }

  private void turn(String how) {
    var plans = "{'from': '%s', 'plans': %s}".formatted(DAY, seen());
    var turned = browser.post(plans, "/api/plans/changes/" + how);
    assertThat(turned.status()).as(turned.text()).isEqualTo(200);
  }

  /** The plan that holds for the day, as a page names it. */
  private String seen() {
    var plan = browser.get("/api/board?day=" + DAY).json().at("/publishing/0");
    return plan.path("planId").isString()
        ? "[{'day': '%s', 'planId': '%s', 'version': %d}]"
            .formatted(DAY, plan.get("planId").asString(), plan.get("version").asLong())
        : "[]";
  }

  @Test
  void refusesWhatCannotBeMeant() {
    var nowhere = "{'from': '%s', 'durationMinutes': 30}".formatted(DAY);
    assertThat(browser.post(nowhere, SLOTS).text()).contains("place");
    var nothing = "{'from': '%s', 'place': {'lat': 53.55, 'lon': 13.26}}".formatted(DAY);
    assertThat(browser.post(nothing, SLOTS).text()).contains("durationMinutes");
    var tooLong =
        "{'from': '%s', 'days': 30, 'place': {'lat': 53.55, 'lon': 13.26}}".formatted(DAY);
    assertThat(browser.post(tooLong, SLOTS).at("/errors/0/field")).isEqualTo("days");
    var unknown = "{'from': '%s', 'visitId': '%s'}".formatted(DAY, UUID.randomUUID());
    assertThat(browser.post(unknown, SLOTS).status()).isEqualTo(404);
    assertThat(confirm(UUID.randomUUID(), UUID.randomUUID()).status()).isEqualTo(404);
  }

  private String master(String from, String to) {
    return MASTER.formatted(DAY, people.skills().getFirst().id(), DAY, from, DAY, to);
  }

  private JsonNode offers(String wish) {
    var answer = browser.post(wish, SLOTS);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().get("offers");
  }

  private Browser.Answer hold(UUID id, String wish, JsonNode window) {
    return browser.post(
        "{'id': '%s', 'slots': %s, 'window': %s}".formatted(id, wish, window), HOLDS);
  }

  private Browser.Answer confirm(UUID id, UUID visit) {
    return browser.post("{'visitId': '%s'}".formatted(visit), HOLDS + "/" + id + "/confirm");
  }

  private VisitBrief visit(UUID id) {
    return orders.visitsFor(SmallCompany.DAY, 1).stream()
        .filter(visit -> visit.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
