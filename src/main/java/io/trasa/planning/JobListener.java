package io.trasa.planning;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears on every node which planning job has changed on any, by PostgreSQL's LISTEN on a connection
 * of its own, and tells the pages, the queue and the job if it runs here. Only ids are sent, what
 * became of the job is read: nothing depends on how many were sent, or in which order.
 */
@Component
class JobListener implements SmartLifecycle {

  /** The name of the connection of a node that takes jobs, among the database's others. */
  static final String AT_WORK = "trasa-planning-at-work";

  private static final String WATCHING = "trasa-planning-news";

  private static final int WAIT_MILLIS = 500;
  private static final int MOST_REMEMBERED = 100;
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
  private static final int VALIDITY_SECONDS = 5;
  private static final int SILENCES = 20;
  private static final Logger log = LoggerFactory.getLogger(JobListener.class);

  private final JdbcConnectionDetails database;
  private final SolveJobs jobs;
  private final SolveRunner runner;
  private final SolveQueue queue;
  private final PlanningNews news;
  private final String name;
  private final Set<UUID> ended = new LinkedHashSet<>();
  private volatile @Nullable Thread thread;

  JobListener(
      JdbcConnectionDetails database,
      SolveJobs jobs,
      SolveRunner runner,
      SolveQueue queue,
      PlanningNews news,
      PlanningSettings settings) {
    this.database = database;
    this.jobs = jobs;
    this.runner = runner;
    this.queue = queue;
    this.news = news;
    this.name = settings.parallelJobs() > 0 ? AT_WORK : WATCHING;
  }

  private void listenAgainAndAgain() {
    boolean first = true;
    while (isRunning()) {
      try (Connection connection = open()) {
        jobs.active().forEach(this::tell);
        // What ended while nobody listened is told; what had ended before this node ran is not.
        for (SolveJob job : jobs.ended()) {
          if (first) {
            isNews(job.id());
          } else {
            tell(job);
          }
        }
        first = false;
        listen(connection);
      } catch (SQLException | RuntimeException fault) {
        if (isRunning()) {
          log.warn("News of planning jobs are not heard; trying again", fault);
          pause();
        }
      }
    }
  }

  private Connection open() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    try (var statement = connection.createStatement()) {
      statement.execute("set application_name = '" + name + "'");
      statement.execute("listen " + SolveJobs.CHANNEL);
    }
    return connection;
  }

  private void listen(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    int silences = 0;
    while (isRunning()) {
      PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
      if (heard != null && heard.length > 0) {
        silences = 0;
        var ids = new LinkedHashSet<UUID>();
        for (PGNotification one : heard) {
          ids.add(UUID.fromString(one.getParameter()));
        }
        ids.forEach(id -> jobs.find(id).ifPresent(this::tell));
      } else if (++silences % SILENCES == 0 && !connection.isValid(VALIDITY_SECONDS)) {
        throw new SQLException("The connection is dead.");
      }
    }
  }

  private void tell(SolveJob job) {
    runner.look(job.id());
    if (job.state().isActive()) {
      // It waits for its turn, or its parts do.
      queue.wake();
    }
    if (job.state().isActive() || isNews(job.id())) {
      news.tell(job);
    }
  }

  /** The end is told once, even if what was sent before it is only read then. */
  private boolean isNews(UUID id) {
    if (ended.size() >= MOST_REMEMBERED) {
      ended.remove(ended.iterator().next());
    }
    return ended.add(id);
  }

  private static void pause() {
    try {
      Thread.sleep(BEFORE_NEXT_TRY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    Thread listening =
        Thread.ofPlatform().daemon().name("planning-news").unstarted(this::listenAgainAndAgain);
    // Known before it runs: it goes on for as long as it is known.
    thread = listening;
    listening.start();
  }

  @Override
  public void stop() {
    Thread listening = Objects.requireNonNull(thread);
    thread = null;
    try {
      listening.join(Duration.ofMillis(4 * WAIT_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
