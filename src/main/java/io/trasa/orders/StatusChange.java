package io.trasa.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** A step a visit took: from where to where, when, by whom and why. Written once, never changed. */
@Entity
@Table(name = "orders_status_change")
@EntityListeners(AuditingEntityListener.class)
public class StatusChange {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID orderId;
  private UUID visitId;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private VisitStatus from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private VisitStatus to;

  private String reason;

  @Enumerated(EnumType.STRING)
  private StepSource source;

  private Instant happenedAt;

  @CreatedDate
  @Column(name = "changed_at")
  private @Nullable Instant at;

  @CreatedBy
  @Column(name = "changed_by")
  private @Nullable String by;

  @SuppressWarnings("NullAway") // filled from the database
  protected StatusChange() {}

  StatusChange(Visit visit, VisitStatus to, String reason, StepSource source, Instant at) {
    this.orderId = visit.order().id();
    this.visitId = visit.id();
    this.from = visit.status();
    this.to = to;
    this.reason = reason;
    this.source = source;
    this.happenedAt = at;
  }

  public UUID orderId() {
    return orderId;
  }

  public UUID visitId() {
    return visitId;
  }

  public VisitStatus from() {
    return from;
  }

  public VisitStatus to() {
    return to;
  }

  /** Empty where the step needs none. */
  public String reason() {
    return reason;
  }

  public StepSource source() {
    return source;
  }

  /** When it truly happened. */
  public Instant happenedAt() {
    return happenedAt;
  }

  /** When it was written here; there from the moment the row is saved. */
  public @Nullable Instant at() {
    return at;
  }

  /** The user name. */
  public @Nullable String by() {
    return by;
  }
}
