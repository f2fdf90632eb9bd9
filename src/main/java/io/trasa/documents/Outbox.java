package io.trasa.documents;

import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to papers on their way by mail. Who sends takes the next due one for a while, tries, and
 * says what came of it; if the taker dies, the paper falls due again when that while is over.
 */
@Service
@Transactional
public class Outbox {

  private static final int LONGEST_ERROR = 500;

  /** How far it is. */
  public enum Status {
    QUEUED,
    SENT,
    FAILED
  }

  /**
   * A paper to one address.
   *
   * @param link to be put into the text; empty if there is none, and once it is sent
   * @param lastError why the last try failed; empty if none did
   * @param dueAt when it is tried next, if it is queued
   */
  public record Outgoing(
      UUID id,
      UUID documentId,
      String email,
      String language,
      String link,
      Status status,
      int tries,
      String lastError,
      Instant dueAt,
      @Nullable Instant sentAt,
      Instant createdAt,
      String createdBy) {}

  private final JdbcClient db;
  private final ApplicationEventPublisher events;
  private final CurrentUser user;
  private final LiveStream live;
  private final Clock clock;

  Outbox(
      JdbcClient db,
      ApplicationEventPublisher events,
      CurrentUser user,
      LiveStream live,
      Clock clock) {
    this.db = db;
    this.events = events;
    this.user = user;
    this.live = live;
    this.clock = clock;
  }

  Outgoing add(UUID documentId, String email, String language, String link) {
    var added =
        db.sql(
                """
                insert into documents_outgoing (document_id, email, language, link, status, due_at,
                  created_at, created_by)
                values (:document, :email, :language, :link, 'QUEUED', :now, :now, :by)
                returning *
                """)
            .param("document", documentId)
            .param("email", email)
            .param("language", language)
            .param("link", link)
            .param("now", at(clock.instant()))
            .param("by", user.name())
            .query(Outbox::outgoing)
            .single();
    events.publishEvent(new DocumentToSend(added.id()));
    tell(documentId);
    return added;
  }

  /** Where a paper was sent; the newest first. */
  @Transactional(readOnly = true)
  public List<Outgoing> of(UUID documentId) {
    return db.sql("select * from documents_outgoing where document_id = ? order by id desc")
        .param(documentId)
        .query(Outbox::outgoing)
        .list();
  }

  /**
   * Takes the queued one that is due for longest; nobody else gets it meanwhile.
   *
   * @param leaseFor after which it falls due again unless its sender has said what came of it
   */
  public Optional<Outgoing> take(Duration leaseFor) {
    return db.sql(
            """
            update documents_outgoing set tries = tries + 1, due_at = :until where id = (
              select id from documents_outgoing where status = 'QUEUED' and due_at <= :now
              order by due_at, id limit 1 for update skip locked)
            returning *
            """)
        .param("now", at(clock.instant()))
        .param("until", at(clock.instant().plus(leaseFor)))
        .query(Outbox::outgoing)
        .optional();
  }

  /**
   * The mail server has taken it. Its link is forgotten: whoever reads the table may not use it.
   */
  public void sent(UUID id, Instant when) {
    tellOf(
        db.sql(
                """
                update documents_outgoing set status = 'SENT', sent_at = :when, last_error = '',
                  link = ''
                where id = :id returning document_id
                """)
            .param("id", id)
            .param("when", at(when))
            .query(UUID.class)
            .optional());
  }

  /**
   * It did not work. What is sent stays sent, whatever a slow try says later.
   *
   * @param nextTry null to give up
   */
  public void failed(UUID id, String error, @Nullable Instant nextTry) {
    tellOf(
        db.sql(
                """
                update documents_outgoing set status = :status, last_error = :error,
                  due_at = coalesce(:next, due_at)
                where id = :id and status = 'QUEUED' returning document_id
                """)
            .param("id", id)
            .param("status", (nextTry == null ? Status.FAILED : Status.QUEUED).name())
            .param("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
            .param(
                "next",
                nextTry == null ? null : at(nextTry),
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .query(UUID.class)
            .optional());
  }

  /** It was not even tried; it waits, and no try is counted. */
  public void putBack(UUID id, String why, Instant until) {
    tellOf(
        db.sql(
                """
                update documents_outgoing set tries = tries - 1, last_error = :why, due_at = :until
                where id = :id and status = 'QUEUED' returning document_id
                """)
            .param("id", id)
            .param("why", why)
            .param("until", at(until))
            .query(UUID.class)
            .optional());
  }

  private void tellOf(Optional<UUID> changedDocument) {
    changedDocument.ifPresent(this::tell);
  }

  private void tell(UUID documentId) {
    live.publishAfterCommit(DocumentService.TOPIC, Map.of("id", documentId));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
    var sentAt = row.getObject("sent_at", OffsetDateTime.class);
    return new Outgoing(
        row.getObject("id", UUID.class),
        row.getObject("document_id", UUID.class),
        row.getString("email"),
        row.getString("language"),
        row.getString("link"),
        Status.valueOf(row.getString("status")),
        row.getInt("tries"),
        row.getString("last_error"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        sentAt == null ? null : sentAt.toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }
}
