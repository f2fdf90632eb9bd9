package io.trasa.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in the data folder, reachable from this machine only and with a
 * password. What it acknowledged survives a kill of the program or of the machine.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The database of the application, and the user who owns it and nothing else. */
  static final String NAME = "trasa";

  static final String USER = "trasa";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** A start after a crash first replays the journal. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  /** Nothing acknowledged may be lost; the rest keeps it modest beside the planning. */
  private static final Map<String, String> SERVER_SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", "''"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_min_messages", "log"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("work_mem", "8MB"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("jit", "off"));

  /** The same text order and the same refusal of strangers on every machine. */
  private static final Map<String, String> CLUSTER_SETTINGS =
      Map.of(
          "auth", "scram-sha-256",
          "locale", "C",
          "locale-provider", "builtin",
          "builtin-locale", "C.UTF-8");

  private final DataFolder folder;
  private final String password;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(DataFolder folder, String password, EmbeddedPostgres server) {
    this.folder = folder;
    this.password = password;
    this.server = server;
  }

  /**
   * Starts the database of this data folder; makes it first when there is none. A server that a
   * killed Trasa left behind is stopped before.
   *
   * @throws DatabaseStartException with what the operator can do about it
   */
  public static EmbeddedDatabase start(Path dataFolder) {
    long begin = System.nanoTime();
    DataFolder folder = DataFolder.open(dataFolder);
    try {
      folder.removeHalfUnpackedPrograms();
      if (!folder.hasCluster()) {
        create(folder);
      }
      stopLeftover(folder.cluster());
      var database = new EmbeddedDatabase(folder, folder.password(), launch(folder));
      LOG.info(
          "The embedded PostgreSQL runs on port {} with its data in {} (started in {} ms).",
          database.server.getPort(),
          folder.cluster(),
          Duration.ofNanos(System.nanoTime() - begin).toMillis());
      return database;
    } catch (DatabaseStartException e) {
      folder.close();
      throw e;
    } catch (IOException | SQLException | RuntimeException e) {
      DatabaseStartException failure = explain(folder, e);
      giveUp(folder, failure);
      throw failure;
    }
  }

  /** A cluster gets its name only when it is whole, so that a kill never leaves half of one. */
  private static void create(DataFolder folder) throws IOException, SQLException {
    Path cluster = folder.newCluster();
    stopLeftover(cluster);
    folder.prepareFirstStart();
    try (EmbeddedPostgres server = launch(folder, cluster);
        Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // Quotes cannot occur: the password is ours, in the base64url alphabet.
      statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(USER, folder.password()));
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, USER));
    }
    stopLeftover(cluster);
    Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static EmbeddedPostgres launch(DataFolder folder) throws IOException {
    return launch(folder, folder.cluster());
  }

  private static EmbeddedPostgres launch(DataFolder folder, Path cluster) throws IOException {
    Files.deleteIfExists(folder.log());
    var log = ProcessBuilder.Redirect.appendTo(folder.log().toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.programs().toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_PATIENCE)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setConnectConfig("password", folder.password())
            .setLocaleConfig("pwfile", folder.passwordFile().toString());
    CLUSTER_SETTINGS.forEach(builder::setLocaleConfig);
    SERVER_SETTINGS.forEach(builder::setServerConfig);
    return builder.start();
  }

  private static void stopLeftover(Path cluster) throws IOException {
    Optional<Postmaster> leftover = Postmaster.of(cluster);
    if (leftover.isPresent()) {
      LOG.warn(
          "Stopping the PostgreSQL (process {}) that a killed Trasa left running on {}.",
          leftover.get().process().pid(),
          cluster);
      leftover.get().stop(STOP_PATIENCE);
    }
  }

  /** A server that came up too late for us must not stay behind. */
  private static void giveUp(DataFolder folder, DatabaseStartException failure) {
    try (folder) {
      stopLeftover(folder.newCluster());
      stopLeftover(folder.cluster());
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static DatabaseStartException explain(DataFolder folder, Exception cause) {
    return new DatabaseStartException(
        "The embedded PostgreSQL in %s does not start: %s%n%s"
            .formatted(folder.cluster(), cause.getMessage(), lastWords(folder)),
        "See %s for all it said. Nothing was deleted. Maybe the disk is full, or the user that"
                .formatted(folder.log())
            + " runs Trasa does not own the data folder.",
        cause);
  }

  private static String lastWords(DataFolder folder) {
    try {
      List<String> lines = Files.readAllLines(folder.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      return "It said nothing.";
    }
  }

  /** The address of one of its databases, such as {@link #NAME}. */
  public String jdbcUrl(String name) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=Trasa"
        .formatted(server.getPort(), name);
  }

  /** The password of {@link #USER} and of the administrator {@code postgres}. */
  public String password() {
    return password;
  }

  /** Stops the server cleanly and gives the folder free; call it after closing all connections. */
  @Override
  public void close() {
    try (folder) {
      Optional<Postmaster> postmaster = Postmaster.of(folder.cluster());
      server.close();
      if (postmaster.isPresent()) {
        postmaster.get().awaitExit(STOP_PATIENCE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
