package io.trasa;

import io.trasa.testkit.DemoIT;
import io.trasa.testkit.PageTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Plays the stories of single pages in the demo company: a working day ahead, real roads, a
 * database of its own.
 */
@DemoIT
class BrowserIT {

  @LocalServerPort int port;

  @Test
  void peopleFindTheirWay() throws Exception {
    PageTests.play(List.of("--grep-invert", "@whole|@bench"), port, "");
  }
}
