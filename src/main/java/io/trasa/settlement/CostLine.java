package io.trasa.settlement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order cost the company.
 *
 * @param technicianId whose time it was
 * @param itemId the part
 * @param quantity hours, or pieces
 * @param amount rounded to the currency's smallest unit
 */
@Embeddable
public record CostLine(
    @Enumerated(EnumType.STRING) Kind kind,
    @Column @Nullable UUID technicianId,
    @Column @Nullable UUID itemId,
    String text,
    BigDecimal quantity,
    BigDecimal unitCost,
    BigDecimal amount) {

  /** What the money went into. */
  public enum Kind {
    WORK,
    TRAVEL,
    PART,
    PURCHASE
  }
}
