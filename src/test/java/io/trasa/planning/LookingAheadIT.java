package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who could do more, and where. */
@TrasaIT
@TestPropertySource(
    properties = {"test.company=looking-ahead", "trasa.routing.source=straight-line"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingAheadIT {

  private static final String CAPACITY = "/api/capacity?from=%s&days=%d";
  private static final int SHIFT = 8 * 60 + 30;
  private static final int AWAY = 90;

  @Autowired private ConfigurableApplicationContext application;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private Browser browser;
  private int minutes;

  @BeforeAll
  void open() {
    SmallCompany.of(application);
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
  void tellsWhoWorksWhereAndWhatIsFree() {
    var empty = capacity(1);
    assertThat(names(empty)).containsExactly("North", "South", null);
    var total = empty.at("/total/0");
    assertThat(total.get("technicianIds")).hasSize(6);
    assertThat(total.get("availableMinutes").asInt()).isEqualTo(6 * SHIFT - AWAY);
    for (var area : empty.get("areas")) {
      assertThat(area.at("/days/0/technicianIds")).as(area.toString()).hasSize(2);
    }
    var north = empty.at("/areas/0/days/0");
    assertThat(north.get("availableMinutes").asInt())
        .as("one is at a training for a while")
        .isEqualTo(2 * SHIFT - AWAY);
    assertThat(total.at("/skills/0/technicians").asInt()).as("know gas").isEqualTo(3);
    assertThat(north.at("/skills/0/freeMinutes").asInt() + bookedBy(empty, north, true))
        .isEqualTo(SHIFT - AWAY);

    plan();
    var booked = capacity(2);
    assertThat(booked.at("/total/0/bookedMinutes").asInt()).isPositive();
    assertThat(booked.at("/total/0/loadPercent"))
        .as("the load of the board")
        .isEqualTo(
            browser.get("/api/board?day=" + SmallCompany.DAY).json().at("/kpis/loadPercent"));
    for (var technician : booked.get("technicians")) {
      var day = technician.at("/days/0");
      assertThat(day.get("freeMinutes").asInt())
          .isEqualTo(
              Math.max(0, day.get("availableMinutes").asInt() - day.get("bookedMinutes").asInt()));
    }
    assertThat(booked.at("/total/1/technicianIds")).as("nobody works on Wednesday").isEmpty();
    assertThat(booked.at("/total/1/loadPercent").asInt()).isZero();
  }

  @Test
  void breaksAreNobodysToBook() {
    int before = capacity(1).at("/total/0/availableMinutes").asInt();
    var last = (ObjectNode) browser.get("/api/technicians").json().get("items").get(5);
    var path = "/api/technicians/" + last.remove("id").asString();
    last.putArray("breaks")
        .addObject()
        .put("earliest", "11:30")
        .put("latest", "12:30")
        .put("minutes", 40);
    assertThat(browser.put(last.toString(), path).status()).isEqualTo(200);
    assertThat(capacity(1).at("/total/0/availableMinutes").asInt()).isEqualTo(before - 40);
    last.put("version", last.get("version").asLong() + 1).remove("breaks");
    assertThat(browser.put(last.toString(), path).status()).isEqualTo(200);
  }

  @Test
  void refusesDaysOutOfBounds() {
    for (int days : new int[] {0, 32}) {
      var refused = browser.get(CAPACITY.formatted(SmallCompany.DAY, days));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).contains("\"days\"");
    }
  }

  private JsonNode capacity(int days) {
    var answer = browser.get(CAPACITY.formatted(SmallCompany.DAY, days));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> names(JsonNode capacity) {
    var names = new ArrayList<String>();
    capacity
        .get("areas")
        .forEach(
            area -> names.add(area.path("name").isString() ? area.get("name").asString() : null));
    return names;
  }

  /** What those of a cell that know something are booked for. */
  private static int bookedBy(JsonNode capacity, JsonNode cell, boolean skilled) {
    Map<String, JsonNode> technicians = new HashMap<>();
    capacity.get("technicians").forEach(t -> technicians.put(t.get("id").asString(), t));
    int booked = 0;
    for (var id : cell.get("technicianIds")) {
      JsonNode technician = Objects.requireNonNull(technicians.get(id.asString()));
      if (technician.get("skillIds").isEmpty() != skilled) {
        booked += technician.at("/days/0/bookedMinutes").asInt();
      }
    }
    return booked;
  }

  private UUID plan() {
    try (LiveEvents live = browser.listen()) {
      var started =
          browser.post(
              "{'from': '%s', 'days': 1, 'seconds': 1}".formatted(SmallCompany.DAY),
              "/api/plan-jobs");
      assertThat(started.status()).as(started.text()).isEqualTo(201);
      return UUID.fromString(
          live.await(
                  "plan-job",
                  news ->
                      news.get("id").asString().equals(started.at("/id"))
                          && !JobState.valueOf(news.get("state").asString()).isActive())
              .get("planId")
              .asString());
    }
  }
}
