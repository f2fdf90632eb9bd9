package io.trasa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running PostgreSQL server process, found by the {@code postmaster.pid} in its cluster. */
record Postmaster(Path cluster, ProcessHandle process) {

  static final String PID_FILE = "postmaster.pid";

  /** The server that runs on this cluster; empty when the pid file is absent or left over. */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    List<String> lines = pidFile(cluster);
    if (lines.size() < 2 || !Path.of(lines.get(1)).equals(cluster)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> serves(process, cluster))
        .map(process -> new Postmaster(cluster, process));
  }

  private static List<String> pidFile(Path cluster) throws IOException {
    try {
      return Files.readAllLines(cluster.resolve(PID_FILE));
    } catch (NoSuchFileException absent) {
      return List.of();
    }
  }

  /**
   * The system gives process numbers out again, so the number alone proves nothing: the process
   * must be a postgres that was started with this very folder.
   */
  private static boolean serves(ProcessHandle process, Path cluster) {
    ProcessHandle.Info info = process.info();
    return info.command().map(command -> command.endsWith("/postgres")).orElse(false)
        && info.arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
  }

  /** Asks for a fast shutdown (open transactions roll back, a checkpoint is written) and waits. */
  void stop(Duration patience) throws IOException {
    signal("INT");
    awaitExit(patience);
  }

  void awaitExit(Duration patience) throws IOException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(
          "PostgreSQL (process %d) on %s did not stop within %d seconds."
              .formatted(process.pid(), cluster, patience.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for process " + process.pid(), e);
    }
  }

  /** Java can send only TERM, which lets PostgreSQL wait for its clients, and KILL. */
  private void signal(String name) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
