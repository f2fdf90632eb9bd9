package io.trasa.settlement;

import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an hour of a technician earns, and what it costs the company, from a day on. */
@Entity
@Table(name = "settlement_hourly_rate")
public class HourlyRate extends Stored {

  @Column(updatable = false)
  private @Nullable UUID technicianId;

  @Column(updatable = false)
  private LocalDate validFrom;

  private BigDecimal amount;
  private BigDecimal cost;

  @SuppressWarnings("NullAway") // filled from the database
  protected HourlyRate() {}

  HourlyRate(@Nullable UUID technicianId, LocalDate validFrom, BigDecimal amount, BigDecimal cost) {
    this.technicianId = technicianId;
    this.validFrom = validFrom;
    this.amount = amount;
    this.cost = cost;
  }

  HourlyRate set(BigDecimal newAmount, BigDecimal newCost) {
    this.amount = newAmount;
    this.cost = newCost;
    return this;
  }

  /** Whose; null is everybody without a rate of their own. */
  public @Nullable UUID technicianId() {
    return technicianId;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public BigDecimal amount() {
    return amount;
  }

  public BigDecimal cost() {
    return cost;
  }
}
