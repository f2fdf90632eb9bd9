package io.trasa.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A technician gave a visit back, and why. It holds until the visit is sent again. */
@Entity
@Table(name = "planning_decline")
public class Decline {

  @Id private UUID visitId;
  private List<UUID> technicianIds;
  private String reason;

  @Column(name = "declined_by")
  private String by;

  @Column(name = "declined_at")
  private Instant at;

  @SuppressWarnings("NullAway.Init")
  protected Decline() {}

  Decline(UUID visitId, List<UUID> technicianIds, String reason, String by, Instant at) {
    this.visitId = visitId;
    this.technicianIds = technicianIds;
    this.reason = reason;
    this.by = by;
    this.at = at;
  }

  public UUID visitId() {
    return visitId;
  }

  /** Whom it had been sent to, the lead first. */
  List<UUID> technicianIds() {
    return technicianIds;
  }

  public String reason() {
    return reason;
  }

  /** The user name. */
  public String by() {
    return by;
  }

  /** When it truly happened. */
  public Instant at() {
    return at;
  }
}
