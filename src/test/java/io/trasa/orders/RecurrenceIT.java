package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class RecurrenceIT {

  private static final String YEARLY = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1";

  @Autowired private WebApplicationContext context;
  @Autowired private RecurrenceRuns runs;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient database;
  private final String unique = Long.toHexString(System.nanoTime());
  private Office office;
  private OrderDesk desk;
  private String siteId;

  @BeforeEach
  void logIn() {
    office = new Office(context, Role.DISPATCHER);
    desk = new OrderDesk(office);
    siteId = office.get("/api/customers/{id}/sites", desk.customerId()).at("/items/0/id");
  }

  /** Other tests' runs would make the orders of what is left here. */
  @AfterEach
  void endWhatIsLeft() {
    database
        .sql("update orders_recurrence set state = 'ENDED' where customer_id = :id")
        .param("id", UUID.fromString(desk.customerId()))
        .update();
  }

  @Test
  void makesNextYearsOrderOnceHoweverManyMakeIt() throws Exception {
    var id = plan(YEARLY, "").id();
    Callable<Void> run =
        () -> {
          runs.run();
          return null;
        };
    clock.set(Instant.parse("2027-01-29T07:00:00Z"));
    try (var pool = Executors.newFixedThreadPool(5)) {
      for (Future<Void> done : pool.invokeAll(Collections.nCopies(5, run))) {
        done.get();
      }
    }
    assertThat(days(id)).containsExactly("2027-02-28");
    clock.set(Instant.parse("2028-02-01T07:00:00Z"));
    runs.run();
    runs.run();
    assertThat(days(id)).containsExactly("2028-02-29", "2027-02-28");
    assertThat(office.get("/api/recurrences/{id}", id).at("/nextDue")).isEqualTo("2029-02-28");
    assertThat(orders()).isEqualTo(2);
  }

  @Test
  void makesWholeOrdersThatCanBePlanned() {
    var skill = office.post("{'name': 'Gas %s'}".formatted(unique), "/api/skills").id();
    var id =
        plan(
                YEARLY,
                """
                , 'scope': 'Brenner reinigen', 'notes': 'Hund', 'priority': 'HIGH',
                'skills': [{'skillId': '%s', 'level': 2}],
                'checklist': [{'text': 'Abgas gemessen', 'required': true}],
                'partsToCollect': [{'text': 'Filter', 'quantity': 2}],
                'lines': [{'kind': 'OPERATION', 'text': 'Wartung', 'quantity': 1, 'unit': 'pc',
                  'normMinutes': 90, 'unitPrice': 120, 'vatRate': 19}]
                """
                    .formatted(skill))
            .id();
    assertThat(create(id, "2027-02-28").body().get("orders").asInt()).isEqualTo(1);
    assertThat(create(id, "2027-02-28").body().get("orders").asInt()).isZero();
    var made = office.get("/api/recurrences/{id}/orders", id);
    assertThat(made.at("/items/0/status")).isEqualTo("NEW");
    var order = office.get("/api/orders/{id}", made.at("/items/0/orderId"));
    assertThat(order.at("/type")).isEqualTo("PLANNED_MAINTENANCE");
    assertThat(order.at("/reason")).isEqualTo("Wartung " + unique);
    assertThat(order.at("/earliestDate")).isEqualTo("2027-01-29");
    assertThat(order.at("/dueDate")).isEqualTo("2027-02-28");
    assertThat(order.at("/priority")).isEqualTo("HIGH");
    assertThat(order.at("/checklist/0/required")).isEqualTo("true");
    assertThat(order.at("/lines/0/text")).isEqualTo("Wartung");
    assertThat(order.at("/visits/0/durationMinutes")).isEqualTo("90");
    assertThat(order.at("/visits/0/skills/0/skillId")).isEqualTo(skill);
    assertThat(order.body().get("missing")).isEmpty();
    assertThat(office.delete("/api/skills/{id}", skill).at("/code")).isEqualTo("in-use");
  }

  @Test
  void neitherReachesBackNorCatchesUpOnAPause() {
    var plan = plan("FREQ=MONTHLY;BYMONTHDAY=-1", ", 'startsOn': '2020-01-01', 'leadDays': 0");
    assertThat(plan.at("/nextDue")).isEqualTo("2026-11-30");
    create(plan.id(), "2026-11-30");
    assertThat(days(plan.id())).containsExactly("2026-11-30");
    assertThat(state(plan.id(), 0, "PAUSED").at("/state")).isEqualTo("PAUSED");
    clock.set(Instant.parse("2027-03-15T07:00:00Z"));
    runs.run();
    assertThat(create(plan.id(), "2027-03-31").at("/code")).isEqualTo("not-active");
    assertThat(state(plan.id(), 1, "ACTIVE").at("/nextDue")).isEqualTo("2027-03-31");
    clock.set(Instant.parse("2027-04-30T07:00:00Z"));
    runs.run();
    assertThat(days(plan.id())).containsExactly("2027-04-30", "2027-03-31", "2026-11-30");
  }

  @Test
  void endsForGood() {
    var id = plan("FREQ=DAILY", "").id();
    var ended = state(id, 0, "ENDED");
    assertThat(ended.at("/state")).isEqualTo("ENDED");
    assertThat(ended.body().get("nextDue").isNull()).isTrue();
    assertThat(state(id, 1, "ACTIVE").at("/code")).isEqualTo("ended");
    runs.run();
    assertThat(days(id)).isEmpty();
  }

  @Test
  void stopsWhereTheRuleStops() {
    var id = plan("FREQ=WEEKLY;COUNT=2", ", 'leadDays': 0").id();
    assertThat(create(id, "2029-01-01").body().get("orders").asInt()).isEqualTo(2);
    assertThat(days(id)).containsExactly("2026-12-08", "2026-12-01");
    assertThat(office.get("/api/recurrences/{id}", id).body().get("nextDue").isNull()).isTrue();
  }

  @Test
  void refusesTooMuchAtOnce() {
    var id = plan("FREQ=DAILY", "").id();
    assertThat(create(id, "2029-11-24").at("/errors/0/field")).isEqualTo("until");
    assertThat(create(id, "2029-11-23").at("/code")).isEqualTo("too-many-orders");
    assertThat(days(id)).isEmpty();
  }

  @Test
  void oneThatFailsIsNotedAndHoldsUpNoOther() {
    var broken = plan("FREQ=DAILY", ", 'leadDays': 10").id();
    var sound = plan("FREQ=DAILY;COUNT=1", ", 'leadDays': 10").id();
    database
        .sql("update orders_recurrence set site_id = gen_random_uuid() where id = :id")
        .param("id", UUID.fromString(broken))
        .update();
    runs.run();
    assertThat(office.get("/api/recurrences/{id}", broken).at("/problem")).contains("siteId");
    assertThat(days(broken)).isEmpty();
    assertThat(days(sound)).containsExactly("2026-12-01");
    state(broken, 0, "ENDED");
  }

  @Test
  void aChangedRuleMakesOrdersFromThenOn() {
    var id = plan("FREQ=MONTHLY;BYMONTHDAY=1", "").id();
    create(id, "2026-12-01");
    clock.set(Instant.parse("2026-12-10T07:00:00Z"));
    var changed =
        office.put(
            body("'version': 0, ", "FREQ=MONTHLY;BYMONTHDAY=15", ""), "/api/recurrences/{id}", id);
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    assertThat(changed.at("/nextDue")).isEqualTo("2026-12-15");
    assertThat(changed.version()).isEqualTo(1);
    create(id, "2027-01-15");
    assertThat(days(id)).containsExactly("2027-01-15", "2026-12-15", "2026-12-01");
    var late = office.put(body("'version': 0, ", YEARLY, ""), "/api/recurrences/{id}", id);
    assertThat(late.at("/code")).isEqualTo("changed-meanwhile");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=HOURLY, '', rule",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, '', rule",
    "FREQ=DAILY, ', ''type'': ''INCIDENT''', contactId",
    "FREQ=DAILY, ', ''siteId'': ''01890000-0000-7000-8000-000000000000''', siteId",
    "FREQ=DAILY, ', ''durationMinutes'': 4', durationMinutes",
    "FREQ=DAILY, ', ''leadDays'': 731', leadDays",
    "FREQ=DAILY, ', ''startsOn'': ''2100-01-01''', startsOn",
    "FREQ=DAILY, ', ''skills'': [{''skillId'': ''01890000-0000-7000-8000-000000000000'', ''level'':"
        + " 1}]', skills[0].skillId",
  })
  void namesTheFieldThatIsWrong(String rule, String more, String field) {
    var answer = plan(rule, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void previewsDays() {
    var preview =
        office.get(
            "/api/recurrences/preview?rule={r}&start=2028-01-31&count=3",
            "FREQ=MONTHLY;BYMONTHDAY=-1");
    assertThat(preview.at("/days/0") + " " + preview.at("/days/1") + " " + preview.at("/days/2"))
        .isEqualTo("2028-01-31 2028-02-29 2028-03-31");
    assertThat(preview.at("/endless")).isEqualTo("true");
    assertThat(
            office
                .get("/api/recurrences/preview?rule=never&start=2028-01-31")
                .at("/errors/0/field"))
        .isEqualTo("rule");
    assertThat(
            office
                .get("/api/recurrences/preview?rule=FREQ=DAILY&start=2028-01-31&count=61")
                .at("/errors/0/field"))
        .isEqualTo("count");
  }

  @Test
  void isFoundByNameCustomerAndAsset() {
    var model =
        office.post("{'brand': 'Vaillant', 'name': 'M %s'}".formatted(unique), "/api/models").id();
    var asset =
        office
            .post(
                "{'serial': 'S', 'modelId': '%s', 'customerId': '%s', 'siteId': '%s'}"
                    .formatted(model, desk.customerId(), siteId),
                "/api/assets")
            .id();
    var id = plan(YEARLY, ", 'assetIds': ['%s']".formatted(asset)).id();
    for (var query :
        List.of(
            "assetId=" + asset,
            "search=wartung " + unique,
            "search=" + desk.customerName(),
            "state=ACTIVE&customerId=" + desk.customerId())) {
      assertThat(office.get("/api/recurrences?" + query).at("/items/0/id")).as(query).isEqualTo(id);
    }
    assertThat(office.get("/api/recurrences/{id}", id).at("/assets/0/name"))
        .isEqualTo("Vaillant M " + unique);
    assertThat(office.get("/api/recurrences?state=PAUSED&assetId=" + asset).body().get("items"))
        .isEmpty();
  }

  private Office.Answer plan(String rule, String more) {
    return office.post(body("", rule, more), "/api/recurrences");
  }

  /** What comes in {@code more} goes before the usual. */
  private String body(String before, String rule, String more) {
    var usual = new StringBuilder();
    usual(usual, more, "siteId", "'" + siteId + "'");
    usual(usual, more, "startsOn", "'2026-12-01'");
    usual(usual, more, "durationMinutes", "90");
    return "{%s'name': 'Wartung %s', 'rule': '%s', 'customerId': '%s'%s%s}"
        .formatted(before, unique, rule, desk.customerId(), usual, more);
  }

  private static void usual(StringBuilder body, String more, String field, String value) {
    if (!more.contains("'" + field + "'")) {
      body.append(", '").append(field).append("': ").append(value);
    }
  }

  private Office.Answer create(String id, String until) {
    return office.post("", "/api/recurrences/{id}/create?until={until}", id, until);
  }

  private Office.Answer state(String id, long version, String state) {
    return office.post(
        "{'version': %d, 'state': '%s'}".formatted(version, state),
        "/api/recurrences/{id}/state",
        id);
  }

  private List<String> days(String id) {
    return office
        .get("/api/recurrences/{id}/orders", id)
        .body()
        .get("items")
        .valueStream()
        .map(o -> o.get("dueOn").asString())
        .toList();
  }

  private int orders() {
    return office.get("/api/orders?customerId={id}", desk.customerId()).body().get("total").asInt();
  }
}
