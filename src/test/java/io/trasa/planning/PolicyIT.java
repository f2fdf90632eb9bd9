package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.planning.rules.Rule;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies are edited, plans are made with them, kept and compared. */
@TrasaIT
@TestPropertySource(properties = "test.company=policies")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyIT {

  private static final String POLICIES = "/api/planning-policies";
  private static final String JOBS = "/api/plan-jobs";
  private static final String PLANS = "/api/plans";
  private static final Horizon DAY = new Horizon(SmallCompany.DAY, 1, ZoneId.of("Europe/Berlin"));

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @Autowired private Plans plans;
  @Autowired private PlanMeter meter;
  @Autowired private TransactionTemplate reading;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeAll
  void open() {
    new SmallCompany(customers, orders, people, register, shifts);
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
  void beginsWithFourPoliciesThatWeighEveryWish() {
    for (String name : Set.of("Standard", "Keep promises", "Least driving", "Fair load")) {
      assertThat(policy(name).get("weights"))
          .hasSize(
              (int)
                  Set.of(Rule.values()).stream()
                      .filter(rule -> rule.level() == Rule.Level.SOFT)
                      .count());
    }
    assertThat(policy("Standard").get("standard").asBoolean()).isTrue();
    assertThat(weight(policy("Standard"), Rule.PROMISE).get("meaning").asString())
        .isEqualTo("Each minute costs as much as 5 min of driving.");
    assertThat(weight(policy("Keep promises"), Rule.PROMISE).get("weight").asLong())
        .isGreaterThan(weight(policy("Standard"), Rule.PROMISE).get("weight").asLong());
  }

  @Test
  void anEditMakesANewRevisionAndTheOldOneStays() {
    var made = create("Edited", "{'WAITING': 3}");
    var form = "{'version': %s, 'name': 'Edited once', 'weights': {'WAITING': 4}}";
    String path = POLICIES + "/" + made.get("id").asString();
    var changed = browser.put(form.formatted(made.get("version")), path);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/revision")).isEqualTo("2");
    assertThat(changed.at("/changedBy")).isEqualTo("dispatcher");

    var late = browser.put(form.formatted(made.get("version")), path);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at("/code")).isEqualTo("changed-meanwhile");

    var revisions = browser.get(path + "/revisions").json().get("items");
    assertThat(revisions).hasSize(2);
    assertThat(revisions.get(0).at("/weights/WAITING").asLong()).isEqualTo(4);
    assertThat(revisions.get(1).at("/weights/WAITING").asLong()).isEqualTo(3);
    assertThat(revisions.get(1).get("name").asString()).isEqualTo("Edited");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name': 'X', 'weights': {'TRAVEL': -1}} | weights.TRAVEL",
        "{'name': 'X', 'weights': {'TRAVEL': 100001}} | weights.TRAVEL",
        "{'name': 'X', 'weights': {'SKILL': 1}} | weights.SKILL",
        "{'name': 'standard', 'weights': {}} | name",
        "{'name': ' ', 'weights': {}} | name",
        "{'name': 'X'} | weights",
      })
  void namesWhatIsWrongAndStoresNothing(String body, String field) {
    int before = browser.get(POLICIES).json().get("total").asInt();
    var refused = browser.post(body, POLICIES);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("\"" + field + "\"");
    assertThat(browser.get(POLICIES).json().get("total").asInt()).isEqualTo(before);
  }

  @Test
  void thereIsAlwaysOneDefault() {
    var standard = policy("Standard");
    var other = policy("Fair load");
    var form = "{'version': %s, 'name': '%s', 'weights': {}, 'standard': %s}";
    var down =
        browser.put(form.formatted(standard.get("version"), "Standard", false), path(standard));
    assertThat(down.status()).isEqualTo(400);
    browser.put(form.formatted(other.get("version"), "Fair load", true), path(other));
    assertThat(policy("Standard").get("standard").asBoolean()).isFalse();
    assertThat(policy("Fair load").get("standard").asBoolean()).isTrue();
    standard = policy("Standard");
    var back =
        browser.put(form.formatted(standard.get("version"), "Standard", true), path(standard));
    assertThat(back.at("/standard")).isEqualTo("true");
  }

  @Test
  void aPlanKeepsThePolicyThatItWasMadeWithAndIsComparedWithOthers() {
    var mine = create("Mine", "{'PROMISE': 7}");
    UUID first = plan(", 'policyId': " + mine.get("id"));
    clock.advance(Duration.ofMinutes(1));
    UUID second = plan("");
    browser.put(
        "{'version': %s, 'name': 'Mine', 'weights': {'PROMISE': 9}}".formatted(mine.get("version")),
        path(mine));

    var plans = browser.get(PLANS + "?day=" + SmallCompany.DAY).json().get("items");
    assertThat(plans.get(0).get("id").asString()).isEqualTo(second.toString());
    assertThat(plans.get(0).at("/policy/name").asString()).isEqualTo("Standard");
    assertThat(plans.get(1).at("/policy/name").asString()).isEqualTo("Mine");
    assertThat(plans.get(1).at("/policy/revision").asInt()).isEqualTo(1);
    assertThat(plans.get(1).at("/policy/weights/PROMISE").asLong()).isEqualTo(7);
    assertThat(plans.get(1).get("createdBy").asString()).isEqualTo("dispatcher");

    var diff = browser.get(PLANS + "/" + first + "/compare/" + second);
    assertThat(diff.status()).as(diff.text()).isEqualTo(200);
    assertThat(diff.json().get("added")).hasSameSizeAs(diff.json().get("dropped"));
    assertThat(diff.at("/after/planned")).isEqualTo("22");
    assertThat(diff.at("/after/late")).isEqualTo("0");
    agree(second, diff.json().get("after"));

    var unpublished = browser.get(PLANS + "/" + second + "/compare/published");
    assertThat(unpublished.status()).isEqualTo(404);
    var sent = browser.post("{'day': '%s'}".formatted(SmallCompany.DAY), PLANS + "/publish");
    assertThat(sent.status()).isEqualTo(200);
    var published = browser.get(PLANS + "/" + first + "/compare/published").json();
    assertThat(published.at("/before/driveSeconds"))
        .isEqualTo(diff.json().at("/after/driveSeconds"));
    agree(second, published.get("before"));
    assertThat(browser.get(PLANS + "?day=" + SmallCompany.DAY).at("/items/0/publications/0/by"))
        .isEqualTo("dispatcher");
  }

  /** The board, the comparison, the job's end and the plan as it is stored tell the same. */
  private void agree(UUID planId, JsonNode compared) {
    var board = browser.get("/api/board?day=" + SmallCompany.DAY).json();
    assertThat(board.at("/plan/id").asString()).isEqualTo(planId.toString());
    assertThat(board.get("kpis")).isEqualTo(compared);
    var job = browser.get(JOBS + "/" + board.at("/plan/jobId").asString()).json();
    assertThat(job.get("kpis")).isEqualTo(compared);
    var stored = reading.execute(status -> meter.of(plans.findById(planId).orElseThrow(), DAY));
    assertThat(json.writeValueAsString(stored)).isEqualTo(compared.toString());
    for (var number : List.of("planned", "unassigned", "driveSeconds", "driveMetres")) {
      assertThat(job.get(number)).as(number).isEqualTo(compared.get(number));
    }
    assertThat(board.get("unassigned")).hasSize(compared.get("unassigned").asInt());
    assertThat(job.get("planned").asInt() + job.get("unassigned").asInt())
        .isEqualTo(board.get("visits").size());
  }

  @Test
  void whatIsNotThereIsSaid() {
    UUID nobody = UUID.randomUUID();
    var job = "{'from': '%s', 'days': 1, 'policyId': '%s'}".formatted(SmallCompany.DAY, nobody);
    assertThat(browser.post(job, JOBS).status()).isEqualTo(404);
    assertThat(browser.get(JOBS + "?active=true").json().get("items")).isEmpty();
    assertThat(browser.get(PLANS + "/" + nobody + "/compare/" + nobody).status()).isEqualTo(404);
    assertThat(browser.get(PLANS + "?day=2020-01-01").json().get("items")).isEmpty();
  }

  private UUID plan(String more) {
    try (LiveEvents live = browser.listen()) {
      var started =
          browser.post(
              "{'from': '%s', 'days': 1, 'seconds': 1%s}".formatted(SmallCompany.DAY, more), JOBS);
      assertThat(started.status()).as(started.text()).isEqualTo(201);
      var done =
          live.await(
              "plan-job",
              news ->
                  news.get("id").asString().equals(started.at("/id"))
                      && !JobState.valueOf(news.get("state").asString()).isActive());
      return UUID.fromString(done.get("planId").asString());
    }
  }

  private JsonNode create(String name, String weights) {
    var made = browser.post("{'name': '%s', 'weights': %s}".formatted(name, weights), POLICIES);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json();
  }

  private JsonNode policy(String name) {
    for (var policy : browser.get(POLICIES).json().get("items")) {
      if (policy.get("name").asString().equals(name)) {
        return policy;
      }
    }
    throw new AssertionError("no policy " + name);
  }

  private static JsonNode weight(JsonNode policy, Rule rule) {
    for (var weight : policy.get("weights")) {
      if (weight.get("rule").asString().equals(rule.name())) {
        return weight;
      }
    }
    throw new AssertionError("no weight of " + rule);
  }

  private static String path(JsonNode policy) {
    return POLICIES + "/" + policy.get("id").asString();
  }
}
