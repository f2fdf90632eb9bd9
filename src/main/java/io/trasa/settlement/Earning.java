package io.trasa.settlement;

import io.trasa.common.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/**
 * What a technician was credited with for work on an order. Written once; a correction is a row
 * that takes the old one back and one that says what is right.
 */
@Entity
@Table(name = "settlement_earning")
@EntityListeners(AuditingEntityListener.class)
public class Earning {

  /** What is paid for. */
  public enum Kind {
    PIECE,
    WORK,
    TRAVEL
  }

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID settlementId;
  private UUID orderId;
  private String orderNumber;
  private UUID visitId;
  private UUID technicianId;
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private @Nullable UUID operationId;
  private String text;
  private BigDecimal quantity;
  private BigDecimal rate;
  private BigDecimal share;
  private BigDecimal amount;
  private String currency;
  private @Nullable UUID correctsId;
  private boolean reverses;
  private String reason = "";
  private Instant postedAt;
  @CreatedBy private @Nullable String postedBy;

  @SuppressWarnings("NullAway") // filled from the database
  protected Earning() {}

  Earning(Settlement settlement, EarningShares.Draft draft) {
    this.settlementId = settlement.id();
    this.orderId = settlement.orderId();
    this.orderNumber = settlement.orderNumber();
    this.visitId = draft.visitId();
    this.technicianId = draft.technicianId();
    this.day = draft.day();
    this.kind = draft.kind();
    this.operationId = draft.operationId();
    this.text = draft.text();
    this.quantity = draft.quantity();
    this.rate = draft.rate();
    this.share = draft.share();
    this.amount = draft.amount();
    this.currency = settlement.currency();
    this.postedAt = settlement.settledAt();
  }

  private Earning(Earning wrong, BigDecimal amount, boolean reverses, String reason, Instant at) {
    this.settlementId = wrong.settlementId;
    this.orderId = wrong.orderId;
    this.orderNumber = wrong.orderNumber;
    this.visitId = wrong.visitId;
    this.technicianId = wrong.technicianId;
    this.day = wrong.day;
    this.kind = wrong.kind;
    this.operationId = wrong.operationId;
    this.text = wrong.text;
    this.quantity = wrong.quantity;
    this.rate = wrong.rate;
    this.share = wrong.share;
    this.amount = amount;
    this.currency = wrong.currency;
    this.correctsId = wrong.id();
    this.reverses = reverses;
    this.reason = reason;
    this.postedAt = at;
  }

  /** A row that takes this one back. */
  Earning reversed(String why, Instant at) {
    return new Earning(this, amount.negate(), true, why, at);
  }

  /** A row that says what is right instead. */
  Earning corrected(BigDecimal right, String why, Instant at) {
    return new Earning(this, Money.rounded(right, currency), false, why, at);
  }

  public UUID id() {
    return Objects.requireNonNull(id, "not saved yet");
  }

  public UUID settlementId() {
    return settlementId;
  }

  public UUID orderId() {
    return orderId;
  }

  public String orderNumber() {
    return orderNumber;
  }

  public UUID visitId() {
    return visitId;
  }

  public UUID technicianId() {
    return technicianId;
  }

  /** Of the work, in the company's zone. */
  public LocalDate day() {
    return day;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable UUID operationId() {
    return operationId;
  }

  public String text() {
    return text;
  }

  /** Of the operation for the whole crew, or hours. */
  public BigDecimal quantity() {
    return quantity;
  }

  public BigDecimal rate() {
    return rate;
  }

  /** In percent of the whole crew's. */
  public BigDecimal share() {
    return share;
  }

  public Money amount() {
    return new Money(amount, currency);
  }

  /** The row that this one corrects. */
  public @Nullable UUID correctsId() {
    return correctsId;
  }

  /** True if this row takes back the one it corrects. */
  public boolean reverses() {
    return reverses;
  }

  public String reason() {
    return reason;
  }

  public Instant postedAt() {
    return postedAt;
  }

  public @Nullable String postedBy() {
    return postedBy;
  }
}
