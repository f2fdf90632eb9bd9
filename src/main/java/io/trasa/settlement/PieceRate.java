package io.trasa.settlement;

import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What a crew earns together for one unit of an operation, from a day on. */
@Entity
@Table(name = "settlement_piece_rate")
public class PieceRate extends Stored {

  @Column(updatable = false)
  private UUID operationId;

  @Column(updatable = false)
  private LocalDate validFrom;

  private BigDecimal amount;

  @SuppressWarnings("NullAway") // filled from the database
  protected PieceRate() {}

  PieceRate(UUID operationId, LocalDate validFrom, BigDecimal amount) {
    this.operationId = operationId;
    this.validFrom = validFrom;
    this.amount = amount;
  }

  PieceRate set(BigDecimal newAmount) {
    this.amount = newAmount;
    return this;
  }

  public UUID operationId() {
    return operationId;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public BigDecimal amount() {
    return amount;
  }
}
