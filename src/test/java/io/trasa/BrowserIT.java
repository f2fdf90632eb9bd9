package io.trasa;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.TestDatabase;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * Plays the stories of frontend/e2e in a real Chromium against the running application with its
 * demo company: the real clock, real roads, a database of its own.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trasa.demo.enabled=true")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class BrowserIT {

  private static final int MAX_MINUTES = 8;

  @LocalServerPort int port;

  @Test
  void peopleFindTheirWay() throws Exception {
    File log = new File("target/browser-tests.log");
    var playwright =
        new ProcessBuilder("npx", "playwright", "test", "--reporter=line")
            .directory(new File("frontend"))
            .redirectErrorStream(true)
            .redirectOutput(log);
    playwright.environment().put("BASE_URL", "http://127.0.0.1:" + port);
    Process process = playwright.start();
    boolean ended = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    String output = Files.readString(log.toPath(), StandardCharsets.UTF_8);
    assertThat(ended).as("ended within %d minutes: %s", MAX_MINUTES, output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
