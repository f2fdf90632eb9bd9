package io.trasa.parts;

import java.math.BigDecimal;

/**
 * Where the pieces of a part are.
 *
 * @param inWarehouse all that lies there
 * @param reserved what planned orders still want of it; may be more than there is
 * @param onVans on all vans, of orders and their own
 */
public record StockLevel(BigDecimal inWarehouse, BigDecimal reserved, BigDecimal onVans) {

  public static final StockLevel NOTHING =
      new StockLevel(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** What the warehouse has that nobody reserved; never below 0. */
  public BigDecimal free() {
    return inWarehouse.subtract(reserved).max(BigDecimal.ZERO);
  }
}
