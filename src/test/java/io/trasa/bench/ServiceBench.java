package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.Visit;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.WorkingDay;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What a dispatcher waits for, over HTTP, one caller at a time: 50 technicians, five days, 500
 * visits, planned. {@code mvn verify -Pbench -Dit.test=ServiceBench} prints a table for
 * docs/benchmarks.md; it measures, and asserts nothing but that the answers came. A second passes
 * with each call, so one in sixty reads the plan anew; <em>after a change</em> each does.
 */
@TrasaIT
@TestPropertySource(properties = "trasa.bench=service")
class ServiceBench {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final int TECHNICIANS = 50;
  private static final int DAYS = 5;
  private static final int VISITS = 500;
  private static final int WARM_UP = 100;
  private static final int CALLS = 200;

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  private final Random random = new Random(5);
  private final List<String> technicians = new ArrayList<>();

  /** Those that one technician does. */
  private final List<String> visits = new ArrayList<>();

  private Browser browser;

  @Test
  void service() {
    fill();
    users.create(
        "dispatcher",
        "a long password",
        new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
    try (var caller = new Browser(port)) {
      browser = caller;
      browser.logIn("dispatcher", "a long password");
      plan();
      System.out.println("| call | median ms | p95 ms | most ms |\n|---|---|---|---|");
      measured("preview: a visit to another day's best place", this::preview);
      measured("explanation of a visit", this::explanation);
      measured("explanation of the plan", this::planCost);
      measured("times to offer, two hours each", this::slots);
      measured("a change by hand: a pin", this::pin);
      measured("preview after a change", () -> after(this::preview));
      measured("explanation of a visit after a change", () -> after(this::explanation));
      measured("times to offer after a change", () -> after(this::slots));
      measured("holding a time", this::hold);
      measured("the board of a day", () -> timed(() -> browser.get("/api/board?day=" + MONDAY)));
    }
  }

  private void measured(String name, Supplier<Double> call) {
    var millis = new ArrayList<Double>();
    for (int i = 0; i < WARM_UP + CALLS; i++) {
      clock.advance(Duration.ofSeconds(1));
      double took = call.get();
      if (i >= WARM_UP) {
        millis.add(took);
      }
    }
    millis.sort(null);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f |%n",
        name,
        millis.get(CALLS / 2),
        millis.get(CALLS * 95 / 100),
        millis.getLast());
  }

  private double timed(Supplier<Browser.Answer> call) {
    long begin = System.nanoTime();
    Browser.Answer answer = call.get();
    double took = (System.nanoTime() - begin) / 1e6;
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return took;
  }

  private double after(Supplier<Double> call) {
    pin();
    return call.get();
  }

  private double preview() {
    String body =
        "{'from': '%s', 'days': %d, 'changes': [{'kind': 'PLACE', 'visitId': '%s', "
            + "'technicianId': '%s', 'day': '%s'}]}";
    String wish =
        body.formatted(
            MONDAY, DAYS, any(visits), any(technicians), MONDAY.plusDays(random.nextInt(DAYS)));
    return timed(() -> browser.post(wish, "/api/plans/preview"));
  }

  private double explanation() {
    String path = "/api/plans/explanation/%s?day=%s&days=%d".formatted(any(visits), MONDAY, DAYS);
    return timed(() -> browser.get(path));
  }

  private double planCost() {
    return timed(() -> browser.get("/api/plans/explanation?day=%s&days=5".formatted(MONDAY)));
  }

  private String slotsWish() {
    Coordinates at = place();
    return "{'place': {'lat': %s, 'lon': %s}, 'durationMinutes': 60, 'from': '%s', 'days': %d}"
        .formatted(at.lat(), at.lon(), MONDAY, DAYS);
  }

  private double slots() {
    String wish = slotsWish();
    return timed(() -> browser.post(wish, "/api/booking/slots"));
  }

  private double hold() {
    String wish = slotsWish();
    JsonNode offer = browser.post(wish, "/api/booking/slots").json().at("/offers/0");
    var id = UUID.randomUUID();
    String body =
        "{'id': '%s', 'slots': %s, 'window': %s}".formatted(id, wish, offer.get("window"));
    double took = timed(() -> browser.post(body, "/api/booking/holds"));
    browser.delete("/api/booking/holds/" + id);
    return took;
  }

