package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import io.trasa.common.Totals;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** What we would do, and for how much. Immutable once it is accepted. */
@Entity
@Table(name = "orders_quote")
public class Quote extends Stored {

  /** How far a quote is. */
  public enum Status {
    DRAFT,
    SENT,
    ACCEPTED,
    DECLINED,
    /** Sent, and its last day is over; changing it makes it a draft again. */
    EXPIRED
  }

  /** How an answer reached us. */
  public enum Answered {
    /** The customer told us, and the office wrote it down. */
    OFFICE,
    /** The customer pressed the button behind the link. */
    LINK
  }

  /**
   * What a quote says; unknown texts are empty.
   *
   * @param validUntil the last day on which it can be accepted, in the company's zone
   */
  public record Details(
      UUID customerId,
      UUID siteId,
      @Nullable UUID contactId,
      List<UUID> assetIds,
      String title,
      String notes,
      List<OrderLine> lines,
      LocalDate validUntil) {}

  @Column(updatable = false)
  private String number;

  private int revision = 1;

  @Column(updatable = false)
  private @Nullable UUID requestId;

  private UUID customerId;
  private UUID siteId;
  private @Nullable UUID contactId;
  private List<UUID> assetIds = List.of();
  private String title;
  private String notes;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(name = "orders_quote_line", joinColumns = @JoinColumn(name = "quote_id"))
  @OrderColumn(name = "position")
  private List<OrderLine> lines = new ArrayList<>();

  @Column(updatable = false)
  private String currency;

  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private Status status = Status.DRAFT;

  private @Nullable Instant sentAt;
  private @Nullable Instant answeredAt;
  private String answeredBy = "";

  @Enumerated(EnumType.STRING)
  private @Nullable Answered answeredHow;

  private String declineReason = "";
  private @Nullable UUID orderId;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  /** The day on which {@link QuoteService} loaded it. */
  @Transient private LocalDate today = LocalDate.EPOCH;

  @SuppressWarnings("NullAway") // filled from the database
  protected Quote() {}

  @SuppressWarnings("NullAway.Init") // describe fills the rest
  Quote(String number, @Nullable UUID requestId, String currency, Details details) {
    this.number = number;
    this.requestId = requestId;
    this.currency = currency;
    describe(details);
  }

  final void describe(Details details) {
    this.customerId = details.customerId();
    this.siteId = details.siteId();
    this.contactId = details.contactId();
    this.assetIds = List.copyOf(details.assetIds());
    this.title = details.title();
    this.notes = details.notes();
    if (!lines.equals(details.lines())) {
      lines.clear();
      lines.addAll(details.lines());
    }
    this.validUntil = details.validUntil();
  }

  /**
   * Changes it. What was sent is a draft again, under the same number with the next revision; the
   * answer to the former revision is gone.
   */
  void change(Details details) {
    requireNotAccepted();
    if (status != Status.DRAFT) {
      revision++;
      status = Status.DRAFT;
      sentAt = null;
      answeredAt = null;
      answeredBy = "";
      answeredHow = null;
      declineReason = "";
    }
    describe(details);
  }

  /** Sent again it stays sent; the last time counts. */
  void sent(Instant at) {
    requireNotAccepted();
    requireLines();
    if (status == Status.DECLINED) {
      throw refused("quote-declined", "Change it first; that makes a new revision.");
    }
    requireValid();
    status = Status.SENT;
    sentAt = at;
  }

  /** Accepted again it stays as it was first accepted. */
  void accept(String by, Answered how, Instant at) {
    if (status == Status.ACCEPTED) {
      return;
    }
    if (status == Status.DECLINED || (status == Status.DRAFT && how == Answered.LINK)) {
      throw refused(
          status == Status.DECLINED ? "quote-declined" : "quote-not-sent",
          "Maybe there is a newer revision; ask for it.");
    }
    requireLines();
    requireValid();
    answer(Status.ACCEPTED, by, how, at);
  }

  /** Declined again it stays as it was first declined. */
  void decline(String reason, String by, Answered how, Instant at) {
    if (status == Status.DECLINED) {
      return;
    }
    requireNotAccepted();
    if (status == Status.DRAFT && how == Answered.LINK) {
      throw refused("quote-not-sent", "Maybe there is a newer revision; ask for it.");
    }
    answer(Status.DECLINED, by, how, at);
    declineReason = reason;
  }

  private void answer(Status answer, String by, Answered how, Instant at) {
    status = answer;
    answeredAt = at;
    answeredBy = by;
    answeredHow = how;
  }

  void ordered(UUID orderId) {
    this.orderId = orderId;
  }

  /**
   * @throws ConflictException with code {@code quote-not-accepted}
   */
  void requireAccepted() {
    if (status != Status.ACCEPTED) {
      throw refused("quote-not-accepted", "Only accepted quotes become orders.");
    }
  }

  private void requireNotAccepted() {
    if (status == Status.ACCEPTED) {
      throw refused("quote-accepted", "It stays as it was accepted; make another quote.");
    }
  }

  private void requireValid() {
    if (today.isAfter(validUntil)) {
      throw new ConflictException(
          "quote-expired",
          "Quote %s was valid until %s.".formatted(number, validUntil),
          "Give it a later day, and send it again.");
    }
  }

  private void requireLines() {
    if (lines.isEmpty()) {
      throw new InvalidInputException(
          "lines", lines, "are missing", "Say what is offered, and for how much.");
    }
  }

  private ConflictException refused(String code, String hint) {
    return new ConflictException(code, "Quote %s is %s.".formatted(number, status()), hint);
  }

  Quote on(LocalDate day) {
    this.today = day;
    return this;
  }

  /** Such as {@code Q26-00007}; the same for all revisions. */
  public String number() {
    return number;
  }

  /** From 1; the next one with each change after it was sent. */
  public int revision() {
    return revision;
  }

  public @Nullable UUID requestId() {
    return requestId;
  }

  public UUID customerId() {
    return customerId;
  }

  public UUID siteId() {
    return siteId;
  }

  public @Nullable UUID contactId() {
    return contactId;
  }

  /** The devices it is about. */
  public List<UUID> assetIds() {
    return assetIds;
  }

  public String title() {
    return title;
  }

  /** For the customer, below the lines. */
  public String notes() {
    return notes;
  }

  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }

  public Totals totals() {
    return Totals.of(currency, lines);
  }

  /** The company's when it was made (ISO 4217). */
  public String currency() {
    return currency;
  }

  /** The last day on which it can be accepted, in the company's zone. */
  public LocalDate validUntil() {
    return validUntil;
  }

  /** As of the day on which it was loaded. */
  public Status status() {
    return status == Status.SENT && today.isAfter(validUntil) ? Status.EXPIRED : status;
  }

  /** When it was sent last; null while it is a draft. */
  public @Nullable Instant sentAt() {
    return sentAt;
  }

  public @Nullable Instant answeredAt() {
    return answeredAt;
  }

  /** Who accepted or declined; empty before. */
  public String answeredBy() {
    return answeredBy;
  }

  public @Nullable Answered answeredHow() {
    return answeredHow;
  }

  public String declineReason() {
    return declineReason;
  }

  /** The order it became. */
  public @Nullable UUID orderId() {
    return orderId;
  }
}
