package io.trasa.planning;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** So much of a part that is fetched, or would have to be brought. */
@Embeddable
public record FetchedPart(UUID partId, String name, String unit, BigDecimal quantity) {

  /** Decimals of any quantity in the database, where a part may ask for fewer. */
  private static final int DECIMALS = 3;

  /** As the database keeps it: what is read back equals what was stored. */
  public FetchedPart {
    quantity = quantity.setScale(DECIMALS, RoundingMode.UNNECESSARY);
  }
}
