package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
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

/** A dispatcher changes the plan by hand, and takes it back; each test goes on from the last. */
@TrasaIT
@TestPropertySource(properties = "test.company=changed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangesIT {

  private static final String CHANGES = "/api/plans/changes";
  private static final String DAY = SmallCompany.DAY.toString();
  private static final String BOARD = "/api/board?day=" + DAY;

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

  private record Spot(UUID technician, UUID visit, int position) {}

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
  @Order(1)
  void aDayWithoutAPlanGetsOneAndGivesItBackEmpty() {
    UUID visit = company.oneMore();
    assertThat(board().get("publishing")).isEmpty();
    var changed = changed(change("{'kind': 'PLACE', 'visitId': '%s'}".formatted(visit), null));
    assertThat(changed.get("plans")).hasSize(1);
    assertThat(visit(visit).status()).isEqualTo(VisitStatus.PLANNED);
    assertThat(stopsOn(board())).containsExactly(visit.toString());
    changed(turn("undo"));
    assertThat(stopsOn(board())).isEmpty();
    assertThat(visit(visit).status()).isEqualTo(VisitStatus.NEW);
  }

  @Test
  @Order(2)
  void whatIsTakenOutIsShownAtOnceAndCanBeTurnedBackExactly() {
    plan();
    var before = board();
    Spot spot = longest(before).get(1);
    JsonNode changed;
    try (LiveEvents live = browser.listen()) {
      changed = changed(change(unassign(spot.visit()), null));
      live.await("board", news -> "change".equals(news.get("reason").asString()));
    }
    var after = board();
    assertThat(changed.get("routes")).hasSize(1);
    assertThat(changed.at("/routes/0/route")).isEqualTo(routeOf(after, spot.technician()));
    assertThat(stopsOn(after)).doesNotContain(spot.visit().toString());
    assertThat(changed.get("unassigned")).isEqualTo(after.get("unassigned"));
    assertThat(reasonOf(after, spot.visit())).isEqualTo("TAKEN_OUT");
    assertThat(visit(spot.visit()).status()).isEqualTo(VisitStatus.NEW);
    assertThat(changed.at("/undo/by").asString()).isEqualTo("dispatcher");

    var undone = changed(turn("undo"));
    assertThat(board().get("technicians")).isEqualTo(before.get("technicians"));
    assertThat(board().get("unassigned")).isEqualTo(before.get("unassigned"));
    assertThat(board().at("/plan/score")).isEqualTo(before.at("/plan/score"));
    assertThat(visit(spot.visit()).status()).isEqualTo(VisitStatus.PLANNED);
    assertThat(undone.at("/redo/steps/0/visitId").asString()).isEqualTo(spot.visit().toString());

    changed(turn("redo"));
    assertThat(board().get("technicians")).isEqualTo(after.get("technicians"));
    assertThat(board().at("/plan/score")).isEqualTo(after.at("/plan/score"));
    changed(turn("undo"));
  }

  @Test
  @Order(3)
  void severalVisitsMoveAtOnceToWhereThePreviewPutThem() {
    var before = board();
    List<Spot> route = longest(before);
    UUID other = otherThan(before, route.getFirst().technician());
    var steps =
        route.subList(0, 2).stream()
            .map(
                spot ->
                    "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s'}"
                        .formatted(spot.visit(), other, DAY))
            .toList();
    var body = "{'from': '%s', 'changes': [%s]}".formatted(DAY, String.join(",", steps));
    var preview = browser.post(body, "/api/plans/preview").json();
    var changed = changed(change(String.join(",", steps), "The customer wants her"));
    assertThat(changed.get("routes")).hasSameSizeAs(preview.get("routes"));
    for (var promised : preview.get("routes")) {
      var driven = routeOf(board(), UUID.fromString(promised.get("technicianId").asString()));
      assertThat(driven.get("stops").findValuesAsString("start"))
          .isEqualTo(promised.get("stops").findValuesAsString("start"));
    }
    assertThat(visit(route.getFirst().visit()).technicianIds()).containsExactly(other);
    changed(turn("undo"));
    assertThat(board().get("technicians")).isEqualTo(before.get("technicians"));
  }

  @Test
  @Order(3)
  void aDropIsBetweenTheVisitsWhereItWasMadeAlsoOnARouteWithABreak() {
    var board = board();
    Spot moved = longest(board).getFirst();
    UUID other = whoHasABreak(board, moved.technician());
    var there = routeOf(board, other).get("stops").findValuesAsString("visitId");
    for (int position = 1; position <= there.size() + 1; position++) {
      var step =
          "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s', 'position': %d}"
              .formatted(moved.visit(), other, DAY, position);
      var body = "{'from': '%s', 'changes': [%s]}".formatted(DAY, step);
      var expected = new ArrayList<>(there);
      expected.add(position - 1, moved.visit().toString());
      var told = new ArrayList<List<String>>();
      for (var route : browser.post(body, "/api/plans/preview").json().get("routes")) {
        if (route.get("technicianId").asString().equals(other.toString())) {
          told.add(route.get("stops").findValuesAsString("visitId"));
        }
      }
      assertThat(told).containsExactly(expected);
    }
    var beyond =
        "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s', 'position': %d}"
            .formatted(moved.visit(), other, DAY, there.size() + 2);
    assertThat(change(beyond, null).status()).isEqualTo(400);
  }

  @Test
  @Order(4)
  void refusesWhatWasDecidedOnAnOlderPlan() throws Exception {
    var stamps = stamps();
    List<Spot> route = longest(board());
    List<Callable<Integer>> both =
        List.of(
            () -> change(UUID.randomUUID(), stamps, unassign(route.get(0).visit()), null).status(),
            () -> change(UUID.randomUUID(), stamps, unassign(route.get(1).visit()), null).status());
    var statuses = new ArrayList<Integer>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var answer : pool.invokeAll(both)) {
        statuses.add(answer.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    var late = change(UUID.randomUUID(), stamps, unassign(route.get(2).visit()), null);
    assertThat(late.at("/code")).isEqualTo("plan-changed");
    assertThat(late.at("/detail")).startsWith("dispatcher changed the plan");
    changed(turn("undo"));
  }

  @Test
  @Order(5)
  void aRepeatedCallChangesNothingMore() {
    var id = UUID.randomUUID();
    var stamps = stamps();
    UUID visit = longest(board()).getFirst().visit();
    var first = change(id, stamps, unassign(visit), null);
    var second = change(id, stamps, unassign(visit), null);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().get("plans")).isEqualTo(first.json().get("plans"));
    assertThat(second.json().get("routes")).isEqualTo(first.json().get("routes"));
    var other = change(id, stamps, unassign(longest(board()).getFirst().visit()), null);
    assertThat(other.at("/code")).isEqualTo("id-used");
    changed(turn("undo"));
    assertThat(stopsOn(board())).contains(visit.toString());
  }

  @Test
  @Order(6)
  void whatBreaksRulesNeedsAReasonAndStaysMarked() {
    Spot spot = longest(board()).get(1);
    var step =
        "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'start': '%sT20:00:00Z'}"
            .formatted(spot.visit(), spot.technician(), DAY);
    var before = board();
    var refused = change(step, null);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/code")).isEqualTo("rules-broken");
    assertThat(refused.json().get("broken").findValuesAsString("rule")).contains("SHIFT");
    assertThat(refused.json().at("/broken/0/amount").asLong()).isPositive();
    assertThat(board()).isEqualTo(before);

    changed(change(step, "She is there until midnight"));
    var stop = stop(board(), spot.visit());
    assertThat(stop.get("pinned").asBoolean()).isTrue();
    assertThat(stop.at("/forced/reason").asString()).isEqualTo("She is there until midnight");
    assertThat(stop.at("/forced/by").asString()).isEqualTo("dispatcher");
    var advice = browser.get("/api/plans/explanation/%s?day=%s".formatted(spot.visit(), DAY));
    assertThat(advice.at("/parts/0/forced/reason")).isEqualTo("She is there until midnight");

    clock.advance(Duration.ofMinutes(1));
    plan();
    assertThat(stop(board(), spot.visit()).get("forced"))
        .as("it stays marked in the next plan")
        .isEqualTo(stop.get("forced"));
    assertThat(turn("undo").at("/code")).isEqualTo("nothing-to-undo");
    var back =
        "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s'}"
            .formatted(spot.visit(), spot.technician());
    changed(change(back, null));
    assertThat(stop(board(), spot.visit()).get("forced").isNull()).isTrue();
  }

  @Test
  @Order(7)
  void aPadlockIsTurnedBackToo() {
    UUID visit = longest(board()).getFirst().visit();
    var before = board();
    var body = "{'day': '%s', 'pinned': true}".formatted(DAY);
    assertThat(browser.put(body, "/api/board/pins/" + visit).status()).isEqualTo(204);
    assertThat(stop(board(), visit).get("pinned").asBoolean()).isTrue();
    changed(turn("undo"));
    assertThat(board().get("technicians")).isEqualTo(before.get("technicians"));
  }

  @Test
  @Order(8)
  void whatWasSentIsMovedWithTheNextPublishing() {
    publish();
    Spot spot = longest(board()).get(1);
    UUID other = otherThan(board(), spot.technician());
    var step =
        "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s'}"
            .formatted(spot.visit(), other, DAY);
    clock.advance(Duration.ofMinutes(1));
    changed(change(step, "She knows the house"));
    assertThat(visit(spot.visit()).technicianIds())
        .as("the phones know nothing yet")
        .containsExactly(spot.technician());
    assertThat(board().at("/publishing/0/changes").findValuesAsString("kind")).contains("MOVED");
    assertThat(routeOf(board(), other).get("stops").findValuesAsString("visitId"))
        .contains(spot.visit().toString());

    UUID third = company.oneMore();
    changed(
        change(
            "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s'}"
                .formatted(third, other, DAY),
            "As well"));
    assertThat(routeOf(board(), other).get("stops").findValuesAsString("visitId"))
        .as("the next change knows where the last one put it")
        .contains(spot.visit().toString(), third.toString());
    changed(turn("undo"));

    publish();
    assertThat(visit(spot.visit()).technicianIds()).containsExactly(other);
    var refused = turn("undo");
    assertThat(refused.at("/code")).isEqualTo("undo-contradicted");
    assertThat(refused.at("/detail")).contains("was sent");
    assertThat(visit(spot.visit()).technicianIds()).containsExactly(other);
  }

  @Test
  @Order(9)
  void whatHasBegunIsNotMovedAndItsChangesStay() {
    var board = board();
    List<Spot> route = longest(board);
    UUID begun = route.getFirst().visit();
    UUID taken = route.get(1).visit();
    clock.advance(Duration.ofMinutes(1));
    changed(change(unassign(taken), null));
    assertThat(stopsOn(board())).doesNotContain(taken.toString());
    UUID technician = route.getFirst().technician();
    progress.step(taken, technician, VisitStep.ACCEPT, "", clock.instant());
    progress.step(taken, technician, VisitStep.START, "", clock.instant());
    var refused = turn("undo");
    assertThat(refused.at("/code")).isEqualTo("undo-contradicted");
    assertThat(refused.at("/detail")).contains("IN_PROGRESS");

    progress.step(begun, technician, VisitStep.ACCEPT, "", clock.instant());
    var late = change(unassign(taken), null);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at("/code")).isEqualTo("visit-begun");
  }

  private Browser.Answer change(String steps, @Nullable String reason) {
    return change(UUID.randomUUID(), stamps(), steps, reason);
  }

  private Browser.Answer change(UUID id, String stamps, String steps, @Nullable String reason) {
    var why = reason == null ? "null" : "'" + reason + "'";
    return browser.post(
        "{'id': '%s', 'from': '%s', 'plans': %s, 'changes': [%s], 'reason': %s}"
            .formatted(id, DAY, stamps, steps, why),
        CHANGES);
  }

  private Browser.Answer turn(String way) {
    return browser.post(
        "{'from': '%s', 'plans': %s}".formatted(DAY, stamps()), CHANGES + "/" + way);
  }

  private static JsonNode changed(Browser.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String unassign(UUID visit) {
    return "{'kind': 'UNASSIGN', 'visitId': '%s'}".formatted(visit);
  }

  private String stamps() {
    var stamps = new ArrayList<String>();
    for (var day : board().get("publishing")) {
      stamps.add(
          "{'day': '%s', 'planId': '%s', 'version': %d}"
              .formatted(
                  day.get("day").asString(),
                  day.get("planId").asString(),
                  day.get("version").asLong()));
    }
    return stamps.toString();
  }

  private JsonNode board() {
    return browser.get(BOARD).json();
  }

  private VisitBrief visit(UUID id) {
    return orders.visitsFor(SmallCompany.DAY, 1).stream()
        .filter(visit -> visit.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> stopsOn(JsonNode board) {
    var stops = new ArrayList<String>();
    for (var technician : board.get("technicians")) {
      stops.addAll(technician.at("/days/0/route/stops").findValuesAsString("visitId"));
    }
    return stops;
  }

  /** The longest route, without visits of a crew. */
  private List<Spot> longest(JsonNode board) {
    List<Spot> longest = List.of();
    for (var technician : board.get("technicians")) {
      var spots = new ArrayList<Spot>();
      for (var stop : technician.at("/days/0/route/stops")) {
        var visit = UUID.fromString(stop.get("visitId").asString());
        if (!visit.equals(company.forTwo)) {
          spots.add(
              new Spot(
                  UUID.fromString(technician.get("id").asString()),
                  visit,
                  stop.get("sequence").asInt()));
        }
      }
      if (spots.size() > longest.size()) {
        longest = spots;
      }
    }
    return longest;
  }

  private static UUID whoHasABreak(JsonNode board, UUID besides) {
    for (var other : board.get("technicians")) {
      var id = UUID.fromString(other.get("id").asString());
      if (!id.equals(besides) && !other.at("/days/0/route/breaks").isEmpty()) {
        return id;
      }
    }
    throw new AssertionError("nobody else has a break");
  }

  private UUID otherThan(JsonNode board, UUID technician) {
    for (var other : board.get("technicians")) {
      var id = UUID.fromString(other.get("id").asString());
      if (!id.equals(technician) && !other.at("/days/0/route/stops").isEmpty()) {
        return id;
      }
    }
    throw new AssertionError("nobody else works");
  }

  private static JsonNode routeOf(JsonNode board, UUID technician) {
    for (var other : board.get("technicians")) {
      if (other.get("id").asString().equals(technician.toString())) {
        return other.at("/days/0/route");
      }
    }
    throw new AssertionError(technician);
  }

  private static JsonNode stop(JsonNode board, UUID visit) {
    for (var technician : board.get("technicians")) {
      for (var stop : technician.at("/days/0/route/stops")) {
        if (stop.get("visitId").asString().equals(visit.toString())) {
          return stop;
        }
      }
    }
    throw new AssertionError(visit + " is not on the board");
  }

  private static String reasonOf(JsonNode board, UUID visit) {
    for (var left : board.get("unassigned")) {
      if (left.get("visitId").asString().equals(visit.toString())) {
        return left.at("/reasons/0/rule").asString();
      }
    }
    throw new AssertionError(visit + " is not unassigned");
  }

  private void publish() {
    var answer = browser.post("{'day': '%s'}".formatted(DAY), "/api/plans/publish");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void plan() {
    try (LiveEvents live = browser.listen()) {
      var body = "{'from': '%s', 'days': 1, 'seconds': 2}".formatted(DAY);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
  }
}
