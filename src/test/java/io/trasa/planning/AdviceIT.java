package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.TrasaIT;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A dispatcher asks what would be if, and why, before he touches the plan. */
@TrasaIT
@TestPropertySource(properties = "test.company=advised")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdviceIT {

  private static final String PREVIEW = "/api/plans/preview";
  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @LocalServerPort private int port;
  private SmallCompany company;
  private Browser browser;

  @BeforeAll
  void planADay() {
    company = new SmallCompany(customers, orders, people, register, shifts);
    users.create(
        "dispatcher",
        "a long password",
        new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
    browser = new Browser(port);
    browser.logIn("dispatcher", "a long password");
    try (LiveEvents live = browser.listen()) {
      var body = "{'from': '%s', 'days': 1, 'seconds': 2}".formatted(SmallCompany.DAY);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void whatIsPreviewedIsNotStored() {
    var before = browser.get(BOARD).json().get("technicians");
    var visit = anyPlanned();
    var preview = preview("{'kind': 'UNASSIGN', 'visitId': '%s'}".formatted(visit));
    assertThat(preview.get("keepsHardRules").asBoolean()).isTrue();
    assertThat(preview.at("/more/medium").asLong()).as("a visit left out").isPositive();
    assertThat(preview.at("/more/soft").asLong()).as("a shorter day").isNegative();
    assertThat(preview.at("/routes/0/after/driveSeconds").asInt())
        .isLessThanOrEqualTo(preview.at("/routes/0/before/driveSeconds").asInt());
    assertThat(browser.get(BOARD).json().get("technicians")).isEqualTo(before);
  }

  @Test
  void thePlanInMemoryHasTheTimesOfTheBoard() {
    var visit = anyPlanned();
    var here = explain(visit).at("/parts/0/here");
    var stop = stopOnBoard(visit);
    assertThat(here.get("start")).isEqualTo(stop.get("start"));
    assertThat(here.get("end")).isEqualTo(stop.get("end"));
  }

  /** The alternative that was told is tried: it costs what was told. */
  @Test
  void anAlternativeCostsWhatThePreviewOfItSays() {
    var visit = anyPlanned();
    var alternative = explain(visit).at("/parts/0/alternatives/0");
    assertThat(alternative.isMissingNode()).isFalse();
    var preview =
        preview(
            "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s', 'position': %d}"
                .formatted(
                    visit,
                    alternative.get("technicianId").asString(),
                    alternative.get("day").asString(),
                    alternative.get("position").asInt()));
    assertThat(preview.get("more")).isEqualTo(alternative.get("more"));
    assertThat(preview.get("keepsHardRules").asBoolean()).isTrue();
  }

  @Test
  void saysWhatWouldHaveToBeAllowed() {
    var obstacles = explain(company.needsAMaster).at("/parts/0/obstacles");
    assertThat(obstacles).hasSize(6);
    var nearest = obstacles.get(0).get("relaxations").get(0);
    assertThat(nearest.get("rule").asString()).isEqualTo("SKILL");
    assertThat(nearest.get("level").asInt()).isEqualTo(5);
    assertThat(nearest.get("skillId").isNull()).isFalse();
    var early = explain(company.beforeAnyShift).at("/parts/0/obstacles/0/relaxations/0");
    assertThat(early.get("rule").asString()).isEqualTo("TIME_WINDOW");
    assertThat(early.get("amount").asLong()).isBetween(2_700L, 7_200L);
  }

  @Test
  void aForcedStartIsPreviewedWithWhatItBreaks() {
    var visit = anyPlanned();
    var technician = explain(visit).at("/parts/0/here/technicianId").asString();
    var preview =
        preview(
            "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'start': '%sT20:00:00Z'}"
                .formatted(visit, technician, SmallCompany.DAY));
    assertThat(preview.get("keepsHardRules").asBoolean()).isFalse();
    assertThat(preview.get("broken").valueStream())
        .anyMatch(b -> b.get("anew").asBoolean() && b.get("rule").asString().equals("SHIFT"));
  }

  @Test
  void theRulesAddUpToTheScore() {
    var total = browser.get("/api/plans/explanation?day=" + SmallCompany.DAY).json().get("total");
    for (var level : Set.of("HARD", "MEDIUM", "SOFT")) {
      long sum =
          total
              .get("rules")
              .valueStream()
              .filter(rule -> rule.get("level").asString().equals(level))
              .mapToLong(rule -> rule.get("cost").asLong())
              .sum();
      assertThat(sum).isEqualTo(total.get(level.toLowerCase(java.util.Locale.ROOT)).asLong());
    }
    var score = browser.get(BOARD).json().at("/plan/score");
    assertThat(total.get("soft").asLong()).isEqualTo(-score.get("soft").asLong());
  }

  @Test
  void refusesWhatCannotBeMeant() {
    var visit = anyPlanned();
    refused(
        "{'kind': 'PLACE', 'visitId': '%s'}".formatted(UUID.randomUUID()), "changes[0].visitId");
    refused("{'kind': 'SWAP', 'visitId': '%s'}".formatted(visit), "changes[0].otherVisitId");
    refused(
        "{'kind': 'PLACE', 'visitId': '%s', 'position': 1}".formatted(visit),
        "changes[0].position");
    refused("{'kind': 'PLACE', 'visitId': '%s'}".formatted(company.forTwo), "changes[0].visitId");
    assertThat(browser.post("{'from': '%s', 'changes': []}".formatted(SmallCompany.DAY), PREVIEW))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(400));
    assertThat(
            browser
                .get(
                    "/api/plans/explanation/%s?day=%s"
                        .formatted(UUID.randomUUID(), SmallCompany.DAY))
                .status())
        .isEqualTo(404);
  }

  private void refused(String change, String field) {
    var answer = browser.post(body(change), PREVIEW);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains(field);
  }

  private JsonNode preview(String change) {
    var answer = browser.post(body(change), PREVIEW);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String body(String change) {
    return "{'from': '%s', 'changes': [%s]}".formatted(SmallCompany.DAY, change);
  }

  private JsonNode explain(Object visit) {
    var answer = browser.get("/api/plans/explanation/%s?day=%s".formatted(visit, SmallCompany.DAY));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** One that a single technician does, who has another one that day. */
  private String anyPlanned() {
    for (var technician : browser.get(BOARD).json().get("technicians")) {
      var stops = technician.at("/days/0/route/stops");
      if (stops.size() > 2) {
        for (var stop : stops) {
          var id = stop.get("visitId").asString();
          if (!id.equals(company.forTwo.toString())) {
            return id;
          }
        }
      }
    }
    throw new AssertionError("nothing is planned");
  }

  private JsonNode stopOnBoard(String visit) {
    for (var technician : browser.get(BOARD).json().get("technicians")) {
      for (var stop : technician.at("/days/0/route/stops")) {
        if (stop.get("visitId").asString().equals(visit)) {
          return stop;
        }
      }
    }
    throw new AssertionError(visit + " is not on the board");
  }
}
