package io.trasa;

import io.trasa.testkit.MorningClock;
import io.trasa.testkit.PageTests;
import io.trasa.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Plays the stories of single pages in the demo company: a working day ahead, real roads, a
 * database of its own.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trasa.demo.enabled=true")
@Import(MorningClock.class)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class BrowserIT {

  @LocalServerPort int port;

  @Test
  void peopleFindTheirWay() throws Exception {
    PageTests.play(List.of("--grep-invert", "@whole"), port, "");
  }
}
