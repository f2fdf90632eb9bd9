package io.trasa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Plays the stories of frontend/e2e in a real Chromium against a running application. */
public final class PageTests {

  private static final int MAX_MINUTES = 8;

  private PageTests() {}

  /**
   * Plays those the arguments choose and fails with the whole output if one fails.
   *
   * @param arguments as Playwright's test runner takes them
   * @param port of the application, which lives by {@link MorningClock}
   * @param mailbox where its mails can be read, if they are
   * @return what they printed
   */
  public static String play(List<String> arguments, int port, String mailbox) throws Exception {
    File log = File.createTempFile("browser-tests", ".log", new File("target"));
    var command =
        Stream.concat(
            Stream.of("npx", "playwright", "test", "--reporter=line"), arguments.stream());
    var playwright =
        new ProcessBuilder(command.toList())
            .directory(new File("frontend"))
            .redirectErrorStream(true)
            .redirectOutput(log);
    playwright
        .environment()
        .putAll(
            Map.of(
                "BASE_URL",
                "http://127.0.0.1:" + port,
                "MAILBOX",
                mailbox,
                "CLOCK_AHEAD",
                String.valueOf(MorningClock.AHEAD.toMillis())));
    Process process = playwright.start();
    boolean ended = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    String output = Files.readString(log.toPath(), StandardCharsets.UTF_8);
    assertThat(ended).as("ended within %d minutes: %s", MAX_MINUTES, output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
