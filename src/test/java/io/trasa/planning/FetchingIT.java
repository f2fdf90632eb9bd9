package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.common.Vehicle;
import io.trasa.customers.Address;
import io.trasa.customers.Billing;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.Visit;
import io.trasa.parts.GoodsService;
import io.trasa.parts.Part;
import io.trasa.parts.PartService;
import io.trasa.parts.TransferService;
import io.trasa.people.BreakTime;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.Territory;
import io.trasa.people.WorkingDay;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a visit needs lies in the warehouse: who has it on his van goes straight there, who has it
 * not calls at the warehouse first. Each test goes on from the last, in a territory of its own, as
 * others use this company too.
 */
@TrasaIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FetchingIT {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 4);
  private static final String PASSWORD = "a long password";
  private static final Coordinates CITY = new Coordinates(53.557, 13.262);

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private PartService parts;
  @Autowired private GoodsService goods;
  @Autowired private TransferService transfers;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private Browser browser;
  private Browser phone;
  private Part pump;
  private UUID territory;
  private UUID customer;
  private UUID laden;
  private UUID empty;

  /** Of the laden and of the empty technician, what needs a pump and what needs nothing. */
  private UUID ladenPump;

  private UUID emptyPumps;
  private UUID emptyPlain;

  @BeforeAll
  void open() {
    clock.set(at("05:00"));
    user("fetching", Role.DISPATCHER, null);
    browser = new Browser(port);
    browser.logIn("fetching", PASSWORD);
    territory = register.createTerritory(farAway()).id();
    UUID gas = register.createSkill("Gas, fetched").id();
    UUID water = register.createSkill("Water, fetched").id();
    laden = technician("Laden", gas);
    empty = technician("Empty", water);
    user("fetcher", Role.TECHNICIAN, empty);
    phone = new Browser(port);
    phone.logIn("fetcher", PASSWORD);
    pump = parts.create(pumpDetails());
    goods.receive(
        new GoodsService.Receipt(
            UUID.randomUUID(), "", List.of(new GoodsService.Line(pump.id(), BigDecimal.TEN))));
    load(laden, "1.000");
    customer =
        customers
            .create(
                new Customer.Details("Fetched", "", "", "en", Priority.URGENT, "", Billing.USUAL))
            .id();
    ladenPump = visit(gas, List.of(), wants("1.000"));
    emptyPumps = visit(water, List.of(), wants("2.000"));
    emptyPlain = visit(water, List.of(new TimeWindow(at("07:00"), at("07:15"))));
  }

  @BeforeEach
  void inTheMorning() {
    clock.set(at("05:00"));
  }

  /** Others' days go on in this company. */
  @AfterAll
  void close() {
    warehouse("null");
    for (UUID id : List.of(laden, empty)) {
      Technician technician = people.technician(id);
      people.change(id, technician.version(), details(technician.name(), null, false));
    }
    browser.close();
    phone.close();
  }

  @Test
  @org.junit.jupiter.api.Order(1)
  void nobodyIsSentWhileNobodyKnowsWhereTheWarehouseIs() {
    plan();
    assertThat(route(laden).get("call").isNull()).isTrue();
    assertThat(route(empty).get("call").isNull()).isTrue();
    assertThat(visits(empty)).containsExactlyInAnyOrder(emptyPlain, emptyPumps);
  }

  @Test
  @org.junit.jupiter.api.Order(2)
  void fetchesBeforeTheVisitWhatTheVanLacks() {
    warehouse("{'lat': 53.5605, 'lon': 13.2702}");
    plan();
    assertThat(route(laden).get("call").isNull()).as("it is on the van").isTrue();
    assertThat(board().at("/plan/score/hard").asLong()).isZero();
    JsonNode route = route(empty);
    JsonNode call = route.get("call");
    assertThat(call.get("address").asString()).isEqualTo("Ihlenfelder Str. 5");
    assertThat(call.get("fetched")).hasSize(1);
    assertThat(call.at("/fetched/0/name").asString()).isEqualTo("Pump");
    assertThat(call.at("/fetched/0/quantity").asDouble()).isEqualTo(2);
    assertThat(Duration.between(time(call, "start"), time(call, "end"))).hasMinutes(12);
    assertThat(time(stop(route, emptyPumps), "start"))
        .as("the pumps are on the van by then")
        .isAfterOrEqualTo(time(call, "end"));
    assertThat(stop(route, emptyPumps).get("driveSeconds").asInt())
        .as("the way leads by the warehouse")
        .isGreaterThanOrEqualTo(call.get("driveSeconds").asInt());
  }

  @Test
  @org.junit.jupiter.api.Order(3)
  void aChangeByHandKeepsTheCallForAsLongAsItIsNeeded() {
    JsonNode before = route(empty);
    var unassign = "{'kind': 'UNASSIGN', 'visitId': '%s'}".formatted(emptyPumps);
    change(unassign);
    assertThat(route(empty).get("call").isNull()).as("nothing is to be fetched").isTrue();
    turn("undo");
    assertThat(route(empty)).as("the call is back").isEqualTo(before);
    turn("redo");
    var place =
        "{'kind': 'PLACE', 'visitId': '%s', 'technicianId': '%s', 'day': '%s', 'position': 2}";
    var placed = place.formatted(emptyPumps, empty, DAY);
    var preview =
        browser.post(
            "{'from': '%s', 'changes': [%s]}".formatted(DAY, placed), "/api/plans/preview");
    assertThat(preview.at("/keepsHardRules")).as(preview.text()).isEqualTo("true");
    change(placed);
    JsonNode after = route(empty);
    assertThat(after.at("/call/fetched")).isEqualTo(before.at("/call/fetched"));
    assertThat(time(stop(after, emptyPumps), "start"))
        .isAfterOrEqualTo(time(after.get("call"), "end"));
    turn("undo");
    assertThat(route(empty).get("call").isNull()).isTrue();
    turn("redo");
    assertThat(route(empty)).isEqualTo(after);
  }

  @Test
  @org.junit.jupiter.api.Order(4)
  void thePhoneTellsOfTheCallAndOfTheBreak() {
    assertThat(phone.get("/api/phone/calls?day=" + DAY).json())
        .as("nothing is published")
        .isEmpty();
    assertThat(phone.get("/api/phone/breaks?day=" + DAY).json()).isEmpty();
    var publish = browser.post("{'day': '%s'}".formatted(DAY), "/api/plans/publish");
    assertThat(publish.status()).as(publish.text()).isEqualTo(200);
    JsonNode route = route(empty);
    JsonNode call = phone.get("/api/phone/calls?day=" + DAY).json().get(0);
    assertThat(call.get("fetched")).isEqualTo(route.at("/call/fetched"));
    assertThat(call.at("/time/start")).isEqualTo(route.at("/call/start"));
    assertThat(call.get("address").asString()).isEqualTo("Ihlenfelder Str. 5");
    JsonNode breaks = phone.get("/api/phone/breaks?day=" + DAY).json();
    assertThat(breaks).hasSize(1);
    assertThat(breaks.at("/0/start")).isEqualTo(route.at("/breaks/0/start"));
    assertThat(breaks.at("/0/end")).isEqualTo(route.at("/breaks/0/end"));
  }

  @Test
  @org.junit.jupiter.api.Order(5)
  void aReplanKeepsTheCallThatIsStillToCome() {
    JsonNode before = route(empty);
    clock.set(at("06:30"));
    var longer =
        "{'trigger': 'TAKES_LONGER', 'visitId': '%s', 'minutes': 40, 'seconds': 1}"
            .formatted(emptyPlain);
    try (LiveEvents live = browser.listen()) {
      String id = browser.post(longer, "/api/replans").at("/id");
      live.await(
          "replan",
          news ->
              news.get("id").asString().equals(id)
                  && !"SEARCHING".equals(news.get("state").asString()));
      var accepted = browser.post("{}", "/api/replans/%s/accept".formatted(id));
      assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    }
    JsonNode after = route(empty);
    assertThat(after.at("/call/fetched")).isEqualTo(before.at("/call/fetched"));
    assertThat(time(stop(after, emptyPumps), "start"))
        .isAfterOrEqualTo(time(after.get("call"), "end"));
    assertThat(route(laden).get("call").isNull()).isTrue();
  }

  @Test
  @org.junit.jupiter.api.Order(6)
  void whoWasHandedThePartsGoesStraightThere() {
    load(empty, "2.000");
    clock.set(at("06:40"));
    plan();
    assertThat(route(empty).get("call").isNull()).isTrue();
  }

  @Test
  @org.junit.jupiter.api.Order(7)
  void aDearHourAndATargetForTheDayCostWhatTheySay() {
    long usual = amount("WORKING_TIME");
    long full = amount("WORKLOAD");
    JsonNode route = route(empty);
    int load = route.get("driveSeconds").asInt() + route.get("workSeconds").asInt();
    work(300, 60);
    assertThat(amount("WORKLOAD") - full).as("what is over an hour").isEqualTo(load - 3600);
    long away = Duration.between(time(route, "depart"), time(route, "arriveHome")).toSeconds();
    assertThat(amount("WORKING_TIME") - usual)
        .as("two usual hours more for each")
        .isBetween(2L * load, 2 * away + 1);
  }

  private long amount(String rule) {
    for (var row : browser.get("/api/plans/explanation?day=" + DAY).json().at("/total/rules")) {
      if (row.get("rule").asString().equals(rule)) {
        return row.get("amount").asLong();
      }
    }
    return 0;
  }

  private void work(int hourPercent, int targetMinutes) {
    var path = "/api/technicians/" + empty;
    var form = (ObjectNode) browser.get(path).json();
    form.remove("id");
    form.put("hourPercent", hourPercent).put("targetMinutes", targetMinutes);
    var answer = browser.put(form.toString(), path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private UUID technician(String name, UUID skill) {
    UUID id = people.create(details(name, skill, true)).id();
    shifts.addShift(id, new TimeWindow(at("06:00"), at("14:30")));
    return id;
  }

  private Technician.Details details(String name, @Nullable UUID skill, boolean active) {
    return new Technician.Details(
        name,
        "",
        "",
        "#0a6640",
        CITY,
        "",
        skill == null ? List.of() : List.of(new SkillLevel(skill, 1)),
        List.of(),
        active ? register.createVan("Van " + name, "NB-F " + name).id() : null,
        Vehicle.CAR,
        active,
        WorkingDay.USUAL.pausing(new BreakTime(LocalTime.of(8, 45), LocalTime.of(9, 15), 30)));
  }

  private static Territory.Details farAway() {
    return new Territory.Details(
        "Fetched",
        "#445566",
        List.of(
            new Coordinates(54.9, 12.1), new Coordinates(54.9, 12.2), new Coordinates(54.8, 12.1)));
  }

  private static Part.Details pumpDetails() {
    return new Part.Details(
        "FETCH-1",
        "Pump",
        "pc",
        new BigDecimal("4.2000"),
        new BigDecimal("9.9000"),
        new BigDecimal("19.00"),
        "",
        List.of(),
        BigDecimal.ZERO,
        true);
  }

  private void load(UUID technician, String quantity) {
    transfers.handOver(
        new TransferService.HandOver(
            UUID.randomUUID(),
            technician,
            DAY,
            List.of(new TransferService.Line(pump.id(), null, new BigDecimal(quantity))),
            ""));
  }

  private PartToCollect wants(String quantity) {
    return new PartToCollect(pump.id(), "Pump", new BigDecimal(quantity));
  }

  private UUID visit(UUID skill, List<TimeWindow> windows, PartToCollect... needed) {
    var address = new Address("Ring", "1", "17033", "Neubrandenburg");
    var site =
        customers.addSite(
            customer, new Site.Details("", address, new Coordinates(53.55, 13.28), ""));
    var details =
        new Order.Details(
            OrderType.CALL_OUT,
            customer,
            site.id(),
            null,
            null,
            "Pump",
            "",
            Priority.URGENT,
            DAY,
            DAY,
            "",
            List.of(),
            List.of(needed),
            List.of(),
            List.of());
    var visit =
        new Visit.Details(
            Duration.ofMinutes(45), windows, List.of(new RequiredSkill(skill, 1)), 1, territory);
    return orders.create(details, List.of(visit)).visits().getFirst().id();
  }

  private void user(String name, Role role, @Nullable UUID technician) {
    users.create(name, PASSWORD, new UserService.Profile(name, Set.of(role), "en", technician));
  }

  private void warehouse(String place) {
    String version = browser.get("/api/warehouse").at("/version");
    var answer =
        browser.put(
            "{'version': %s, 'address': 'Ihlenfelder Str. 5', 'place': %s, 'callMinutes': 12}"
                .formatted(version, place),
            "/api/warehouse");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void plan() {
    try (LiveEvents live = browser.listen()) {
      var body =
          "{'from': '%s', 'days': 1, 'seconds': 2, 'territoryIds': ['%s']}"
              .formatted(DAY, territory);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
  }

  private void change(String change) {
    onThePlan("", ", 'id': '%s', 'changes': [%s]".formatted(UUID.randomUUID(), change));
  }

  private void turn(String way) {
    onThePlan("/" + way, "");
  }

  private void onThePlan(String way, String more) {
    JsonNode plan = board().at("/publishing/0");
    var body =
        "{'from': '%s', 'plans': [{'day': '%s', 'planId': '%s', 'version': %d}]%s}"
            .formatted(DAY, DAY, plan.get("planId").asString(), plan.get("version").asLong(), more);
    var answer = browser.post(body, "/api/plans/changes" + way);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private JsonNode board() {
    return browser.get("/api/board?day=" + DAY).json();
  }

  private JsonNode route(UUID technician) {
    for (var row : board().get("technicians")) {
      if (row.get("id").asString().equals(technician.toString())) {
        return row.at("/days/0/route");
      }
    }
    throw new AssertionError(technician + " is not on the board");
  }

  private List<UUID> visits(UUID technician) {
    return route(technician).get("stops").findValuesAsString("visitId").stream()
        .map(UUID::fromString)
        .toList();
  }

  private static JsonNode stop(JsonNode route, UUID visit) {
    for (var stop : route.get("stops")) {
      if (stop.get("visitId").asString().equals(visit.toString())) {
        return stop;
      }
    }
    throw new AssertionError(visit + " is not on the route");
  }

  private static Instant time(JsonNode of, String field) {
    return Instant.parse(of.get(field).asString());
  }

  private static Instant at(String time) {
    return Instant.parse(DAY + "T" + time + ":00Z");
  }
}
