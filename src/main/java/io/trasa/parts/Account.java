package io.trasa.parts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A side of a movement: a place, and the order that holds the pieces there.
 *
 * @param orderId null for the place's own stock
 */
public record Account(UUID locationId, @Nullable UUID orderId) {

  /** The one that goods come to, and that vans are filled from. */
  public static final UUID WAREHOUSE = new UUID(0, 1);

  static final UUID CUSTOMER = new UUID(0, 2);
  static final UUID SUPPLIER = new UUID(0, 3);
  static final UUID CORRECTION = new UUID(0, 4);

  static final Account OF_WAREHOUSE = ownOf(WAREHOUSE);
  static final Account OF_SUPPLIER = ownOf(SUPPLIER);
  static final Account OF_CORRECTION = ownOf(CORRECTION);

  static Account ownOf(UUID locationId) {
    return new Account(locationId, null);
  }

  /** False for places that give without end. */
  boolean isCounted() {
    return !locationId.equals(SUPPLIER) && !locationId.equals(CORRECTION);
  }
}
