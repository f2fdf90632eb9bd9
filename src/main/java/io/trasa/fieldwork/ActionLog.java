package io.trasa.fieldwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything technicians told, each exactly once, in the order it was applied. */
@Component
class ActionLog {

  private static final int MAX_TEXT = 1000;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ActionLog(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Writes an action unless its id is known. Waits for a transaction that is writing the same id.
   *
   * @return whether it was new
   */
  boolean append(FieldAction action) {
    var problem = action.problem();
    return jdbc.sql(
                """
                insert into fieldwork_action (id, technician_id, kind, visit_id, order_id, at,
                  received_at, clock_corrected, payload, outcome, problem_code, problem_text)
                values (:id, :technician, :kind, :visit, :order, :at, :received, :corrected,
                  cast(:payload as jsonb), :outcome, :code, :text)
                on conflict (id) do nothing
                """)
            .param("id", action.id())
            .param("technician", action.technicianId())
            .param("kind", action.kind().name())
            .param("visit", action.visitId())
            .param("order", action.orderId())
            .param("at", utc(action.at()))
            .param("received", utc(action.receivedAt()))
            .param("corrected", action.clockCorrected())
            .param("payload", json.writeValueAsString(action.payload()))
            .param("outcome", problem == null ? "APPLIED" : "REFUSED")
            .param("code", problem == null ? null : problem.code())
            .param("text", problem == null ? null : shortened(problem.text()))
            .update()
        > 0;
  }

  Optional<FieldAction> find(UUID id) {
    return jdbc.sql("select * from fieldwork_action where id = :id")
        .param("id", id)
        .query(this::action)
        .optional();
  }

  /** All that was applied to these visits, in that order. */
  List<FieldAction> appliedTo(List<UUID> visitIds) {
    return visitIds.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select * from fieldwork_action where visit_id in (:visits)"
                    + " and outcome = 'APPLIED' order by sequence")
            .param("visits", visitIds)
            .query(this::action)
            .list();
  }

  List<FieldAction> appliedToOrder(UUID orderId) {
    return jdbc.sql(
            "select * from fieldwork_action where order_id = :order and outcome = 'APPLIED'"
                + " order by sequence")
        .param("order", orderId)
        .query(this::action)
        .list();
  }

  List<FieldAction> refusedOf(UUID visitId) {
    return jdbc.sql(
            "select * from fieldwork_action where visit_id = :visit and outcome = 'REFUSED'"
                + " order by sequence")
        .param("visit", visitId)
        .query(this::action)
        .list();
  }

  /** Lets nobody else write about the visit until the transaction ends. */
  void lock(UUID visitId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:visit, 600))")
        .param("visit", visitId.toString())
        .query(row -> {});
  }

  private FieldAction action(ResultSet row, int number) throws SQLException {
    var code = row.getString("problem_code");
    return new FieldAction(
        row.getObject("id", UUID.class),
        row.getObject("technician_id", UUID.class),
        FieldAction.Kind.valueOf(row.getString("kind")),
        row.getObject("visit_id", UUID.class),
        row.getObject("order_id", UUID.class),
        instant(row, "at"),
        instant(row, "received_at"),
        row.getBoolean("clock_corrected"),
        json.readValue(row.getString("payload"), Payload.class),
        code == null ? null : new FieldAction.Refusal(code, row.getString("problem_text")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp stamp = row.getTimestamp(column);
    return stamp.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }
}
