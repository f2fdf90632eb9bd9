package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.Browser;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The calls of docs/planning-api.md are made in their order, and each is answered. */
@TrasaIT
@TestPropertySource(properties = {"test.company=documented", "trasa.routing.source=straight-line"})
class PlanningApiDocIT {

  private static final Pattern BLOCK =
      Pattern.compile("^```\\n(call .*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern CALL =
      Pattern.compile("call (?:-X (\\w+) )?(\\S+)(?: -d (.*))?", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");
  private static final String LONG = "\"seconds\": 30";
  private static final String BOARD = "/api/board?day=" + SmallCompany.DAY;

  /** Of jobs, scenarios and replans while they are worked on. */
  private static final Set<String> BUSY = Set.of("QUEUED", "RUNNING", "PLANNING", "SEARCHING");

  @Autowired private ConfigurableApplicationContext application;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void everyCallIsAnswered() throws IOException {
    SmallCompany company = SmallCompany.of(application);
    clock.set(Instant.parse(SmallCompany.DAY + "T05:30:00Z"));
    variables.put("OTHER", company.oneMore().toString());
    try (var browser = new Browser(port)) {
      browser.logIn("dispatcher", "a long password");
      List<String> calls = calls();
      assertThat(calls).hasSizeGreaterThan(30);
      for (String call : calls) {
        make(call, browser);
        clock.advance(Duration.ofSeconds(1));
      }
    }
  }

  private static List<String> calls() throws IOException {
    var calls = new ArrayList<String>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/planning-api.md")));
    while (block.find()) {
      for (String line : block.group(1).split("\\n")) {
        if (line.startsWith("call ")) {
          calls.add(line);
        } else {
          calls.set(calls.size() - 1, calls.getLast() + "\n" + line);
        }
      }
    }
    return calls;
  }

  private void make(String written, Browser browser) {
    lookAround(browser);
    Matcher call = CALL.matcher(filled(written));
    assertThat(call.matches()).as(written).isTrue();
    String body = call.group(3) == null ? "" : call.group(3);
    String path = call.group(2);
    String method = call.group(1) == null ? body.isEmpty() ? "GET" : "POST" : call.group(1);
    Browser.Answer answer =
        switch (method) {
          case "GET" -> browser.get(path);
          case "POST" -> browser.post(body, path);
          case "PUT" -> browser.put(body, path);
          case "DELETE" -> browser.delete(path);
          default -> throw new IllegalArgumentException(written);
        };
    assertThat(answer.status()).as(written + "\n" + answer.text()).isBetween(200, 204);
    if (method.equals("POST") && answer.text().startsWith("{") && !answer.at("/id").isEmpty()) {
      variables.put("ID", answer.at("/id"));
    }
    if (method.equals("POST") && !path.contains("booking") && !path.contains("changes")) {
      awaitEnd(path, body, browser);
    }
  }

  /** As in a shell, where single quotes end and begin around what is filled in. */
  private String filled(String call) {
    String text = call.replace("$(uuidgen)", UUID.randomUUID().toString());
    text = VARIABLE.matcher(text).replaceAll(m -> variables.getOrDefault(m.group(1), m.group()));
    return text.replace("'", "");
  }

  private void lookAround(Browser browser) {
    JsonNode board = browser.get(BOARD).json();
    JsonNode plan = board.at("/publishing/0");
    if (!plan.isMissingNode()) {
      variables.put("PLAN", plan.get("planId").asString());
      variables.put("VERSION", plan.get("version").asString());
    }
    for (JsonNode technician : board.get("technicians")) {
      String id = technician.get("id").asString();
      JsonNode visit = technician.at("/days/0/route/stops/0/visitId");
      if (!visit.isMissingNode() && variables.putIfAbsent("ANNA", id) == null) {
        variables.put("VISIT", visit.asString());
      } else if (!id.equals(variables.get("ANNA"))) {
        variables.putIfAbsent("BEN", id);
      }
    }
  }

  private void awaitEnd(String path, String body, Browser browser) {
    String id = variables.getOrDefault("ID", "");
    for (String kind : List.of("plan-jobs", "replans", "scenarios")) {
      if (body.contains(LONG)) {
        // It is stopped by a call to come, once it has found something.
        await()
            .until(() -> browser.get("/api/plan-jobs/" + id).json().get("betterPlans").asInt() > 0);
      } else if (path.startsWith("/api/" + kind)) {
        await().until(() -> !BUSY.contains(browser.get("/api/" + kind + "/" + id).at("/state")));
      }
    }
  }

  private static org.awaitility.core.ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }
}
