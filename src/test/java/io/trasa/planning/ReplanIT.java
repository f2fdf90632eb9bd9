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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A day that is on the phones is planned again while it is under way, and late. */
@TrasaIT
@TestPropertySource(properties = "test.company=replanned")
class ReplanIT {

  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private VisitProgress progress;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  @BeforeEach
  void inTheMorning() {
    clock.set(time("05:00"));
  }

  @Test
  void keepsWhatWasSentThoughItsTimePassed() {
    var company = new SmallCompany(customers, orders, people, register, shifts);
    users.create(
        "dispatcher",
        "a long password",
        new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
    try (var browser = new Browser(port)) {
      browser.logIn("dispatcher", "a long password");
      plan(browser);
      assertThat(publish(browser).get("sent")).hasSize(22);
      var sent = places(browser);
      accept(sent.keySet().iterator().next());

      clock.set(time("11:00"));
      var oneMore = company.oneMore();
      assertThat(sent.values()).as("most should have begun").anyMatch(this::hasPassed);
      plan(browser);

      var after = places(browser);
      assertThat(after).containsAllEntriesOf(sent);
      assertThat(Objects.requireNonNull(after.get(oneMore)).start())
          .as("what comes anew does not begin in the past")
          .isAfterOrEqualTo(clock.instant());
      var published = publish(browser);
      assertThat(published.get("recalled")).isEmpty();
      assertThat(published.get("sent").valueStream().map(JsonNode::asString))
          .containsExactly(oneMore.toString());
      for (VisitBrief visit : orders.visitsFor(SmallCompany.DAY, 1)) {
        assertThat(visit.status() == VisitStatus.NEW).isEqualTo(!after.containsKey(visit.id()));
      }
    }
  }

  /** Who goes first, and when. */
  private record Place(String technicianId, Instant start) {}

  private boolean hasPassed(Place place) {
    return place.start().isBefore(clock.instant());
  }

  private void accept(UUID visit) {
    var technician =
        orders.visitsFor(SmallCompany.DAY, 1).stream()
            .filter(v -> v.id().equals(visit))
            .findFirst()
            .orElseThrow()
            .technicianIds()
            .getFirst();
    progress.step(visit, technician, VisitStep.ACCEPT, "", clock.instant());
  }

  private static Map<UUID, Place> places(Browser browser) {
    var places = new HashMap<UUID, Place>();
    for (var technician : browser.get(BOARD).json().get("technicians")) {
      for (var stop : technician.at("/days/0/route/stops")) {
        if (stop.get("crewLead").asBoolean()) {
          places.put(
              UUID.fromString(stop.get("visitId").asString()),
              new Place(
                  technician.get("id").asString(), Instant.parse(stop.get("start").asString())));
        }
      }
    }
    return places;
  }

  private static JsonNode publish(Browser browser) {
    var answer = browser.post("{'day': '%s'}".formatted(SmallCompany.DAY), "/api/plans/publish");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static void plan(Browser browser) {
    try (LiveEvents live = browser.listen()) {
      var body = "{'from': '%s', 'days': 1, 'seconds': 2}".formatted(SmallCompany.DAY);
      var id = browser.post(body, "/api/plan-jobs").at("/id");
      live.await(
          "plan-job",
          job -> job.get("id").asString().equals(id) && "DONE".equals(job.get("state").asString()));
    }
  }

  private static Instant time(String time) {
    return Instant.parse(SmallCompany.DAY + "T" + time + ":00Z");
  }
}
