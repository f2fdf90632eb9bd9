package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class OrderIT {

  @Autowired private WebApplicationContext context;
  private Office office;
  private OrderDesk desk;

  @BeforeEach
  void logIn() {
    office = new Office(context, Role.DISPATCHER);
    desk = new OrderDesk(office);
  }

  @Test
  void keepsAWholeOrderWithItsVisits() {
    var skill = office.post("{'name': 'Whole order'}", "/api/skills").id();
    var order =
        desk.order(
            """
            , 'scope': 'Exchange the pump', 'priority': 'HIGH', 'dueDate': '2026-11-27',
            'notes': 'Dog', 'checklist': [{'text': 'Photo', 'required': true}, {'text': 'Sweep'}],
            'partsToCollect': [{'text': 'Pump 3/4"', 'quantity': 1.5}],
            'visits': [{'durationMinutes': 90, 'skills': [{'skillId': '%s', 'level': 2}],
              'windows': [{'start': '2026-11-24T07:00:00Z', 'end': '2026-11-24T09:00:00Z'},
                          {'start': '2026-11-25T07:00:00Z', 'end': '2026-11-25T09:00:00Z'}]}]
            """
                .formatted(skill)
                .replace("3/4\"", "¾”"));
    assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
    assertThat(order.at("/number")).matches("26-\\d{5}");
    assertThat(order.at("/status")).isEqualTo("NEW");
    assertThat(order.body().get("missing")).isEmpty();
    var read = office.get("/api/orders/{id}", order.id());
    assertThat(read.body()).isEqualTo(order.body());
    assertThat(read.at("/visits/0/windows/1/end")).isEqualTo("2026-11-25T09:00:00Z");
    assertThat(read.at("/visits/0/orderId")).isEqualTo(order.id());
    assertThat(read.at("/checklist/1/required")).isEqualTo("false");

    var changed =
        office.put(
            desk.body("'version': 0, ", ", 'checklist': [{'text': 'Sweep'}]"),
            "/api/orders/{id}",
            order.id());
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.body().get("checklist")).hasSize(1);
    assertThat(changed.body().get("visits")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'''durationMinutes'': 4', visits[0].durationMinutes",
    "'''durationMinutes'': 1441', visits[0].durationMinutes",
    "'''durationMinutes'': 60, ''crewSize'': 7', visits[0].crewSize",
    "'''durationMinutes'': 60, ''windows'': [{''start'': ''2026-11-24T09:00:00Z'', ''end'':"
        + " ''2026-11-24T08:00:00Z''}]', visits[0].windows[0].end",
    "'''durationMinutes'': 60, ''windows'': [{''start'': ''2026-11-24T09:00:00Z''}]',"
        + " visits[0].windows[0].end",
    "'''durationMinutes'': 60, ''windows'': [{''start'': ''2026-11-24T07:00:00Z'', ''end'':"
        + " ''2026-11-24T08:00:00Z''}, {''start'': ''2026-11-24T08:00:00Z'', ''end'':"
        + " ''2026-11-24T09:00:00Z''}]', visits[0].windows[1].start",
    "'''durationMinutes'': 60, ''windows'': [{''start'': ''soon'', ''end'':"
        + " ''2026-11-24T08:00:00Z''}]', visits[0].windows[0].start",
    "'''durationMinutes'': 60, ''skills'': [{''skillId'': ''01890000-0000-7000-8000-000000000000'',"
        + " ''level'': 1}]', visits[0].skills[0].skillId",
    "'''durationMinutes'': 60, ''territoryId'': ''01890000-0000-7000-8000-000000000000''',"
        + " visits[0].territoryId",
  })
  void namesTheFieldOfAVisitThatIsWrong(String visit, String field) {
    var answer = desk.order(", 'visits': [{%s}]".formatted(visit));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"siteId", "customerId", "contactId", "payerId"})
  void refersOnlyToWhatExists(String field) {
    var nobody = "'%s': '01890000-0000-7000-8000-000000000000'".formatted(field);
    var body = desk.body("", "").replaceFirst("'%s': '[^']*'".formatted(field), nobody);
    var answer =
        office.post(
            body.contains(field) ? body : body.replaceFirst("\\{", "{" + nobody + ", "),
            "/api/orders");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void walksTheWholeWayAndRemembersEachStep() {
    var order = desk.order(", 'visits': [{'durationMinutes': 60}]");
    var visit = order.at("/visits/0/id");
    var technician = desk.technician("Walker");
    var planned = desk.plan(visit, 0, technician);
    assertThat(planned.at("/technicianId")).as(planned.body().toString()).isEqualTo(technician);
    assertThat(planned.at("/plannedStart")).isEqualTo("2026-11-24T08:00:00Z");
    long version = planned.version();
    for (var step : new String[] {"DISPATCH", "ACCEPT", "TRAVEL", "START", "FINISH"}) {
      context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
      var answer = desk.step(visit, version, step, "");
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      version = answer.version();
    }
    var read = office.get("/api/orders/{id}", order.id());
    assertThat(read.at("/status")).isEqualTo("DONE");
    assertThat(read.version()).as("steps do not outdate the order").isZero();
    var history = office.get("/api/orders/{id}/history", order.id()).body().get("items");
    assertThat(history).hasSize(6);
    var last = history.get(5);
    assertThat(last.get("from").asString()).isEqualTo("IN_PROGRESS");
    assertThat(last.get("to").asString()).isEqualTo("DONE");
    assertThat(last.get("at").asString()).isEqualTo("2026-11-23T07:05:00Z");
    assertThat(last.get("by").asString()).isEqualTo("anna");
    assertThat(last.get("source").asString()).isEqualTo("OFFICE");
    assertThat(
            office
                .get("/api/orders?status=DONE&customerId={id}", desk.customerId())
                .at("/items/0/id"))
        .isEqualTo(order.id());
  }

  @Test
  void refusesIllegalStepsAndWritesNothing() {
    var order = desk.order(", 'visits': [{'durationMinutes': 60}]");
    var visit = order.at("/visits/0/id");
    var refused = desk.step(visit, 0, "FINISH", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("illegal-step");
    assertThat(refused.at("/detail")).contains("is NEW; FINISH is possible from IN_PROGRESS only");
    assertThat(desk.step(visit, 0, "HOLD", "").at("/errors/0/field")).isEqualTo("reason");
    assertThat(desk.step(visit, 0, "PLAN", "").at("/errors/0/field")).isEqualTo("technicianIds");
    var nobody = "01890000-0000-7000-8000-000000000000";
    assertThat(desk.plan(visit, 0, nobody).at("/errors/0/field")).isEqualTo("technicianIds[0]");
    assertThat(desk.step(visit, 0, "SETTLE", "").at("/errors/0/field")).isEqualTo("step");
    assertThat(desk.step(visit, 0, "JUMP", "").at("/errors/0/field")).isEqualTo("step");
    assertThat(desk.step(visit, 7, "HOLD", "no part").at("/code")).isEqualTo("changed-meanwhile");
    assertThat(office.get("/api/orders/{id}/history", order.id()).body().get("items")).isEmpty();
  }

  @Test
  void holdsAndResumesUnplanned() {
    var order = desk.order(", 'visits': [{'durationMinutes': 60}]");
    var visit = order.at("/visits/0/id");
    var planned = desk.plan(visit, 0, desk.technician("Holder"));
    var held = desk.step(visit, planned.version(), "HOLD", "No part");
    assertThat(held.body().get("plannedStart").isNull()).isTrue();
    assertThat(office.get("/api/orders/{id}", order.id()).at("/status")).isEqualTo("ON_HOLD");
    assertThat(desk.step(visit, held.version(), "RESUME", "").at("/status")).isEqualTo("NEW");
  }

  @Test
  void plansNothingIncomplete() {
    var body = desk.body("", ", 'visits': [{'durationMinutes': 60}]");
    var order = office.post(body.replace("CALL_OUT", "WARRANTY_REPAIR"), "/api/orders");
    assertThat(order.at("/missing/0")).isEqualTo("contactId");
    var refused = desk.plan(order.at("/visits/0/id"), 0, desk.technician("Eager"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("incomplete-order");
    assertThat(refused.at("/detail")).contains("contactId");
  }

  @Test
  void keepsAPlannedOrderCompleteAndWhereItIs() {
    var order = desk.order(", 'visits': [{'durationMinutes': 60}]");
    desk.plan(order.at("/visits/0/id"), 0, desk.technician("Keeper"));
    var emptied =
        office.put(
            desk.body("'version': 0, ", "").replaceAll("'reason': '[^']*'", "'reason': ''"),
            "/api/orders/{id}",
            order.id());
    assertThat(emptied.at("/errors/0/field")).as(emptied.body().toString()).isEqualTo("reason");
    var moved =
        office.put(
            new OrderDesk(office).body("'version': 0, ", ""), "/api/orders/{id}", order.id());
    assertThat(moved.at("/code")).isEqualTo("visits-begun");
  }

  @Test
  void changesAVisitUntilItIsClosed() {
    var order = desk.order("");
    var visit = office.post("{'durationMinutes': 60}", "/api/orders/{id}/visits", order.id());
    assertThat(visit.status()).as(visit.body().toString()).isEqualTo(201);
    var crew =
        office.put(
            """
            {'version': 0, 'durationMinutes': 120, 'crewSize': 2,
             'windows': [{'start': '2026-11-24T08:00:00Z', 'end': '2026-11-24T08:00:00Z'}]}
            """,
            "/api/visits/{id}",
            visit.id());
    assertThat(crew.at("/crewSize")).as(crew.body().toString()).isEqualTo("2");
    var cancelled = desk.step(visit.id(), crew.version(), "CANCEL", "Not needed");
    assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
    var late =
        office.put(
            "{'version': %d, 'durationMinutes': 60}".formatted(cancelled.version()),
            "/api/visits/{id}",
            visit.id());
    assertThat(late.at("/code")).isEqualTo("visit-closed");
    assertThat(office.get("/api/orders/{id}", order.id()).at("/status")).isEqualTo("CANCELLED");
  }

  @Test
  void findsOrdersByWordsOfOrderOrCustomer() {
    var order = desk.order(", 'scope': 'Überdruckventil prüfen', 'dueDate': '2026-11-27'");
    for (var words : new String[] {"uberdruckventil", order.at("/number"), desk.customerName()}) {
      var found = office.get("/api/orders?search={words}", words);
      assertThat(found.at("/items/0/id")).as(words + found.body()).isEqualTo(order.id());
    }
    var narrowed = "/api/orders?customerId=" + desk.customerId();
    assertThat(total(narrowed + "&dueBefore=2026-11-28&priority=NORMAL&status=NEW")).isEqualTo(1);
    assertThat(total(narrowed + "&dueBefore=2026-11-27")).isZero();
    assertThat(total(narrowed + "&priority=HIGH")).isZero();
    assertThat(total(narrowed + "&search=nowhere")).isZero();
    assertThat(office.get("/api/orders?dueBefore=+99999-01-01").at("/errors/0/field"))
        .isEqualTo("dueBefore");
    assertThat(office.get("/api/orders?status=LOST").at("/errors/0/field")).isEqualTo("status");
  }

  @Test
  void keepsSkillsAndContactsThatOpenOrdersNeed() {
    var skill = office.post("{'name': 'Needed'}", "/api/skills").id();
    var contact =
        office.post("{'name': 'Needed'}", "/api/customers/{id}/contacts", desk.customerId()).id();
    var order =
        desk.order(
            ", 'contactId': '%s', 'visits': [{'durationMinutes': 60, 'skills': [{'skillId': '%s', 'level': 1}]}]"
                .formatted(contact, skill));
    for (var path : new String[] {"/api/skills/" + skill, "/api/contacts/" + contact}) {
      var refused = office.delete(path);
      assertThat(refused.at("/code")).isEqualTo("in-use");
      assertThat(refused.at("/detail")).contains(order.at("/number"));
    }
    desk.step(order.at("/visits/0/id"), 0, "CANCEL", "Not needed");
    assertThat(office.delete("/api/skills/{id}", skill).status()).isEqualTo(204);
    assertThat(office.delete("/api/contacts/{id}", contact).status()).isEqualTo(204);
  }

  @Test
  void letsOneOfManySimultaneousStepsWin() throws Exception {
    var order = desk.order(", 'visits': [{'durationMinutes': 60}, {'durationMinutes': 60}]");
    Callable<Integer> cancel =
        () -> desk.step(order.at("/visits/0/id"), 0, "CANCEL", "Race").status();
    Callable<Integer> hold = () -> desk.step(order.at("/visits/1/id"), 0, "HOLD", "Race").status();
    try (var pool = Executors.newFixedThreadPool(4)) {
      var wishes = new ArrayList<>(Collections.nCopies(4, cancel));
      wishes.addAll(Collections.nCopies(4, hold));
      var statuses = pool.invokeAll(wishes).stream().map(Future::resultNow).toList();
      assertThat(Collections.frequency(statuses, 200)).isEqualTo(2);
      assertThat(Collections.frequency(statuses, 409)).isEqualTo(6);
    }
    assertThat(office.get("/api/orders/{id}/history", order.id()).body().get("items")).hasSize(2);
    assertThat(total("/api/orders?status=ON_HOLD&customerId=" + desk.customerId())).isEqualTo(1);
  }

  private int total(String path) {
    return office.get(path).body().get("total").asInt();
  }
}
