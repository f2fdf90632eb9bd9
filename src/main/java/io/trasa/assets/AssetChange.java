package io.trasa.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/** What of an asset changed, in words: from what to what, when and by whom. Written once. */
@Entity
@Table(name = "assets_change")
@EntityListeners(AuditingEntityListener.class)
public class AssetChange {

  private static final int MAX_WORDS = 500;

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID assetId;
  private String field;

  @Column(name = "from_words")
  private String from;

  @Column(name = "to_words")
  private String to;

  @CreatedDate
  @Column(name = "changed_at")
  private @Nullable Instant at;

  @CreatedBy
  @Column(name = "changed_by")
  private @Nullable String by;

  @SuppressWarnings("NullAway") // filled from the database
  protected AssetChange() {}

  AssetChange(UUID assetId, String field, String from, String to) {
    this.assetId = assetId;
    this.field = field;
    this.from = cut(from);
    this.to = cut(to);
  }

  private static String cut(String words) {
    return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS - 1) + "…";
  }

  public UUID assetId() {
    return assetId;
  }

  /** As the form names it, such as {@code siteId}; {@code created} for the first. */
  public String field() {
    return field;
  }

  /** Empty if nothing was known before; long texts are cut. */
  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  /** There from the moment the row is saved. */
  public @Nullable Instant at() {
    return at;
  }

  /** The user name. */
  public @Nullable String by() {
    return by;
  }
}
