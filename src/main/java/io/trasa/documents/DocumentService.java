package io.trasa.documents;

import io.trasa.common.NotFoundException;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the archive: papers are stored once, with the hash of their content, for ever. */
@Service
@Transactional
public class DocumentService {

  static final String TOPIC = "documents";

  /** Everything but the bytes, so that a list stays light. */
  private static final String ENTRY =
      "select id, kind, number, subject_id, language, file_name, size, sha256, created_at,"
          + " created_by from documents_document ";

  private final JdbcClient db;
  private final Outbox outbox;
  private final CurrentUser user;
  private final LiveStream live;
  private final Clock clock;

  DocumentService(JdbcClient db, Outbox outbox, CurrentUser user, LiveStream live, Clock clock) {
    this.db = db;
    this.outbox = outbox;
    this.user = user;
    this.live = live;
    this.clock = clock;
  }

  /** A paper in the archive. */
  public record Entry(
      UUID id,
      DocumentKind kind,
      String number,
      UUID subjectId,
      String language,
      String fileName,
      long size,
      String sha256,
      Instant createdAt,
      String createdBy) {}

  /** Stores a paper; it cannot be changed or removed any more. */
  public Entry archive(NewDocument document) {
    var id =
        db.sql(
                """
                insert into documents_document (kind, number, subject_id, language, file_name, size,
                  sha256, content, created_at, created_by)
                values (:kind, :number, :subject, :language, :name, :size, :hash, :pdf, :at, :by)
                returning id
                """)
            .param("kind", document.kind().name())
            .param("number", document.number())
            .param("subject", document.subjectId())
            .param("language", document.language())
            .param("name", FileName.safe(document.fileName()))
            .param("size", document.pdf().length)
            .param("hash", Sha256.of(document.pdf()))
            .param("pdf", document.pdf())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", user.name())
            .query(UUID.class)
            .single();
    live.publishAfterCommit(TOPIC, Map.of("id", id, "subjectId", document.subjectId()));
    return get(id);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Entry get(UUID id) {
    return db.sql(ENTRY + "where id = ?")
        .param(id)
        .query(DocumentService::entry)
        .optional()
        .orElseThrow(() -> new NotFoundException("document", id));
  }

  /**
   * The bytes as they were archived.
   *
   * @throws IllegalStateException if they do not match their hash any more
   */
  @Transactional(readOnly = true)
  public byte[] content(UUID id) {
    var entry = get(id);
    var content =
        db.sql("select content from documents_document where id = ?")
            .param(id)
            .query((row, n) -> row.getBytes(1))
            .single();
    if (!Sha256.of(content).equals(entry.sha256())) {
      throw new IllegalStateException(
          "The bytes of document %s do not match the hash they were archived with.".formatted(id));
    }
    return content;
  }

  /** The papers of an order, a quote, …; the newest first. */
  @Transactional(readOnly = true)
  public List<Entry> of(UUID subjectId) {
    return db.sql(ENTRY + "where subject_id = ? order by id desc")
        .param(subjectId)
        .query(DocumentService::entry)
        .list();
  }

  /**
   * Sends a paper by e-mail, with what comes of it kept and shown; in the running transaction only
   * the wish is written.
   *
   * @param link an address to put into the text, such as for accepting a quote; may be empty
   */
  public void send(UUID documentId, String email, String language, String link) {
    get(documentId);
    outbox.add(documentId, email, language, link);
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("number"),
        row.getObject("subject_id", UUID.class),
        row.getString("language"),
        row.getString("file_name"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }
}
