package io.trasa.fieldwork.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A sealed report of a visit; a change afterwards makes another version. Written once. */
@Entity
@Table(name = "fieldwork_report")
public class VisitReport {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID visitId;
  private UUID orderId;

  @Column(name = "report_version")
  private int version;

  private UUID documentId;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String factsHash;

  private Instant sealedAt;

  @SuppressWarnings("NullAway") // filled from the database
  protected VisitReport() {}

  VisitReport(
      UUID visitId, UUID orderId, int version, UUID documentId, String factsHash, Instant at) {
    this.visitId = visitId;
    this.orderId = orderId;
    this.version = version;
    this.documentId = documentId;
    this.factsHash = factsHash;
    this.sealedAt = at;
  }

  public UUID visitId() {
    return visitId;
  }

  public UUID orderId() {
    return orderId;
  }

  /** 1 is the one that was signed; the latest one counts. */
  public int version() {
    return version;
  }

  /** In the archive. */
  public UUID documentId() {
    return documentId;
  }

  public Instant sealedAt() {
    return sealedAt;
  }

  /** SHA-256 of what it says, in hexadecimal. */
  String factsHash() {
    return factsHash;
  }
}
