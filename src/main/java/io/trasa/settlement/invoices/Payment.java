package io.trasa.settlement.invoices;

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

/** Money that came for an invoice, or went back. Written once; a mistake gets a row against it. */
@Entity
@Table(name = "settlement_payment")
@EntityListeners(AuditingEntityListener.class)
public class Payment {

  /** How money came. */
  public enum Method {
    CASH,
    BANK,
    CARD
  }

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID requestId;
  private UUID invoiceId;
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  private Method method;

  private LocalDate paidOn;
  private BigDecimal amount;
  private String currency;
  private String note;
  private @Nullable UUID reversesId;
  private Instant recordedAt;
  @CreatedBy private @Nullable String recordedBy;

  @SuppressWarnings("NullAway") // filled from the database
  protected Payment() {}

  Payment(
      UUID requestId,
      Balance balance,
      Method method,
      LocalDate paidOn,
      Money amount,
      String note,
      @Nullable UUID reversesId,
      Instant at) {
    this.requestId = requestId;
    this.invoiceId = balance.invoiceId();
    this.customerId = balance.customerId();
    this.method = method;
    this.paidOn = paidOn;
    this.amount = amount.amount();
    this.currency = amount.currency();
    this.note = note;
    this.reversesId = reversesId;
    this.recordedAt = at;
  }

  public UUID id() {
    return Objects.requireNonNull(id, "not saved yet");
  }

  public UUID invoiceId() {
    return invoiceId;
  }

  public UUID customerId() {
    return customerId;
  }

  public Method method() {
    return method;
  }

  /** In the company's zone. */
  public LocalDate paidOn() {
    return paidOn;
  }

  /** Below zero if it was paid back. */
  public Money amount() {
    return new Money(amount, currency);
  }

  public String note() {
    return note;
  }

  /** The payment that this one takes back. */
  public @Nullable UUID reversesId() {
    return reversesId;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public @Nullable String recordedBy() {
    return recordedBy;
  }
}
