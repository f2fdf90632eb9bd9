package io.trasa.settlement.invoices;

import io.trasa.common.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * What is open on an invoice or receipt: {@code open = gross - credited - paid}. The database
 * writes it with every document and payment, nobody else does.
 */
@Entity
@Immutable
@Table(name = "settlement_balance")
public class Balance {

  @Id private UUID invoiceId;
  private UUID customerId;
  private String currency;
  private LocalDate dueOn;
  private BigDecimal gross;
  private BigDecimal credited;
  private BigDecimal paid;
  private BigDecimal open;

  @SuppressWarnings("NullAway") // filled from the database
  protected Balance() {}

  public UUID invoiceId() {
    return invoiceId;
  }

  public UUID customerId() {
    return customerId;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Money gross() {
    return new Money(gross, currency);
  }

  /** Taken back by credit notes. */
  public Money credited() {
    return new Money(credited, currency);
  }

  /** Paid, less what was paid back. */
  public Money paid() {
    return new Money(paid, currency);
  }

  /** Still to be paid; below zero if we owe it to the customer. */
  public Money open() {
    return new Money(open, currency);
  }
}
