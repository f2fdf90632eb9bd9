package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of planning jobs, which all nodes share. Each change is told to all of them by
 * PostgreSQL's NOTIFY once it is committed. What a node writes of a job that it works on names its
 * attempt: a node that has lost the job changes nothing any more.
 */
@Component
@Transactional
class SolveJobs {

  /** The channel on which nodes hear which job has changed. */
  static final String CHANNEL = "planning_job";

  static final int MOST_ACTIVE = 50;
  private static final int LISTED = 20;
  private static final String KEPT = "30 days";
  private static final String ACTIVE = "state in ('QUEUED', 'RUNNING')";

  /** Jobs that take turns with a new one. */
  private static final String SAME_FLOW =
      """
      case when :territories = '{}'
        then started_by = :by and jsonb_array_length(coalesce(scope -> 'territoryIds', '[]')) = 0
        else jsonb_exists_any(coalesce(scope -> 'territoryIds', '[]'), cast(:territories as text[]))
      end
      """;

  private static final String COLUMNS =
      """
      id, number, first_day, days, limit_seconds, policy_revision_id, scope, scenario_id, started_by, started_at, turn,
      state, stop_asked, deadline, attempt, searched_millis, progress, ended_at, plan_id, error
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ZoneId zone;

  SolveJobs(JdbcClient jdbc, JsonMapper json, ZoneId zone) {
    this.jdbc = jdbc;
    this.json = json;
    this.zone = zone;
  }

  /** What is wanted of a job. */
  record Wish(
      Horizon horizon,
      int limitSeconds,
      UUID policyRevision,
      PlanScope scope,
      @Nullable UUID scenario,
      String startedBy,
      Instant startedAt,
      Instant deadline) {}

  /**
   * Queues a job. Its turn is fair between those who start jobs, as in start-time fair queueing
   * (Goyal 1996): after the seconds of his own jobs under way, but not before the job that began
   * last; so many jobs of one person delay another's first by one job at most. His scenarios delay
   * no plan of his. A job for some territories takes its turn after those for the same ones
   * instead, whoever started them, so that no territory delays another.
   *
   * @throws ConflictException if a job under way plans one of these days, or too many are
   */
  SolveJob add(Wish wish) {
    jdbc.sql(
            "delete from planning_job where ended_at < now() - cast('%s' as interval)"
                .formatted(KEPT))
        .update();
    if (count() >= MOST_ACTIVE) {
      throw new ConflictException(
          "too-many-jobs",
          "%d planning jobs are under way.".formatted(MOST_ACTIVE),
          "Wait for some to end, or stop them.");
    }
    var id = UUID.randomUUID();
    int added =
        jdbc.sql(
                """
                insert into planning_job (id, first_day, days, limit_seconds, policy_revision_id,
                  scope, scenario_id, started_by, started_at, deadline, state, progress, turn)
                select :id, :from, :days, :seconds, :policy, cast(:scope as jsonb), cast(:scenario as uuid), :by, :at, :deadline, 'QUEUED',
                  cast(:progress as jsonb), greatest(
                  coalesce((select max(turn) from planning_job where attempt > 0), 0),
                  coalesce((select max(turn + limit_seconds) from planning_job
                    where %s and %s
                      and (scenario_id is null or cast(:scenario as uuid) is not null)), 0))
                on conflict do nothing
                """
                    .formatted(SAME_FLOW, ACTIVE))
            .param("id", id)
            .param(
                "territories",
                wish.scope().territoryIds().stream()
                    .map(UUID::toString)
                    .collect(Collectors.joining(",", "{", "}")))
            .param("from", wish.horizon().from())
            .param("days", wish.horizon().days())
            .param("seconds", wish.limitSeconds())
            .param("policy", wish.policyRevision())
            .param("scope", json.writeValueAsString(wish.scope()))
            .param("scenario", wish.scenario())
            .param("by", wish.startedBy())
            .param("at", Timestamp.from(wish.startedAt()))
            .param("deadline", Timestamp.from(wish.deadline()))
            .param("progress", json.writeValueAsString(SolveProgress.NONE))
            .update();
    if (added == 0) {
      throw overlapping(wish.horizon());
    }
    tell(id);
    return get(id);
  }

  private int count() {
    return jdbc.sql("select count(*) from planning_job where " + ACTIVE)
        .query(Integer.class)
        .single();
  }

  private ConflictException overlapping(Horizon horizon) {
    String who =
        jdbc
            .sql(
                """
                select %s from planning_job where %s and scenario_id is null and daterange(first_day, first_day + days)
                  && daterange(:from, cast(:from as date) + :days)
                """
                    .formatted(COLUMNS, ACTIVE))
            .param("from", horizon.from())
            .param("days", horizon.days())
            .query(this::job)
            .stream()
            .findFirst()
            .map(
                job ->
                    "%s is planning %s, %d day(s), already."
                        .formatted(job.startedBy(), job.horizon().from(), job.horizon().days()))
            .orElse("One of these days was being planned a moment ago.");
    return new ConflictException("already-planning", who, "Watch that plan, or stop it first.");
  }

  @Transactional(readOnly = true)
  SolveJob get(UUID id) {
    return find(id).orElseThrow(() -> new NotFoundException("planning job", id));
  }

  @Transactional(readOnly = true)
  Optional<SolveJob> find(UUID id) {
    return jdbc.sql("select %s from planning_job where id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(this::job)
        .optional();
  }

  /** All that are under way, newest first. */
  @Transactional(readOnly = true)
  List<SolveJob> active() {
    return jdbc.sql(
            "select %s from planning_job where %s order by number desc".formatted(COLUMNS, ACTIVE))
        .query(this::job)
        .list();
  }

  /** The latest that have ended, newest first. */
  @Transactional(readOnly = true)
  List<SolveJob> ended() {
    return jdbc.sql(
            "select %s from planning_job where not (%s) order by number desc limit %d"
                .formatted(COLUMNS, ACTIVE, LISTED))
        .query(this::job)
        .list();
  }

  /** The latest jobs that are not of scenarios, newest first. */
  @Transactional(readOnly = true)
  List<SolveJob> latest(boolean onlyActive) {
    return jdbc.sql(
            """
            select %s from planning_job where scenario_id is null and (not :active or %s)
            order by number desc limit %d
            """
                .formatted(COLUMNS, ACTIVE, LISTED))
        .param("active", onlyActive)
        .query(this::job)
        .list();
  }

  /**
   * A node takes the job over; nobody who had it before may write any more.
   *
   * @param grace beyond its own time, from when it begins first
   * @return empty if it has ended
   */
  Optional<SolveJob> begin(UUID id, Instant now, Duration grace) {
    return changed(
        id,
        jdbc.sql(
                """
                update planning_job set attempt = attempt + 1, state = 'RUNNING',
                  deadline = case state when 'QUEUED'
                    then cast(:now as timestamptz) + make_interval(secs => limit_seconds + :grace)
                    else deadline end
                where id = :id and %s
                """
                    .formatted(ACTIVE))
            .param("id", id)
            .param("now", Timestamp.from(now))
            .param("grace", grace.toSeconds())
            .update());
  }

  /** The best routes that were kept of a job; empty if there are none. */
  @Transactional(readOnly = true)
  Optional<KeptRoutes> checkpoint(UUID id) {
    return jdbc.sql("select checkpoint from planning_job where id = :id and checkpoint is not null")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, KeptRoutes.class));
  }

  /**
   * Keeps how far the search has come.
   *
   * @param best null if it got no better since the last time: then nothing is told
   * @return the job as it is now; empty if this attempt has lost it
   */
  Optional<SolveJob> keep(SolveJob job, long searchedMillis, @Nullable Better best) {
    int kept =
        jdbc.sql(
                """
                update planning_job set searched_millis = :millis,
                  progress = coalesce(cast(:progress as jsonb), progress),
                  checkpoint = coalesce(cast(:checkpoint as jsonb), checkpoint)
                where id = :id and attempt = :attempt and state = 'RUNNING'
                """)
            .param("id", job.id())
            .param("attempt", job.attempt())
            .param("millis", searchedMillis)
            .param("progress", best == null ? null : json.writeValueAsString(best.progress()))
            .param("checkpoint", best == null ? null : json.writeValueAsString(best.routes()))
            .update();
    return best == null ? changedQuietly(job.id(), kept) : changed(job.id(), kept);
  }

  /** What a search has found. */
  record Better(SolveProgress progress, KeptRoutes routes) {}

  /** Asks to end it; one that has not begun ends at once. What has ended stays as it is. */
  SolveJob askToStop(UUID id, Instant now) {
    int asked =
        jdbc.sql(
                """
                update planning_job set stop_asked = true,
                  state = case state when 'QUEUED' then 'STOPPED' else state end,
                  ended_at = case state when 'QUEUED' then cast(:now as timestamptz) end
                where id = :id and not stop_asked and %s
                """
                    .formatted(ACTIVE))
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update();
    return changed(id, asked).orElseGet(() -> get(id));
  }

  /** Deletes a scenario's jobs: a node that works on one has lost it. */
  void forgetOf(UUID scenario) {
    jdbc.sql("delete from planning_job where scenario_id = :id").param("id", scenario).update();
  }

  /** Locks the row until the transaction ends; false if this attempt has lost the job. */
  boolean hold(SolveJob job) {
    return jdbc.sql(
            """
            select 1 from planning_job
            where id = :id and attempt = :attempt and state = 'RUNNING' for update
            """)
        .param("id", job.id())
        .param("attempt", job.attempt())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Ends a job that is held, with its plan. */
  void end(SolveJob job, JobState state, UUID planId, SolveProgress progress, Instant now) {
    close(job, state, planId, progress, null, now);
  }

  /** Ends a job of this attempt without a plan. */
  void fail(SolveJob job, String reason, SolveProgress progress, Instant now) {
    close(job, JobState.FAILED, null, progress, reason, now);
  }

  private void close(
      SolveJob job,
      JobState state,
      @Nullable UUID planId,
      SolveProgress progress,
      @Nullable String error,
      Instant now) {
    int closed =
        jdbc.sql(
                """
                update planning_job set state = :state, plan_id = :plan, error = :error,
                  progress = cast(:progress as jsonb), checkpoint = null, ended_at = :now
                where id = :id and attempt = :attempt and state = 'RUNNING'
                """)
            .param("id", job.id())
            .param("attempt", job.attempt())
            .param("state", state.name())
            .param("plan", planId)
            .param("error", error)
            .param("progress", json.writeValueAsString(progress))
            .param("now", Timestamp.from(now))
            .update();
    if (closed > 0) {
      tell(job.id());
    }
  }

  private Optional<SolveJob> changed(UUID id, int rows) {
    if (rows > 0) {
      tell(id);
    }
    return changedQuietly(id, rows);
  }

  private Optional<SolveJob> changedQuietly(UUID id, int rows) {
    return rows == 0 ? Optional.empty() : find(id);
  }

  private void tell(UUID id) {
    jdbc.sql("select pg_notify('%s', :id)".formatted(CHANNEL))
        .param("id", id.toString())
        .query(row -> {});
  }

  private SolveJob job(ResultSet row, int index) throws SQLException {
    return new SolveJob(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        new Horizon(row.getObject("first_day", LocalDate.class), row.getInt("days"), zone),
        row.getInt("limit_seconds"),
        row.getObject("policy_revision_id", UUID.class),
        scope(row),
        row.getObject("scenario_id", UUID.class),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        row.getInt("turn"),
        JobState.valueOf(row.getString("state")),
        row.getBoolean("stop_asked"),
        row.getTimestamp("deadline").toInstant(),
        row.getInt("attempt"),
        row.getLong("searched_millis"),
        json.readValue(row.getString("progress"), SolveProgress.class),
        instant(row, "ended_at"),
        row.getObject("plan_id", UUID.class),
        row.getString("error"));
  }

  private PlanScope scope(ResultSet row) throws SQLException {
    String scope = row.getString("scope");
    return scope == null ? PlanScope.ALL : json.readValue(scope, PlanScope.class);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
