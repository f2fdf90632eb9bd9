package io.trasa.common;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/**
 * What every row that people edit has: a time-ordered id, a version against lost updates, and who
 * made and last changed it, and when.
 */
@MappedSuperclass
@EntityListeners(AuditingEntityListener.class)
public abstract class Stored {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  @Version private long version;

  @CreatedDate
  @Column(nullable = false, updatable = false)
  private @Nullable Instant createdAt;

  @CreatedBy
  @Column(nullable = false, updatable = false)
  private @Nullable String createdBy;

  @LastModifiedDate
  @Column(nullable = false)
  private @Nullable Instant changedAt;

  @LastModifiedBy
  @Column(nullable = false)
  private @Nullable String changedBy;

  /** The id; there is one from the moment the row is saved. */
  public UUID id() {
    return Objects.requireNonNull(id, "not saved yet");
  }

  public long version() {
    return version;
  }

  public @Nullable Instant createdAt() {
    return createdAt;
  }

  public @Nullable String createdBy() {
    return createdBy;
  }

  public @Nullable Instant changedAt() {
    return changedAt;
  }

  public @Nullable String changedBy() {
    return changedBy;
  }

  /**
   * Refuses a change that was made on an older state of this row than the stored one.
   *
   * @throws ConflictException with code {@code changed-meanwhile}
   */
  public void requireVersion(long seen) {
    if (seen != version) {
      throw new ConflictException(
          "changed-meanwhile",
          "%s changed this at %s, after you opened it (version %d, yours %d)."
              .formatted(changedBy, changedAt, version, seen),
          "Load it again; nothing of yours was saved.");
    }
  }
}
