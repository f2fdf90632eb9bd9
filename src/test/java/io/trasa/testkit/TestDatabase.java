package io.trasa.testkit;

import io.trasa.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One PostgreSQL server for all tests of a JVM, kept warm in {@code target} between runs, and on it
 * a new empty database for each Spring context.
 */
public final class TestDatabase {

  private static final String PREFIX = "test_";
  private static final String TEMPLATE = PREFIX + "template";
  private static final String ADMINISTRATOR = "postgres";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final EmbeddedDatabase server;

  private TestDatabase(EmbeddedDatabase server) {
    this.server = server;
  }

  /** The server, started by the first test that asks. */
  public static TestDatabase server() {
    return Server.STARTED;
  }

  /**
   * Creates a database with all tables and no rows, and returns its address. Its commits do not
   * wait for the disk, since no test but {@code DatabaseCrashIT} pulls the plug.
   */
  public String createDatabase() {
    String name = PREFIX + COUNTER.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return address(name);
  }

  private String address(String database) {
    return server.jdbcUrl(database) + "&options=-c%20synchronous_commit%3Doff";
  }

  /** Migrates once what all databases of the tests are copied from. */
  private TestDatabase withTemplate() {
    execute("CREATE DATABASE " + TEMPLATE);
    Flyway.configure()
        .dataSource(address(TEMPLATE), user(), password())
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .load()
        .migrate();
    return this;
  }

  public String user() {
    return ADMINISTRATOR;
  }

  public String password() {
    return server.password();
  }

  private void execute(String... commands) {
    try (Connection connection = administrate();
        var statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection administrate() throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(ADMINISTRATOR), ADMINISTRATOR, server.password());
  }

  private TestDatabase withoutThoseOfEarlierRuns() {
    List<String> drops = new ArrayList<>();
    try (Connection connection = administrate();
        var statement = connection.createStatement();
        var names =
            statement.executeQuery(
                "SELECT datname FROM pg_database WHERE datname ~ '^" + PREFIX + "'")) {
      while (names.next()) {
        drops.add("DROP DATABASE " + names.getString(1) + " WITH (FORCE)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    execute(drops.toArray(String[]::new));
    return this;
  }

  /** Gives a Spring context its own database, and the folder in {@code target} for its files. */
  public static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "spring.datasource.url=" + server().createDatabase(),
              "spring.datasource.username=" + server().user(),
              "spring.datasource.password=" + server().password(),
              "spring.datasource.hikari.maximum-pool-size=5",
              "spring.datasource.hikari.minimum-idle=1",
              "spring.datasource.hikari.idle-timeout=10000",
              "trasa.data-folder=target/test-data")
          .applyTo(context);
    }
  }

  private static final class Server {
    static final TestDatabase STARTED = start();

    private static TestDatabase start() {
      EmbeddedDatabase server = EmbeddedDatabase.start(Path.of("target", "test-database"));
      // after the applications that use it, which a plain shutdown hook would not wait for
      SpringApplication.getShutdownHandlers().add(server::close);
      return new TestDatabase(server).withoutThoseOfEarlierRuns().withTemplate();
    }
  }
}
