package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.orders.StepSource;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dispatcher plans a day over HTTP and watches it live; roads and database are real. */
@TrasaIT
@TestPropertySource(properties = "test.company=small")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanningIT {

  private static final String JOBS = "/api/plan-jobs";
  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  private SmallCompany company;
  private Browser browser;
  private int minutes;

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

  /** Of plans that cover a day the newest holds, and this clock stands still. */
  @BeforeEach
  void letTimePass() {
    minutes += 10;
    clock.advance(Duration.ofMinutes(minutes));
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void makesAPlanThatKeepsEveryPromise() {
    var done = plan(3);
    assertThat(done.get("state").asString()).isEqualTo("DONE");
    assertThat(done.at("/score/hard").asLong()).isZero();
    assertThat(done.get("startedBy").asString()).isEqualTo("dispatcher");
    assertThat(done.get("planned").asInt()).isEqualTo(22);

    var board = browser.get(BOARD).json();
    PromisesKept.on(board);
    takesBreaksInTheirTime(board);
    assertThat(board.get("unassigned")).hasSize(6);
    assertThat(reason(board, company.needsAMaster)).isEqualTo("SKILL 6");
    assertThat(reason(board, company.beforeAnyShift)).startsWith("TIME_WINDOW");
    assertThat(reason(board, company.withoutAReason)).startsWith("INCOMPLETE");
    assertThat(reason(board, company.inTheSea)).startsWith("PLACE_OUTSIDE");
    assertThat(reason(board, company.swapped)).startsWith("PLACE_SWAPPED");
    assertThat(reason(board, company.tooLong)).startsWith("TOO_LONG");
    assertThat(faults(done))
        .containsExactlyInAnyOrder(
            "NOBODY_MAY " + company.needsAMaster,
            "OUT_OF_REACH " + company.beforeAnyShift,
            "OUT_OF_REACH " + company.inTheSea,
            "OUT_OF_REACH " + company.swapped,
            "TOO_LONG " + company.tooLong);
    assertThat(board.at("/plan/jobId")).isEqualTo(done.get("id"));
    for (var visit : board.get("visits")) {
      boolean out = !reason(board, UUID.fromString(visit.get("id").asString())).isEmpty();
      assertThat(visit.get("status").asString()).isEqualTo(out ? "NEW" : "PLANNED");
    }
    tellsWhomToCall(board);
    drawsEveryLeg(board);
    keepsWhatIsPinned(board);
  }

  @Test
  void hearsOfAJobAlthoughTheConnectionForNewsWasLostMeanwhile() {
    var ofNews =
        "from pg_stat_activity where application_name = '%s' and datname = current_database()"
            .formatted(JobListener.AT_WORK);
    try (LiveEvents live = browser.listen()) {
      var lost = jdbc.sql("select pg_terminate_backend(pid) " + ofNews).query(Boolean.class).list();
      assertThat(lost).containsExactly(true);
      // It ends before anybody listens again.
      var id = start(1).at("/id");
      live.await("plan-job", job -> id(job).equals(id) && !isActive(job));
    }
    assertThat(jdbc.sql("select count(*) " + ofNews).query(Long.class).single()).isOne();
  }

  @Test
  void saysWhatIsWrongWithAPlaceBeforeAnybodyIsSentThere() {
    var check = "/api/places/check?lat=%s&lon=%s";
    assertThat(browser.get(check.formatted(53.5573, 13.2610)).status()).isEqualTo(204);
    var swapped = browser.get(check.formatted(13.2610, 53.5573));
    assertThat(swapped.status()).isEqualTo(400);
    assertThat(swapped.json().toString()).contains("13.26100, 53.55730", "Swap latitude");
    assertThat(browser.get(check.formatted("NaN", 13.26)).status()).isEqualTo(400);
    assertThat(browser.get(check.formatted(95, 13.26)).status()).isEqualTo(400);
  }

  @Test
  void sendsWhomTheCustomerWants() {
    var customer = browser.get("/api/customers?search=Small").json().at("/items/0");
    var path = "/api/customers/" + customer.get("id").asString();
    var technicians = browser.get("/api/technicians").json().get("items");
    var never = List.of(id(technicians, 1), id(technicians, 3), id(technicians, 4));
    var wishes = "{'version': %d, 'name': 'Small', 'excludedTechnicianIds': ['%s']}";
    long version = customer.get("version").asLong();
    var changed = browser.put(wishes.formatted(version, String.join("','", never)), path);
    assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
    plan(2);
    var board = browser.get(BOARD).json();
    for (String technician : never) {
      assertThat(routeOf(board, technician).path("stops")).isEmpty();
    }
    assertThat(board.get("unassigned").size()).isGreaterThanOrEqualTo(6);
    browser.put("{'version': %d, 'name': 'Small'}".formatted(version + 1), path);
  }

  @Test
  void isDoneByTheEndThatAContractSets() {
    Instant end = Instant.parse(SmallCompany.DAY + "T07:00:00Z");
    List<UUID> bound = List.of(company.byContract(end), company.byContract(end));
    UUID tooSoon = company.byContract(Instant.parse(SmallCompany.DAY + "T06:46:00Z"));
    plan(2);
    var board = browser.get(BOARD).json();
    var ends = new ArrayList<Instant>();
    for (var technician : board.get("technicians")) {
      for (var stop : technician.at("/days/0/route/stops")) {
        if (bound.contains(UUID.fromString(stop.get("visitId").asString()))) {
          ends.add(time(stop, "end"));
        }
      }
    }
    assertThat(ends).hasSize(2).allSatisfy(done -> assertThat(done).isBeforeOrEqualTo(end));
    assertThat(reason(board, tooSoon)).startsWith("CONTRACT");
    for (var visit : orders.visitsFor(SmallCompany.DAY, 1)) {
      if (bound.contains(visit.id()) || visit.id().equals(tooSoon)) {
        orders.step(visit.id(), visit.version(), VisitStep.CANCEL, "Tried", StepSource.OFFICE);
      }
    }
  }

  @Test
  void sendsTheDearOnlyWhereTheCheapCannot() {
    plan(2);
    var before = browser.get(BOARD).json();
    var items = browser.get("/api/technicians").json().get("items");
    int busiest = 0;
    for (int i = 1; i < items.size(); i++) {
      busiest = stopsOf(before, id(items, i)) > stopsOf(before, id(items, busiest)) ? i : busiest;
    }
    cost(busiest, 1000);
    clock.advance(Duration.ofMinutes(1));
    plan(2);
    var after = browser.get(BOARD).json();
    assertThat(stopsOf(after, id(items, busiest))).isLessThan(stopsOf(before, id(items, busiest)));
    assertThat(after.get("unassigned")).as("the others do it").hasSize(6);
    cost(busiest, 100);
  }

  private static int stopsOf(JsonNode board, String technician) {
    return routeOf(board, technician).path("stops").size();
  }

  private void cost(int index, int percent) {
    var technician = (ObjectNode) browser.get("/api/technicians").json().get("items").get(index);
    technician.put("kmPercent", percent);
    var path = "/api/technicians/" + technician.remove("id").asString();
    assertThat(browser.put(technician.toString(), path).status()).isEqualTo(200);
  }

  private static String id(JsonNode items, int index) {
    return items.get(index).get("id").asString();
  }

  @Test
  void waysTakeLongerWhereAndWhenAProfileSaysSo() {
    plan(2);
    int empty = driving(browser.get(BOARD).json());
    var profile =
        browser.post(
            """
            {'name': 'Snow', 'percent': 300, 'from': '00:00', 'to': '23:59',
             'days': ['TUESDAY', 'WEDNESDAY']}
            """,
            "/api/speed-profiles");
    assertThat(profile.status()).as(profile.json().toString()).isEqualTo(201);
    clock.advance(Duration.ofMinutes(1));
    plan(2);
    var board = browser.get(BOARD).json();
    PromisesKept.on(board);
    assertThat(driving(board)).isGreaterThan(2 * empty);
    var path = "/api/speed-profiles/" + profile.json().get("id").asString();
    assertThat(browser.delete(path).status()).isEqualTo(204);
  }

  private static int driving(JsonNode board) {
    int seconds = 0;
    for (var technician : board.get("technicians")) {
      var route = routeOf(board, technician.get("id").asString());
      if (!route.isNull()) {
        seconds += route.get("returnDriveSeconds").asInt();
        for (var stop : route.get("stops")) {
          seconds += stop.get("driveSeconds").asInt();
        }
      }
    }
    return seconds;
  }

  /** From 7:30 to 8:30 UTC, where work goes on after that, and nobody is visited meanwhile. */
  private static void takesBreaksInTheirTime(JsonNode board) {
    int taken = 0;
    for (var technician : board.get("technicians")) {
      var route = technician.at("/days/0/route");
      boolean goesOn = false;
      for (var stop : route.at("/stops")) {
        goesOn |= time(stop, "end").isAfter(Instant.parse(SmallCompany.DAY + "T08:30:00Z"));
      }
      if (goesOn) {
        taken++;
        assertThat(route.get("breaks")).hasSize(1);
        var start = time(route.at("/breaks/0"), "start");
        var end = time(route.at("/breaks/0"), "end");
        assertThat(Duration.between(start, end)).isEqualTo(Duration.ofMinutes(30));
        assertThat(start)
            .isBetween(
                Instant.parse(SmallCompany.DAY + "T07:30:00Z"),
                Instant.parse(SmallCompany.DAY + "T08:30:00Z"));
        for (var stop : route.at("/stops")) {
          boolean clear = !time(stop, "start").isBefore(end) || !time(stop, "end").isAfter(start);
          assertThat(clear).as("nobody is visited during the break").isTrue();
        }
      }
    }
    assertThat(taken).as("somebody works on").isPositive();
  }

  private static Instant time(JsonNode of, String field) {
    return Instant.parse(of.get(field).asString());
  }

  private void tellsWhomToCall(JsonNode board) {
    var contacts = browser.get("/api/board/contacts?day=" + SmallCompany.DAY).json();
    assertThat(contacts.valueStream().map(one -> one.get("visitId").asString()))
        .containsExactlyInAnyOrderElementsOf(
            board.get("visits").valueStream().map(visit -> visit.get("id").asString()).toList());
  }

  private void drawsEveryLeg(JsonNode board) {
    var paths = browser.get("/api/board/paths?day=" + SmallCompany.DAY).json().get("routes");
    assertThat(paths).isNotEmpty();
    for (var path : paths) {
      var route = routeOf(board, path.get("technicianId").asString());
      assertThat(path.get("legs")).hasSize(route.get("stops").size() + 1);
      assertThat(path.get("legs")).allMatch(leg -> !leg.asString().isEmpty());
    }
  }

  private void keepsWhatIsPinned(JsonNode before) {
    for (var technician : before.get("technicians")) {
      var route = routeOf(before, technician.get("id").asString());
      if (!route.isNull()) {
        var stop = route.get("stops").get(route.get("stops").size() - 1);
        var pin = "{'day': '%s', 'pinned': true}".formatted(SmallCompany.DAY);
        var path = "/api/board/pins/" + stop.get("visitId").asString();
        assertThat(browser.put(pin, path).status()).isEqualTo(204);
        clock.advance(Duration.ofMinutes(1));
        plan(2);
        var after = browser.get(BOARD).json();
        PromisesKept.on(after);
        assertThat(routeOf(after, technician.get("id").asString()).get("stops"))
            .anyMatch(
                s ->
                    s.get("visitId").equals(stop.get("visitId"))
                        && s.get("start").equals(stop.get("start"))
                        && s.get("pinned").asBoolean());
        // A pin is kept also where it cannot be: in another test's snow nobody would be home in
        // time.
        assertThat(browser.put(pin.replace("true", "false"), path).status()).isEqualTo(204);
        return;
      }
    }
  }

  @Test
  void endsEarlyWithTheBestPlanSoFar() {
    try (LiveEvents live = browser.listen()) {
      var id = start(60).at("/id");
      var twice =
          browser.post("{'from': '%s', 'days': 2}".formatted(SmallCompany.DAY.minusDays(1)), JOBS);
      assertThat(twice.status()).isEqualTo(409);
      assertThat(twice.at("/code")).isEqualTo("already-planning");
      live.await("plan-job", job -> id(job).equals(id) && job.get("betterPlans").asInt() > 0);
      assertThat(browser.get(JOBS + "?active=true").json().get("items")).hasSize(1);
      assertThat(browser.get(BOARD + "&job=" + id).at("/plan/id")).isEqualTo(id);
      assertThat(browser.post("", JOBS + "/" + id + "/stop").status()).isEqualTo(200);
      var stopped = live.await("plan-job", job -> id(job).equals(id) && !isActive(job));
      assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
      assertThat(stopped.get("planId").isNull()).isFalse();
      assertThat(stopped.get("planned").asInt()).isPositive();
      PromisesKept.on(browser.get(BOARD).json());
    }
  }

  @Test
  void mayBeStoppedBeforeItHasBegun() {
    try (LiveEvents live = browser.listen()) {
      var id = start(60).at("/id");
      assertThat(browser.post("", JOBS + "/" + id + "/stop").status()).isEqualTo(200);
      var ended = live.await("plan-job", job -> id(job).equals(id) && !isActive(job));
      assertThat(ended.get("state").asString()).isEqualTo("STOPPED");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'''days'': 0', days", "'''days'': 32', days",
    "'''days'': 1, ''seconds'': 601', seconds", "'''days'': 1, ''seconds'': 0', seconds",
  })
  void namesTheFieldThatIsOutOfBounds(String wish, String field) {
    var answer = browser.post("{'from': '2026-11-24', %s}".formatted(wish), JOBS);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void saysWhatIsNotThere() {
    var job = JOBS + "/" + UUID.randomUUID();
    assertThat(browser.get(job).at("/code")).isEqualTo("not-found");
    assertThat(browser.post("", job + "/stop").status()).isEqualTo(404);
    var pin = "{'day': '2026-11-24', 'pinned': true}";
    assertThat(browser.put(pin, "/api/board/pins/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  private Browser.Answer start(int seconds) {
    var body = "{'from': '%s', 'days': 1, 'seconds': %d}".formatted(SmallCompany.DAY, seconds);
    var answer = browser.post(body, JOBS);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  private JsonNode plan(int seconds) {
    try (LiveEvents live = browser.listen()) {
      var id = start(seconds).at("/id");
      var ended = live.await("plan-job", job -> id(job).equals(id) && !isActive(job));
      live.await("board", news -> true);
      return ended;
    }
  }

  private static String id(JsonNode job) {
    return job.get("id").asString();
  }

  private static boolean isActive(JsonNode job) {
    return JobState.valueOf(job.get("state").asString()).isActive();
  }

  private static List<String> faults(JsonNode job) {
    var faults = new ArrayList<String>();
    job.get("faults")
        .forEach(f -> faults.add(f.get("rule").asString() + " " + f.get("visitId").asString()));
    return faults;
  }

  private static JsonNode routeOf(JsonNode board, String technicianId) {
    for (var technician : board.get("technicians")) {
      if (technician.get("id").asString().equals(technicianId)) {
        return technician.at("/days/0/route");
      }
    }
    throw new AssertionError(technicianId);
  }

  /** The most telling reason and how many technicians it keeps away; empty if it is planned. */
  private static String reason(JsonNode board, UUID visit) {
    for (var unassigned : board.get("unassigned")) {
      if (unassigned.get("visitId").asString().equals(visit.toString())) {
        var first = unassigned.at("/reasons/0");
        return first.get("rule").asString() + " " + first.get("technicians").asInt();
      }
    }
    return "";
  }
}
