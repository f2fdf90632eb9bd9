package io.trasa.planning;

import static org.awaitility.Awaitility.await;

import io.trasa.TrasaApplication;
import io.trasa.testkit.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** An application of its own beside the test's, on the same database; quick to notice a death. */
final class Node implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> OF_THE_TEST =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "trasa.data-folder");

  private final Process process;
  private final Browser browser;
  private final Path log;

  private Node(Process process, Browser browser, Path log) {
    this.process = process;
    this.browser = browser;
    this.log = log;
  }

  static Node start(Environment test) {
    try {
      int port = freePort();
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:TieredStopAtLevel=1",
                  "-Dserver.port=" + port,
                  "-Dtrasa.demo.enabled=false",
                  "-Dtrasa.routing.source=straight-line",
                  "-Dspring.datasource.hikari.maximum-pool-size=5",
                  "-Dspring.datasource.hikari.minimum-idle=1",
                  "-Dtrasa.planning.parallel-jobs=1",
                  "-Dtrasa.planning.jobs.heartbeat=500ms",
                  "-Dtrasa.planning.jobs.missed-heartbeats=4",
                  "-Dtrasa.planning.jobs.checkpoint=500ms",
                  "-Dtrasa.planning.jobs.share-from=10",
                  "-Dtrasa.planning.jobs.poll=1s"));
      OF_THE_TEST.forEach(name -> command.add("-D" + name + "=" + test.getProperty(name)));
      command.addAll(
          List.of(
              "--class-path",
              System.getProperty("java.class.path"),
              TrasaApplication.class.getName()));
      var log = Path.of("target", "node-" + port + ".log");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new Node(process, new Browser(port), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until a dispatcher can log in. */
  void awaitStart() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> browser.logIn("watcher", "a long password").status() < 300);
  }

  Browser browser() {
    return browser;
  }

  long pid() {
    return process.pid();
  }

  /** What it has written of its work so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    browser.close();
    kill();
  }
}