  private double pin() {
    JsonNode board = browser.get("/api/board?day=" + MONDAY).json();
    JsonNode day = board.at("/publishing/0");
    List<JsonNode> placed = new ArrayList<>();
    for (JsonNode technician : board.get("technicians")) {
      technician.at("/days/0/route/stops").forEach(placed::add);
    }
    JsonNode stop = placed.get(random.nextInt(placed.size()));
    String body =
        "{'id': '%s', 'from': '%s', 'plans': [{'day': '%s', 'planId': '%s', 'version': %d}], "
            + "'changes': [{'kind': '%s', 'visitId': '%s'}]}";
    String wish =
        body.formatted(
            UUID.randomUUID(),
            MONDAY,
            MONDAY,
            day.get("planId").asString(),
            day.get("version").asLong(),
            stop.get("pinned").asBoolean() ? "UNPIN" : "PIN",
            stop.get("visitId").asString());
    return timed(() -> browser.post(wish, "/api/plans/changes"));
  }

  private void plan() {
    String wish = "{'from': '%s', 'days': %d, 'seconds': 10}".formatted(MONDAY, DAYS);
    String id = browser.post(wish, "/api/plan-jobs").at("/id");
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> browser.get("/api/plan-jobs/" + id).at("/state").equals("DONE"));
    System.out.println(browser.get("/api/plan-jobs/" + id).text());
  }

  private String any(List<String> ids) {
    return ids.get(random.nextInt(ids.size()));
  }

  private void fill() {
    UUID gas = register.createSkill("Gas").id();
    for (int i = 0; i < TECHNICIANS; i++) {
      var skills = i % 2 == 0 ? List.of(new SkillLevel(gas, 1 + i % 3)) : List.<SkillLevel>of();
      UUID id = people.create(technician(i, skills)).id();
      technicians.add(id.toString());
      for (int day = 0; day < DAYS; day++) {
        var morning = MONDAY.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
        shifts.addShift(id, new TimeWindow(morning, morning.plus(Duration.ofHours(9))));
      }
    }
    UUID customer =
        customers
            .create(new Customer.Details("Big", "", "", "en", Priority.NORMAL, "", Billing.USUAL))
            .id();
    for (int i = 0; i < VISITS; i++) {
      var needs = i % 3 == 0 ? List.of(new RequiredSkill(gas, 1)) : List.<RequiredSkill>of();
      boolean forTwo = i % 25 == 0;
      String id = order(customer, needs, forTwo ? 2 : 1);
      if (!forTwo) {
        visits.add(id);
      }
    }
  }

  private Technician.Details technician(int number, List<SkillLevel> skills) {
    return new Technician.Details(
        "T" + number,
        "",
        "",
        "#112233",
        place(),
        "",
        skills,
        List.of(),
        null,
        Vehicle.CAR,
        true,
        WorkingDay.USUAL);
  }

  private String order(UUID customer, List<RequiredSkill> needs, int crew) {
    var address = new Address("Ring", "1", "17033", "Neubrandenburg");
    var site = customers.addSite(customer, new Site.Details("", address, place(), ""));
    var morning = MONDAY.plusDays(random.nextInt(DAYS)).atTime(6 + random.nextInt(6), 0);
    var start = morning.toInstant(ZoneOffset.UTC);
    var windows =
        random.nextInt(2) == 0
            ? List.of(new TimeWindow(start, start.plus(Duration.ofHours(3))))
            : List.<TimeWindow>of();
    var visit =
        new Visit.Details(
            Duration.ofMinutes(30 + 15 * random.nextInt(6)), windows, needs, crew, null);
    var details =
        new Order.Details(
            OrderType.CALL_OUT,
            customer,
            site.id(),
            null,
            null,
            "Plain",
            "",
            Priority.NORMAL,
            null,
            null,
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return orders.create(details, List.of(visit)).visits().getFirst().id().toString();
  }

  private Coordinates place() {
    return new Coordinates(random.nextDouble(53.50, 53.60), random.nextDouble(13.20, 13.32));
  }
}
