package io.trasa.documents;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.security.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to files that people upload: bounded in size and number, typed by their content. */
@Service
@Transactional
public class FileService {

  /** The most files of one purpose that one owner may have. */
  static final int MOST_PER_OWNER = 20;

  private static final String ENTRY =
      "select id, purpose, owner_id, name, type, size, created_at, created_by from documents_file ";

  /** What an uploaded file is for. */
  public enum Purpose {
    ATTACHMENT,
    PHOTO,
    RECEIPT,
    SIGNATURE,
    LOGO
  }

  /**
   * A stored file.
   *
   * @param ownerId the request, order, visit, … it belongs to
   * @param type found from the content, such as {@code image/jpeg}
   */
  public record Entry(
      UUID id,
      Purpose purpose,
      UUID ownerId,
      String name,
      String type,
      long size,
      Instant createdAt,
      String createdBy) {}

  private final JdbcClient db;
  private final CurrentUser user;
  private final Clock clock;

  FileService(JdbcClient db, CurrentUser user, Clock clock) {
    this.db = db;
    this.user = user;
    this.clock = clock;
  }

  /**
   * Stores a file, exactly once per id. A JPEG photo is stored upright, at most {@value
   * Photo#LONGEST_SIDE} pixels wide or high, and without what the camera wrote into it (such as the
   * place).
   *
   * @param id made by the sender
   * @throws InvalidInputException if it is too large, one too many, or of a type that is not taken
   *     (images JPEG, PNG, WebP; PDF for attachments and receipts; signatures are PNG, logos PNG or
   *     JPEG)
   * @throws ConflictException if the id is that of another file
   */
  public Entry store(UUID id, Purpose purpose, UUID ownerId, String name, byte[] content) {
    var hash = Sha256.of(content);
    // Two senders of one id, or of one owner's twentieth file, wait for each other.
    db.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 0))")
        .param("owner", "documents_file " + ownerId + purpose)
        .query((row, n) -> n)
        .list();
    var known = sentHash(id);
    if (known.isPresent()) {
      requireSame(id, known.get(), hash, purpose, ownerId);
      return get(id);
    }
    requireRoom(purpose, ownerId);
    var checked = FileCheck.check(purpose, content);
    db.sql(
            """
            insert into documents_file (id, purpose, owner_id, name, type, size, sent_sha256, content,
              created_at, created_by)
            values (:id, :purpose, :owner, :name, :type, :size, :hash, :content, :at, :by)
            """)
        .param("id", id)
        .param("purpose", purpose.name())
        .param("owner", ownerId)
        .param("name", FileName.safe(name))
        .param("type", checked.type())
        .param("size", checked.content().length)
        .param("hash", hash)
        .param("content", checked.content())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", user.name())
        .update();
    return get(id);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Entry get(UUID id) {
    return db.sql(ENTRY + "where id = ?")
        .param(id)
        .query(FileService::entry)
        .optional()
        .orElseThrow(() -> new NotFoundException("file", id));
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public byte[] content(UUID id) {
    return db.sql("select content from documents_file where id = ?")
        .param(id)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElseThrow(() -> new NotFoundException("file", id));
  }

  /** The files of one owner, the first one first. */
  @Transactional(readOnly = true)
  public List<Entry> of(UUID ownerId) {
    return db.sql(ENTRY + "where owner_id = ? order by created_at, id")
        .param(ownerId)
        .query(FileService::entry)
        .list();
  }

  void remove(UUID id) {
    db.sql("delete from documents_file where id = ?").param(id).update();
  }

  private Optional<String> sentHash(UUID id) {
    return db.sql("select sent_sha256 from documents_file where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  private void requireSame(UUID id, String known, String hash, Purpose purpose, UUID ownerId) {
    var stored = get(id);
    if (!known.equals(hash) || stored.purpose() != purpose || !stored.ownerId().equals(ownerId)) {
      throw new ConflictException(
          "id-is-taken",
          "The id %s is that of another file, %s.".formatted(id, stored.name()),
          "Make a new id for each file.");
    }
  }

  private void requireRoom(Purpose purpose, UUID ownerId) {
    int stored =
        db.sql("select count(*) from documents_file where owner_id = ? and purpose = ?")
            .param(ownerId)
            .param(purpose.name())
            .query(Integer.class)
            .single();
    if (stored >= MOST_PER_OWNER) {
      throw new InvalidInputException(
          "file",
          null,
          "is one too many: there are %d already".formatted(stored),
          "Choose the most telling ones, or put several pages into one PDF.");
    }
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        Purpose.valueOf(row.getString("purpose")),
        row.getObject("owner_id", UUID.class),
        row.getString("name"),
        row.getString("type"),
        row.getLong("size"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }
}
