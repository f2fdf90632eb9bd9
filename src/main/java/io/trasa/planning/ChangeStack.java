package io.trasa.planning;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was changed by hand or by replanning, the latest on top: who did what, and what it was like
 * before.
 */
@Component
class ChangeStack {

  private static final int MAX_SHOWN = 100;

  private final JdbcClient database;
  private final JsonMapper json;

  ChangeStack(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * One change.
   *
   * @param sequence counts on over all plans
   * @param undoneAt null while it holds
   * @param told the visits that phones learned of when a replanning was accepted; null if it was
   *     changed by hand
   */
  record Entry(
      UUID id,
      long sequence,
      List<PlanChange> steps,
      @Nullable String reason,
      List<PlanState> before,
      List<PlanState> after,
      Instant at,
      String by,
      @Nullable Instant undoneAt,
      @Nullable String undoneBy,
      @Nullable Set<UUID> told) {

    boolean isUndone() {
      return undoneAt != null;
    }

    /** Else it was made by hand. */
    boolean isReplan() {
      return told != null;
    }

    boolean isOf(UUID planId) {
      return after.stream().anyMatch(state -> state.planId().equals(planId));
    }

    boolean sharesAPlanWith(Entry other) {
      return after.stream().anyMatch(state -> other.isOf(state.planId()));
    }
  }

  void push(
      UUID id,
      List<PlanChange> steps,
      @Nullable String reason,
      List<PlanState> before,
      List<PlanState> after,
      Instant at,
      String by,
      @Nullable Set<UUID> told) {
    database
        .sql(
            """
            insert into planning_hand_change
              (id, plan_ids, steps, reason, before, after, made_at, made_by, told)
            values (:id, cast(:plans as uuid[]), cast(:steps as jsonb), :reason,
              cast(:before as jsonb), cast(:after as jsonb), :at, :by, cast(:told as uuid[]))
            """)
        .param("id", id)
        .param("plans", array(after.stream().map(PlanState::planId).distinct().toList()))
        .param("steps", json.writeValueAsString(steps))
        .param("reason", reason)
        .param("before", json.writeValueAsString(before))
        .param("after", json.writeValueAsString(after))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("told", told == null ? null : array(told))
        .update();
  }

  Optional<Entry> find(UUID id) {
    return database
        .sql("select * from planning_hand_change where id = :id")
        .param("id", id)
        .query(this::entry)
        .optional();
  }

  /** The latest changes of any of these plans, the latest first. */
  List<Entry> of(Collection<UUID> plans) {
    return database
        .sql(
            """
            select * from planning_hand_change where plan_ids && cast(:plans as uuid[])
            order by sequence desc limit :limit
            """)
        .param("plans", array(plans))
        .param("limit", MAX_SHOWN)
        .query(this::entry)
        .list();
  }

  /** Marks it as undone, or with nulls as done again. */
  void mark(UUID id, @Nullable Instant undoneAt, @Nullable String undoneBy) {
    database
        .sql("update planning_hand_change set undone_at = :at, undone_by = :by where id = :id")
        .param("at", undoneAt == null ? null : undoneAt.atOffset(ZoneOffset.UTC))
        .param("by", undoneBy)
        .param("id", id)
        .update();
  }

  private static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getLong("sequence"),
        Arrays.asList(json.readValue(row.getString("steps"), PlanChange[].class)),
        row.getString("reason"),
        Arrays.asList(json.readValue(row.getString("before"), PlanState[].class)),
        Arrays.asList(json.readValue(row.getString("after"), PlanState[].class)),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        instant(row.getObject("undone_at", OffsetDateTime.class)),
        row.getString("undone_by"),
        ids(row.getArray("told")));
  }

  private static @Nullable Set<UUID> ids(@Nullable Array ids) throws SQLException {
    return ids == null ? null : Set.of((UUID[]) ids.getArray());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
