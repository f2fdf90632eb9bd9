package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trasa.common.TimeWindow;
import io.trasa.orders.OrderService;
import io.trasa.people.Absence;
import io.trasa.people.PeopleService;
import io.trasa.people.ShiftService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What would be if: planned apart, compared, made the plan only where it holds in truth. */
@TrasaIT
@TestPropertySource(
    properties = {"test.company=looking-ahead", "trasa.routing.source=straight-line"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class ScenarioIT {

  private static final String SCENARIOS = "/api/scenarios";
  private static final String JOBS = "/api/plan-jobs";
  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;
  private static final String NOBODY = "00000000-0000-0000-0000-000000000001";

  @Autowired private ConfigurableApplicationContext application;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private ShiftService shifts;
  @Autowired private SolveQueue queue;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private SmallCompany company;
  private Browser browser;

  @BeforeAll
  void open() {
    company = SmallCompany.of(application);
    browser = new Browser(port);
    browser.logIn("dispatcher", "a long password");
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void supposesWithoutTouchingAnythingAndIsMadeThePlan() {
    planForReal();
    var before = board();
    var visitsBefore = orders.visitsFor(SmallCompany.DAY, 1);
    String technician = busiest(before);
    String id = scenario("'away': [%s]".formatted(away(technician)));
    assertThat(scenarioOf(id).get("state").asString()).isEqualTo("NEW");

    var told = run(id);

    var diff = get(SCENARIOS + "/" + id + "/compare");
    assertThat(visits(diff.get("moved"), diff.get("dropped")))
        .as("others do them, or nobody")
        .containsAll(visitsOf(before, technician));
    assertThat(diff.get("after").toString()).as("of the plan").isEqualTo(kpis(told));
    assertThat(told.at("/job/kpis").toString()).as("of its job").isEqualTo(kpis(told));
    assertThat(diff.get("before")).as("of the board").isEqualTo(before.get("kpis"));
    assertThat(told.get("inForce")).isEqualTo(before.get("kpis"));

    assertThat(board().get("plan")).as("no other plan holds").isEqualTo(before.get("plan"));
    assertThat(board().get("technicians")).isEqualTo(before.get("technicians"));
    assertThat(orders.visitsFor(SmallCompany.DAY, 1)).isEqualTo(visitsBefore);
    assertThat(get("/api/plans?day=" + SmallCompany.DAY).at("/items/0/id"))
        .as("nor is it listed")
        .isEqualTo(before.at("/plan/id"));
    assertThat(get(JOBS).toString()).doesNotContain(told.at("/job/id").asString());

    clock.advance(Duration.ofMinutes(1));
    String draft = publish(id).at("/planId");
    var after = board();
    assertThat(after.at("/plan/id").asString()).isEqualTo(draft);
    assertThat(after.at("/plan/status").asString()).isEqualTo("DRAFT");
    assertThat(after.at("/score/hard").asInt()).isZero();
    assertThat(visitsOf(after, technician)).isEmpty();
    assertThat(after.at("/kpis/planned")).isEqualTo(told.at("/kpis/planned"));
    assertThat(after.at("/kpis/driveSeconds")).isEqualTo(told.at("/kpis/driveSeconds"));
    PromisesKept.on(after);

    assertThat(scenarioOf(id).get("state").asString()).isEqualTo("PUBLISHED");
    refused(publish(id), 409, "scenario-published");
    refused(browser.post("{}", SCENARIOS + "/" + id + "/run"), 409, "scenario-published");
    assertThat(browser.delete(SCENARIOS + "/" + id).status()).isEqualTo(204);
    assertThat(board().at("/plan/id").asString()).as("stays").isEqualTo(draft);
  }

  @Test
  void comparesTwoScenarios() {
    planForReal();
    String one = scenario("'leftOut': ['%s']".formatted(company.forTwo));
    String other = scenario("'away': [%s]".formatted(away(busiest(board()))));
    refused(browser.get(SCENARIOS + "/" + one + "/compare"), 409, "scenario-not-planned");
    run(one);
    run(other);

    var diff = get(SCENARIOS + "/" + one + "/compare/" + other);
    assertThat(diff.get("before").toString()).isEqualTo(kpis(scenarioOf(other)));
    assertThat(diff.get("after").toString()).isEqualTo(kpis(scenarioOf(one)));
    assertThat(visits(diff.get("dropped"))).contains(company.forTwo.toString());
    assertThat(get(SCENARIOS + "?from=" + SmallCompany.DAY).toString()).contains(one, other);
    assertThat(get(SCENARIOS + "?from=2026-12-24").get("items")).isEmpty();
  }

  @Test
  void whatIsOnlySupposedIsNoPlan() {
    planForReal();
    String all =
        people.activeTechnicians().stream()
            .map(t -> away(t.id().toString()))
            .collect(Collectors.joining(","));
    UUID model = people.activeTechnicians().getLast().id();
    String extra =
        scenario(
            """
            'away': [%s],
            'technicians': [{'like': '%s', 'name': 'Somebody new'}],
            'added': [{'title': 'Tender', 'place': {'lat': 53.55, 'lon': 13.26},
              'durationMinutes': 30, 'priority': 'URGENT'}]
            """
                .formatted(all, model));
    var told = run(extra);
    String somebody = told.at("/supposed/technicians/0/id").asString();
    var diff = get(SCENARIOS + "/" + extra + "/compare");
    diff.get("added")
        .forEach(
            place ->
                assertThat(place.at("/technicianIds/0").asString())
                    .as("nobody else is there")
                    .isEqualTo(somebody));
    assertThat(visits(diff.get("added"))).contains(told.at("/supposed/added/0/id").asString());
    assertThat(told.at("/kpis/planned").asInt() + told.at("/kpis/unassigned").asInt())
        .as("one more to do")
        .isEqualTo(
            told.at("/inForce/planned").asInt() + told.at("/inForce/unassigned").asInt() + 1);
    var unreal = publish(extra);
    refused(unreal, 409, "scenario-not-real");
    assertThat(unreal.text()).contains("Somebody new", "Tender");

    String hours =
        people.activeTechnicians().stream()
            .map(
                t ->
                    "{'technicianId': '%s', 'from': '%s', 'start': '05:30', 'end': '15:30'}"
                        .formatted(t.id(), SmallCompany.DAY))
            .collect(Collectors.joining(","));
    String early = scenario("'hours': [%s]".formatted(hours));
    var before = board();
    run(early);
    assertThat(visits(get(SCENARIOS + "/" + early + "/compare").get("added")))
        .contains(company.beforeAnyShift.toString());
    refused(publish(early), 409, "scenario-not-real");
    assertThat(board().get("plan")).isEqualTo(before.get("plan"));
  }

  @Test
  void isStaleOnceItsRoutesDoNotHold() {
    planForReal();
    String id = scenario("'leftOut': ['%s']".formatted(company.forTwo));
    run(id);
    String technician = busiest(board());
    UUID ill =
        shifts
            .addAbsence(
                UUID.fromString(technician),
                new TimeWindow(
                    Instant.parse(SmallCompany.DAY + "T05:00:00Z"),
                    Instant.parse(SmallCompany.DAY + "T15:00:00Z")),
                Absence.Reason.TRAINING,
                "")
            .id();
    refused(publish(id), 409, "scenario-stale");
    shifts.removeAbsence(ill);

    company.oneMore();
    plan();
    refused(publish(id), 409, "scenario-stale");

    run(id);
    assertThat(publish(id).status()).as("planned again it holds").isEqualTo(200);
  }

  @Test
  void anEditForgetsThePlanAndNobodyOverwritesAnother() {
    planForReal();
    String id = scenario("'leftOut': ['%s']".formatted(company.forTwo));
    var seen = run(id);
    String edit =
        "{'version': %s, 'name': 'Edited', 'from': '%s', 'days': 1}"
            .formatted(seen.get("version"), SmallCompany.DAY);
    var changed = browser.put(edit, SCENARIOS + "/" + id);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/state")).isEqualTo("NEW");
    assertThat(changed.json().get("kpis").isNull()).isTrue();
    assertThat(changed.json().at("/supposed/leftOut")).isEmpty();
    refused(browser.put(edit, SCENARIOS + "/" + id), 409, "changed-meanwhile");
    refused(publish(id), 409, "scenario-not-planned");
  }

  @Test
  void isPlannedBesideTheDaysOwnPlanAndGoesOnElsewhere() {
    planForReal();
    String id = scenario("'leftOut': ['%s']".formatted(company.forTwo));
    post("{'seconds': 60}", SCENARIOS + "/" + id + "/run");
    await().until(() -> scenarioOf(id).at("/job/betterPlans").asInt() > 0);
    queue.stop();
    queue.start();
    refused(browser.post("{'seconds': 1}", SCENARIOS + "/" + id + "/run"), 409, "scenario-running");
    refused(
        browser.put(
            "{'version': 9, 'name': 'X', 'from': '%s', 'days': 1}".formatted(SmallCompany.DAY),
            SCENARIOS + "/" + id),
        409,
        "scenario-running");
    plan();
    assertThat(scenarioOf(id).get("state").asString()).isEqualTo("PLANNING");
    browser.post("{}", SCENARIOS + "/" + id + "/stop");
    await().until(() -> scenarioOf(id).get("state").asString().equals("PLANNED"));

    post("{'seconds': 60}", SCENARIOS + "/" + id + "/run");
    String job = scenarioOf(id).at("/job/id").asString();
    assertThat(browser.delete(SCENARIOS + "/" + id).status()).isEqualTo(204);
    assertThat(browser.get(JOBS + "/" + job).status()).isEqualTo(404);
    assertThat(browser.get(SCENARIOS + "/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'days': 0} | days",
        "{'days': 1, 'leftOut': ['" + NOBODY + "']} | leftOut[0]",
        "{'days': 1, 'away': [{'technicianId': '"
            + NOBODY
            + "', 'from': '2026-11-24'}]}"
            + " | away[0].technicianId",
        "{'days': 1, 'away': [{'technicianId': '%s', 'from': '2026-11-25'}]} | away[0].from",
        "{'days': 1, 'hours': [{'technicianId': '%s', 'from': '2026-11-24', 'start': '12:00',"
            + " 'end': '11:00'}]} | hours[0].end",
        "{'days': 1, 'technicians': [{'like': '"
            + NOBODY
            + "', 'name': 'A'}]}"
            + " | technicians[0].like",
        "{'days': 1, 'technicians': [{'like': '%s', 'name': ' '}]} | technicians[0].name",
        "{'days': 1, 'added': [{'title': 'X', 'place': {'lat': 53.5, 'lon': 13.2},"
            + " 'durationMinutes': 0}]} | added[0].durationMinutes",
        "{'days': 1, 'added': [{'title': 'X', 'place': {'lat': 153.5, 'lon': 13.2},"
            + " 'durationMinutes': 9}]} | added[0].place.lat",
      })
  void namesWhatCannotBeSupposed(String form, String field) {
    String technician = people.activeTechnicians().getFirst().id().toString();
    var refused =
        browser.post(
            form.replace("%s", technician)
                .replaceFirst("\\{", "{'name': 'What if', 'from': '" + SmallCompany.DAY + "', "),
            SCENARIOS);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.text()).contains("\"" + field);
  }

  @Test
  void whatIsNotThereIsSaid() {
    for (var answer :
        List.of(
            browser.get(SCENARIOS + "/" + NOBODY),
            browser.get(SCENARIOS + "/" + NOBODY + "/compare"),
            browser.post("{}", SCENARIOS + "/" + NOBODY + "/run"),
            browser.post("{'version': 0}", SCENARIOS + "/" + NOBODY + "/publish"),
            browser.delete(SCENARIOS + "/" + NOBODY))) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
      assertThat(answer.text()).contains("There is no scenario " + NOBODY);
    }
    var policy =
        browser.post(
            "{'name': 'X', 'from': '%s', 'days': 1, 'policyId': '%s'}"
                .formatted(SmallCompany.DAY, NOBODY),
            SCENARIOS);
    assertThat(policy.status()).isEqualTo(404);
  }

  private static void refused(Browser.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/code")).isEqualTo(code);
  }

  private static String away(String technician) {
    return "{'technicianId': '%s', 'from': '%s'}".formatted(technician, SmallCompany.DAY);
  }

  private JsonNode post(String body, String path) {
    var answer = browser.post(body, path);
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return answer.json();
  }

  private JsonNode get(String path) {
    var answer = browser.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private String scenario(String supposed) {
    return post(
            "{'name': 'What if', 'from': '%s', 'days': 1, %s}"
                .formatted(SmallCompany.DAY, supposed),
            SCENARIOS)
        .get("id")
        .asString();
  }

  private JsonNode scenarioOf(String id) {
    return get(SCENARIOS + "/" + id);
  }

  /** Plans it to the end. */
  private JsonNode run(String id) {
    post("{'seconds': 1}", SCENARIOS + "/" + id + "/run");
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> scenarioOf(id), told -> told.get("state").asString().equals("PLANNED"));
  }

  /** Of plans that cover a day the newest holds, and this clock stands still. */
  private void planForReal() {
    var plans = get("/api/plans?day=" + SmallCompany.DAY).get("items");
    if (!plans.isEmpty()) {
      clock.set(Instant.parse(plans.get(0).get("createdAt").asString()));
    }
    clock.advance(Duration.ofMinutes(1));
    plan();
    clock.advance(Duration.ofMinutes(1));
  }

  private void plan() {
    String job =
        post("{'from': '%s', 'days': 1, 'seconds': 1}".formatted(SmallCompany.DAY), JOBS)
            .get("id")
            .asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !get(JOBS + "/" + job).get("planId").isNull());
  }

  private Browser.Answer publish(String id) {
    return browser.post(
        "{'version': %s}".formatted(scenarioOf(id).get("version")),
        SCENARIOS + "/" + id + "/publish");
  }

  private static String kpis(JsonNode scenario) {
    return scenario.get("kpis").toString();
  }

  private JsonNode board() {
    return get(BOARD);
  }

  /** With the most visits. */
  private static String busiest(JsonNode board) {
    String busiest = "";
    int most = 0;
    for (var technician : board.get("technicians")) {
      int stops = technician.at("/days/0/route/stops").size();
      if (stops > most) {
        most = stops;
        busiest = technician.get("id").asString();
      }
    }
    return busiest;
  }

  private static List<String> visitsOf(JsonNode board, String technician) {
    var visits = new ArrayList<String>();
    for (var one : board.get("technicians")) {
      if (one.get("id").asString().equals(technician)) {
        one.at("/days/0/route/stops").forEach(s -> visits.add(s.get("visitId").asString()));
      }
    }
    return visits;
  }

  private static List<String> visits(JsonNode... places) {
    var visits = new ArrayList<String>();
    for (var list : places) {
      list.forEach(place -> visits.add(place.get("visitId").asString()));
    }
    return visits;
  }
}
