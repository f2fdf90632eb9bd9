package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The slots that are held. */
@Component
class Holds {

  /** Whoever holds a slot takes his turn on this, so that no two hold the same. */
  private static final int TURN = 419;

  private final JdbcClient database;
  private final JsonMapper json;
  private final ProblemChanges changes;

  Holds(JdbcClient database, JsonMapper json, ProblemChanges changes) {
    this.database = database;
    this.json = json;
    this.changes = changes;
  }

  /** Waits until nobody else is holding or confirming; until the transaction ends. */
  void takeTurn() {
    database.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query().listOfRows();
  }

  void add(Hold hold, Instant now) {
    database
        .sql(
            """
            insert into planning_hold (id, window_start, window_end, technician_ids, starts_at,
              duration_seconds, lat, lon, held_by, held_at, expires_at)
            values (:id, :from, :to, cast(:technicians as uuid[]), :start, :duration, :lat, :lon,
              :by, :now, :expires)
            """)
        .param("id", hold.id())
        .param("from", utc(hold.window().start()))
        .param("to", utc(hold.window().end()))
        .param(
            "technicians",
            hold.technicianIds().stream()
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}")))
        .param("start", utc(hold.start()))
        .param("duration", hold.duration().toSeconds())
        .param("lat", hold.place().lat())
        .param("lon", hold.place().lon())
        .param("by", hold.by())
        .param("now", utc(now))
        .param("expires", utc(hold.expiresAt()))
        .update();
    changes.mark();
  }

  Optional<Hold> find(UUID id) {
    return database
        .sql("select * from planning_hold where id = :id")
        .param("id", id)
        .query(Holds::hold)
        .optional();
  }

  /** Those that keep something from others at that time, the oldest first. */
  List<Hold> open(Instant now, Instant from, Instant to) {
    return database
        .sql(
            """
            select * from planning_hold
            where visit_id is null and expires_at > :now
              and starts_at >= :from and starts_at < :to
            order by held_at, id
            """)
        .param("now", utc(now))
        .param("from", utc(from))
        .param("to", utc(to))
        .query(Holds::hold)
        .list();
  }

  /**
   * @param before when the visit might have begun until then
   */
  void confirm(UUID id, UUID visit, List<TimeWindow> before) {
    database
        .sql(
            """
            update planning_hold set visit_id = :visit, windows_before = cast(:before as jsonb)
            where id = :id
            """)
        .param("visit", visit)
        .param("before", json.writeValueAsString(before))
        .param("id", id)
        .update();
  }

  /** When the visit of a confirmed one might have begun before it was promised. */
  List<TimeWindow> windowsBefore(UUID id) {
    return database
        .sql("select windows_before from planning_hold where id = :id and visit_id is not null")
        .param("id", id)
        .query((row, number) -> Objects.requireNonNullElse(row.getString(1), "[]"))
        .optional()
        .map(before -> List.of(json.readValue(before, TimeWindow[].class)))
        .orElse(List.of());
  }

  /** Lets an open one go; none is no matter. */
  void remove(UUID id) {
    database
        .sql("delete from planning_hold where id = :id and visit_id is null")
        .param("id", id)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Hold hold(ResultSet row, int number) throws SQLException {
    return new Hold(
        row.getObject("id", UUID.class),
        new TimeWindow(at(row, "window_start"), at(row, "window_end")),
        Stream.of((Object[]) row.getArray("technician_ids").getArray())
            .map(UUID.class::cast)
            .toList(),
        at(row, "starts_at"),
        Duration.ofSeconds(row.getLong("duration_seconds")),
        new Coordinates(row.getDouble("lat"), row.getDouble("lon")),
        row.getString("held_by"),
        at(row, "expires_at"),
        row.getObject("visit_id", UUID.class));
  }
}
