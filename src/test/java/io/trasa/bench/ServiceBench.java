package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.testkit.Browser;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
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

  private static final LocalDate MONDAY = BigWeek.MONDAY;
  private static final int DAYS = BigWeek.DAYS;
  private static final int WARM_UP = 100;
  private static final int CALLS = 200;

  @Autowired private ApplicationContext application;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  private final Random random = new Random(5);
  private BigWeek week;
  private Browser browser;

  @Test
  void service() {
    week = new BigWeek(application);
    try (var caller = new Browser(port)) {
      browser = caller;
      browser.logIn("dispatcher", BigWeek.PASSWORD);
      BigWeek.plan(browser);
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
            MONDAY,
            DAYS,
            any(week.visits),
            any(week.technicians),
            MONDAY.plusDays(random.nextInt(DAYS)));
    return timed(() -> browser.post(wish, "/api/plans/preview"));
  }

  private double explanation() {
    String path =
        "/api/plans/explanation/%s?day=%s&days=%d".formatted(any(week.visits), MONDAY, DAYS);
    return timed(() -> browser.get(path));
  }

  private double planCost() {
    return timed(() -> browser.get("/api/plans/explanation?day=%s&days=5".formatted(MONDAY)));
  }

  private String slotsWish() {
    Coordinates at = week.place();
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

  private String any(List<String> ids) {
    return ids.get(random.nextInt(ids.size()));
  }
}
