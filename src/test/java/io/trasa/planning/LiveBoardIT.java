package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitProgress;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** A published day goes on, and the board tells what comes of it before it happens. */
@TrasaIT
@TestPropertySource(properties = "test.company=live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveBoardIT {

  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;
  private static final String DAY_BODY = "{'day': '" + SmallCompany.DAY + "'}";

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private VisitProgress progress;
  @Autowired private EtaService etas;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private Browser browser;
  private UUID technician = new UUID(0, 0);
  private Instant now = Instant.parse(SmallCompany.DAY + "T05:00:00Z");

  @BeforeAll
  void open() {
    new SmallCompany(customers, orders, people, register, shifts, SmallCompany.BREAKFAST);
    users.create(
        "dispatcher",
        "a long password",
        new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
    browser = new Browser(port);
    browser.logIn("dispatcher", "a long password");
  }

  @BeforeEach
  void goOn() {
    clock.set(now);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  @Order(0)
  void boardsHearWhatColleaguesAreAt() {
    var page = UUID.randomUUID();
    var visit = UUID.randomUUID();
    var address = "/api/live/colleagues/" + page;
    try (LiveEvents live = browser.listen()) {
      var at = "{'day': '%s', 'visitIds': ['%s'], 'moving': true}";
      assertThat(browser.put(at.formatted(SmallCompany.DAY, visit), address).status())
          .isEqualTo(204);
      var told =
          live.await("colleague", news -> page.toString().equals(news.at("/page").asString()));
      assertThat(told.get("name").asString()).isEqualTo("D");
      assertThat(told.at("/at/visitIds/0").asString()).isEqualTo(visit.toString());
      assertThat(browser.delete(address).status()).isEqualTo(204);
      live.await("colleague-left", news -> page.toString().equals(news.at("/page").asString()));
    }
  }

  @Test
  @Order(1)
  void expectsNothingOfADraftAndThePlanOfWhatWasSent() {
    try (LiveEvents live = browser.listen()) {
      var body = "{'from': '%s', 'days': 1, 'seconds': 2}".formatted(SmallCompany.DAY);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
    assertThat(estimates()).as("nobody was told").isEmpty();
    assertThat(browser.post(DAY_BODY, "/api/plans/publish").status()).isEqualTo(200);
    var routes = routes();
    for (var route : routes) {
      for (var stop : route.at("/route/stops")) {
        assertThat(stop.at("/estimate/start")).isEqualTo(stop.get("start"));
        assertThat(stop.at("/estimate/arrival")).isEqualTo(stop.get("arrival"));
        assertThat(stop.at("/estimate/end")).isEqualTo(stop.get("end"));
      }
      assertThat(route.at("/route/estimatedHome/at")).isEqualTo(route.at("/route/arriveHome"));
    }
    assertThat(browser.get(BOARD).json().at("/kpis/late").asInt()).isZero();
    technician = UUID.fromString(routes.getFirst().get("id").asString());
  }

  @Test
  @Order(2)
  void movesLaterStopsWhenWorkTakesLonger() {
    var stops = stops();
    UUID first = id(stops.get(0));
    Instant begun = time(stops.get(0), "start");
    progress.step(first, technician, VisitStep.ACCEPT, "", begun);
    progress.step(first, technician, VisitStep.TRAVEL, "", begun.minusSeconds(900));
    progress.arrived(first, technician, begun.minusSeconds(60));
    now = time(stops.get(0), "end").plus(Duration.ofHours(2));
    clock.set(now);
    try (LiveEvents live = browser.listen()) {
      progress.step(first, technician, VisitStep.START, "", begun);
      live.await("board", news -> "progress".equals(news.get("reason").asString()));
    }
    var after = stops();
    assertThat(time(after.get(0).get("estimate"), "arrival")).isEqualTo(begun.minusSeconds(60));
    assertThat(time(after.get(0).get("estimate"), "start")).isEqualTo(begun);
    assertThat(time(after.get(0).get("estimate"), "end")).as("not finished").isEqualTo(now);
    Instant next =
        now.plusSeconds(after.get(1).get("driveSeconds").asInt() + breakBetween(after, 0, 1));
    assertThat(time(after.get(1).get("estimate"), "arrival")).isEqualTo(next);
    assertThat(etas.estimates(technician, SmallCompany.DAY))
        .doesNotContainKey(first)
        .containsEntry(id(after.get(1)), time(after.get(1).get("estimate"), "start"));
    var told = seenByTheTechnician("/api/phone/etas").get(0);
    assertThat(id(told)).isEqualTo(id(after.get(1)));
    assertThat(time(told, "estimatedStart")).isEqualTo(time(after.get(1).get("estimate"), "start"));
    var other = routes().get(1).at("/route/stops/0/estimate");
    assertThat(time(other, "arrival")).as("nobody set off there").isAfterOrEqualTo(now);
  }

  @Test
  @Order(3)
  void raisesWhatWillBeLate() {
    now = Instant.parse(SmallCompany.DAY + "T12:30:00Z");
    clock.set(now);
    var board = browser.get(BOARD).json();
    assertThat(board.at("/kpis/late").asInt()).isPositive();
    for (var route : routes()) {
      for (var stop : route.at("/route/stops")) {
        boolean windowed = !visit(board, id(stop)).get("windows").isEmpty();
        boolean begun = !visit(board, id(stop)).at("/progress/startedAt").isNull();
        assertThat(stop.at("/estimate/risk").asString())
            .isEqualTo(windowed && !begun ? "LATE" : "FINE");
      }
      assertThat(route.at("/route/estimatedHome/overtimeSeconds").asInt()).isNotNegative();
    }
    assertThat(routes().get(1).at("/route/estimatedHome/overtimeSeconds").asInt()).isPositive();
  }

  @Test
  @Order(4)
  void followsTheTechnicianWhoTakesAnotherOrder() {
    var stops = stops();
    UUID first = id(stops.get(0));
    UUID last = id(stops.get(stops.size() - 1));
    progress.step(first, technician, VisitStep.FINISH, "", now);
    progress.step(last, technician, VisitStep.ACCEPT, "", now);
    progress.step(last, technician, VisitStep.TRAVEL, "", now);
    clock.set(now.plus(Duration.ofMinutes(5)));
    var after = stops();
    var moved = after.get(after.size() - 1).get("estimate");
    var second = after.get(1).get("estimate");
    assertThat(time(second, "arrival")).isAfterOrEqualTo(time(moved, "end"));
  }

  /** Seconds of the break that is planned between two stops and now taken after the first. */
  private long breakBetween(JsonNode stops, int first, int second) {
    for (var pause : routes().getFirst().at("/route/breaks")) {
      if (!time(pause, "start").isBefore(time(stops.get(first), "end"))
          && !time(pause, "end").isAfter(time(stops.get(second), "start"))) {
        assertThat(time(pause, "estimatedStart")).isEqualTo(now);
        return Duration.between(time(pause, "start"), time(pause, "end")).toSeconds();
      }
    }
    return 0;
  }

  private List<JsonNode> estimates() {
    return routes().stream()
        .flatMap(route -> route.at("/route/stops").valueStream())
        .map(stop -> stop.get("estimate"))
        .filter(estimate -> !estimate.isNull())
        .toList();
  }

  /** The technicians' days with at least two stops. */
  private JsonNode seenByTheTechnician(String path) {
    users.create(
        "technician",
        "a long password",
        new UserService.Profile("T", Set.of(Role.TECHNICIAN), "en", technician));
    try (var phone = new Browser(port)) {
      phone.logIn("technician", "a long password");
      return phone.get(path).json();
    }
  }

  private List<JsonNode> routes() {
    return browser
        .get(BOARD)
        .json()
        .get("technicians")
        .valueStream()
        .filter(t -> t.at("/days/0/route/stops").size() > 1)
        .map(
            t ->
                (JsonNode)
                    ((tools.jackson.databind.node.ObjectNode) t)
                        .set("route", t.at("/days/0/route")))
        .toList();
  }

  private JsonNode stops() {
    return routes().stream()
        .filter(route -> route.get("id").asString().equals(technician.toString()))
        .findFirst()
        .orElseThrow()
        .at("/route/stops");
  }

  private static UUID id(JsonNode stop) {
    return UUID.fromString(stop.get("visitId").asString());
  }

  private static Instant time(JsonNode node, String field) {
    return Instant.parse(node.get(field).asString());
  }

  private static JsonNode visit(JsonNode board, UUID id) {
    return board
        .get("visits")
        .valueStream()
        .filter(visit -> visit.get("id").asString().equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }
}
