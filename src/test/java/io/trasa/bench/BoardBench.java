package io.trasa.bench;

import io.trasa.testkit.Browser;
import io.trasa.testkit.MorningClock;
import io.trasa.testkit.PageTests;
import io.trasa.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * How the board feels with 50 technicians, five days, 500 visits: {@code mvn verify -Pbench
 * -Dit.test=BoardBench} plays frontend/e2e/big-week.spec.ts in a Chromium and prints its table for
 * docs/benchmarks.md.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trasa.demo.enabled=false")
@Import(MorningClock.class)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class BoardBench {

  @Autowired private ApplicationContext application;
  @LocalServerPort private int port;

  @Test
  void board() throws Exception {
    new BigWeek(application);
    try (var browser = new Browser(port)) {
      browser.logIn("dispatcher", BigWeek.PASSWORD);
      BigWeek.plan(browser);
    }
    System.out.println(PageTests.play(List.of("--grep", "@bench"), port, ""));
  }
}
