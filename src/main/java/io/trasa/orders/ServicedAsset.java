package io.trasa.orders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device an order is about, with what its warranty covers.
 *
 * @param name brand and model
 * @param location where on the site it stands; may be empty
 * @param warrantyNumber of the warranty document; empty without a warranty
 * @param warrantyUntil the last covered day; null without a warranty
 */
public record ServicedAsset(
    UUID id,
    String serial,
    String name,
    String location,
    String warrantyNumber,
    @Nullable LocalDate warrantyFrom,
    @Nullable LocalDate warrantyUntil,
    boolean coversLabour,
    boolean coversParts,
    boolean coversTravel) {

  /** True if a warranty covers this kind of line on that day. */
  public boolean covers(OrderLine.Kind kind, LocalDate day) {
    if (warrantyFrom == null
        || warrantyUntil == null
        || day.isBefore(warrantyFrom)
        || day.isAfter(warrantyUntil)) {
      return false;
    }
    return switch (kind) {
      case OPERATION -> coversLabour;
      case PART -> coversParts;
      case TRAVEL -> coversTravel;
      case OTHER -> false;
    };
  }
}
