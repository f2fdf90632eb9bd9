package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody asked for something; what comes of it is a quote, an order, or a no. */
@Entity
@Table(name = "orders_request")
public class Request extends Stored {

  /** How it reached us. */
  public enum Source {
    PHONE,
    EMAIL,
    PORTAL,
    INCIDENT
  }

  /** What came of it so far. */
  public enum Status {
    NEW,
    QUOTED,
    ORDERED,
    DECLINED;

    /** True while somebody has to do something about it. */
    public boolean isOpen() {
      return this == NEW || this == QUOTED;
    }
  }

  /**
   * What the office knows of a request; unknown texts are empty.
   *
   * @param caller who asked, as long as there is no customer or contact for it
   * @param customerId needed, with a site, for anything to come of it
   * @param wishedTime in the customer's words
   */
  public record Details(
      Source source,
      String caller,
      @Nullable UUID customerId,
      @Nullable UUID siteId,
      @Nullable UUID contactId,
      List<UUID> assetIds,
      String complaint,
      String wishedTime) {}

  @Column(updatable = false)
  private String number;

  @Column(updatable = false)
  private @Nullable UUID senderKey;

  @Column(updatable = false)
  private String takenBy;

  @Enumerated(EnumType.STRING)
  private Source source;

  private String caller;
  private @Nullable UUID customerId;
  private @Nullable UUID siteId;
  private @Nullable UUID contactId;
  private List<UUID> assetIds = List.of();
  private String complaint;
  private String wishedTime;

  @Enumerated(EnumType.STRING)
  private Status status = Status.NEW;

  private String declineReason = "";
  private @Nullable Instant closedAt;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  @SuppressWarnings("NullAway") // filled from the database
  protected Request() {}

  @SuppressWarnings("NullAway.Init") // describe fills the rest
  Request(String number, @Nullable UUID senderKey, String takenBy, Details details) {
    this.number = number;
    this.senderKey = senderKey;
    this.takenBy = takenBy;
    describe(details);
  }

  /**
   * @throws ConflictException with code {@code request-closed}
   */
  final void describe(Details details) {
    requireOpen();
    this.source = details.source();
    this.caller = details.caller();
    this.customerId = details.customerId();
    this.siteId = details.siteId();
    this.contactId = details.contactId();
    this.assetIds = List.copyOf(details.assetIds());
    this.complaint = details.complaint();
    this.wishedTime = details.wishedTime();
  }

  void quoted() {
    requireOpen();
    status = Status.QUOTED;
  }

  void ordered(Instant at) {
    requireOpen();
    status = Status.ORDERED;
    closedAt = at;
  }

  void decline(String reason, Instant at) {
    requireOpen();
    if (reason.isBlank()) {
      throw new InvalidInputException(
          "reason", reason, "is missing", "Say why; the customer may ask.");
    }
    status = Status.DECLINED;
    declineReason = reason;
    closedAt = at;
  }

  /** Takes a no back. */
  void reopen(boolean wasQuoted) {
    if (status != Status.DECLINED) {
      throw new ConflictException(
          "not-declined", "Request %s is %s.".formatted(number, status), "Load it again.");
    }
    status = wasQuoted ? Status.QUOTED : Status.NEW;
    declineReason = "";
    closedAt = null;
  }

  /** Refuses anything further once it was ordered or declined. */
  void requireOpen() {
    if (!status.isOpen()) {
      throw new ConflictException(
          "request-closed",
          "Request %s is %s.".formatted(number, status),
          "Maybe somebody else was faster; load it again.");
    }
  }

  /** Such as {@code R26-00012}. */
  public String number() {
    return number;
  }

  public Source source() {
    return source;
  }

  /** The user who wrote it down first. */
  public String takenBy() {
    return takenBy;
  }

  public String caller() {
    return caller;
  }

  public @Nullable UUID customerId() {
    return customerId;
  }

  public @Nullable UUID siteId() {
    return siteId;
  }

  public @Nullable UUID contactId() {
    return contactId;
  }

  /** The devices it is about. */
  public List<UUID> assetIds() {
    return assetIds;
  }

  public String complaint() {
    return complaint;
  }

  /** In the customer's words. */
  public String wishedTime() {
    return wishedTime;
  }

  public Status status() {
    return status;
  }

  /** Empty unless it was declined. */
  public String declineReason() {
    return declineReason;
  }

  /** When it was ordered or declined; null while something is to be done. */
  public @Nullable Instant closedAt() {
    return closedAt;
  }
}
