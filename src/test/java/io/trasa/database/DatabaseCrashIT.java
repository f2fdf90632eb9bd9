package io.trasa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DatabaseCrashIT {

  @TempDir Path folder;

  @Test
  void keepsEveryAcknowledgedRowWhenTheProgramIsKilled() throws Exception {
    int acknowledged = commitUntilKilledAfter(300);

    try (var database = EmbeddedDatabase.start(folder);
        var connection = connect(database, EmbeddedDatabase.USER)) {
      assertThat(ask(connection, "SELECT count(*) FROM acknowledged WHERE number <= 300"))
          .isEqualTo("300");
      assertThat(ask(connection, "SELECT max(number) >= " + acknowledged + " FROM acknowledged"))
          .isEqualTo("t");
    }
  }

  /** A later start must not meet half a cluster: what a kill leaves of a first start is redone. */
  @Test
  void startsAfterAKillDuringTheVeryFirstStart() throws Exception {
    Files.createDirectories(folder.resolve("database.new/global"));
    Files.writeString(folder.resolve("database.new/postgresql.conf"), "half = ");
    Files.createDirectories(folder.resolve("postgresql/PG-half/bin/postgres"));

    try (var database = EmbeddedDatabase.start(folder);
        var connection = connect(database, EmbeddedDatabase.USER)) {
      assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
      assertThat(folder.resolve("postgresql/PG-half")).doesNotExist();
    }
  }

  @Test
  void stopsCleanlyAndKeepsASecondStartOut() throws Exception {
    Path pidFile = folder.resolve("database").resolve(Postmaster.PID_FILE);
    ProcessHandle server;
    try (var database = EmbeddedDatabase.start(folder)) {
      server = Postmaster.of(folder.toRealPath().resolve("database")).orElseThrow().process();
      assertThat(Files.exists(pidFile)).isTrue();
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining(folder.getFileName().toString())
          .hasMessageContaining("in use by another Trasa")
          .extracting(e -> ((DatabaseStartException) e).action())
          .asString()
          .contains("trasa.data-folder");
      assertThat(database.password()).isNotBlank();
    }
    assertThat(server.isAlive()).isFalse();
    assertThat(Files.exists(pidFile)).isFalse();
    assertThat(Files.readString(folder.resolve("database.log"))).contains("is shut down");
  }

  @Test
  void isDurableLocalAndLockedByAPassword() throws Exception {
    try (var database = EmbeddedDatabase.start(folder);
        var connection = connect(database, EmbeddedDatabase.USER)) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(ask(connection, "SHOW " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(connection, "SHOW server_version")).startsWith(DataFolder.POSTGRES_MAJOR);
      assertThat(ask(connection, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(connection, "SELECT datlocale FROM pg_database WHERE datname = 'trasa'"))
          .isEqualTo("C.UTF-8");
      assertThat(ask(connection, "SELECT upper('łódź')")).isEqualTo("ŁÓDŹ");
      assertThat(ask(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
      String url = database.jdbcUrl(EmbeddedDatabase.NAME);
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      try (var administrator = connect(database, "postgres")) {
        assertThat(
                ask(
                    administrator,
                    "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
            .isEqualTo("scram-sha-256");
        assertThat(ask(administrator, "SHOW unix_socket_directories")).isEmpty();
      }
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("database.password"))))
        .isEqualTo("rw-------");
  }

  private int commitUntilKilledAfter(int rows) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                System.getProperty("java.class.path"),
                CrashedProgram.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 0;
    try (var output = program.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("committed ")) {
          acknowledged = Integer.parseInt(line.substring("committed ".length()));
        }
        if (acknowledged == rows) {
          program.toHandle().destroyForcibly(); // unlike Process, leaves its output readable
        }
      }
    }
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).isGreaterThanOrEqualTo(rows);
    return acknowledged;
  }

  private static Connection connect(EmbeddedDatabase database, String user) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(EmbeddedDatabase.NAME), user, database.password());
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
