package io.trasa.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the parts that nodes hand to each other of a planning job. */
@Component
@Transactional
class SolveParts {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SolveTasks tasks;

  SolveParts(JdbcClient jdbc, JsonMapper json, SolveTasks tasks) {
    this.jdbc = jdbc;
    this.json = json;
    this.tasks = tasks;
  }

  /** Of a job: which of its parts. */
  record Id(UUID job, int number) {

    static Id of(String text) {
      String[] halves = text.split("/", 2);
      return new Id(UUID.fromString(halves[0]), Integer.parseInt(halves[1]));
    }

    @Override
    public String toString() {
      return job + "/" + number;
    }
  }

  /**
   * A part that a node has taken.
   *
   * @param seconds that are left to search it
   */
  record Taken(PlanPart part, double seconds) {}

  /** How many nodes there are to work on jobs: those that listen for them. */
  @Transactional(readOnly = true)
  int nodes() {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = :name
            """)
        .param("name", JobListener.AT_WORK)
        .query(Integer.class)
        .single();
  }

  /**
   * Hands out parts of a job, numbered from there.
   *
   * @param seconds to search each
   */
  void add(SolveJob job, int from, List<PlanPart> parts, int seconds) {
    for (int i = 0; i < parts.size(); i++) {
      jdbc.sql(
              """
              insert into planning_part (job_id, number, seconds, part)
              values (:job, :number, :seconds, cast(:part as jsonb))
              """)
          .param("job", job.id())
          .param("number", from + i)
          .param("seconds", seconds)
          .param("part", json.writeValueAsString(parts.get(i)))
          .update();
      tasks.add(new Id(job.id(), from + i), job.turn());
    }
    jdbc.sql("select pg_notify('%s', :id)".formatted(SolveJobs.CHANNEL))
        .param("id", job.id().toString())
        .query(row -> {});
  }

  /** Empty if another node has taken it, or it is not wanted any more. */
  Optional<Taken> take(Id id) {
    return jdbc.sql(
            """
            update planning_part set state = 'RUNNING'
            where job_id = :job and number = :number and state = 'QUEUED'
            returning part, seconds - extract(epoch from clock_timestamp() - added_at) as rest
            """)
        .param("job", id.job())
        .param("number", id.number())
        .query(
            (row, index) ->
                new Taken(
                    json.readValue(row.getString("part"), PlanPart.class), row.getDouble("rest")))
        .optional();
  }

  /** Whether somebody still waits for it. */
  @Transactional(readOnly = true)
  boolean isWanted(Id id) {
    return jdbc.sql("select 1 from planning_part where job_id = :job and number = :number")
        .param("job", id.job())
        .param("number", id.number())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void done(Id id, KeptRoutes routes) {
    jdbc.sql(
            """
            update planning_part set state = 'DONE', routes = cast(:routes as jsonb)
            where job_id = :job and number = :number
            """)
        .param("job", id.job())
        .param("number", id.number())
        .param("routes", json.writeValueAsString(routes))
        .update();
  }

  /** How many parts of a job are being searched. */
  @Transactional(readOnly = true)
  int running(UUID job) {
    return jdbc.sql("select count(*) from planning_part where job_id = :job and state = 'RUNNING'")
        .param("job", job)
        .query(Integer.class)
        .single();
  }

  /** What became of the parts of a job that are done; all its parts are forgotten. */
  Map<Integer, KeptRoutes> collect(UUID job) {
    var done = new LinkedHashMap<Integer, KeptRoutes>();
    jdbc.sql("delete from planning_part where job_id = :job returning number, routes")
        .param("job", job)
        .query(
            row -> {
              String routes = row.getString("routes");
              if (routes != null) {
                done.put(row.getInt("number"), json.readValue(routes, KeptRoutes.class));
              }
            });
    return done;
  }
}
