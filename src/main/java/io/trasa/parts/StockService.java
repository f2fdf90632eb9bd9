package io.trasa.parts;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to stock: every change is a movement in the ledger, balances follow from it. */
@Service
public class StockService {

  /**
   * Takes a part from the technician's van for an order, exactly once per {@link Usage#id}. What
   * was not collected for this order before counts as collected from the van's own stock.
   *
   * @throws io.trasa.common.ConflictException with code {@code not-enough} if the van has less
   */
  public void use(Usage usage) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes back a use that was a mistake: the part lies on the van again. Repeated calls do nothing
   * more.
   */
  public void takeBack(UUID usageId, UUID technicianId) {
    throw new UnsupportedOperationException();
  }

  /** What lies on a technician's van now, by code; empty without a van. */
  public List<VanPart> onVan(UUID technicianId) {
    return List.of();
  }

  /** Every part of an order and its way, by code. */
  public List<OrderPart> ofOrder(UUID orderId) {
    return List.of();
  }

  /** Moves what an order still has on vans back to the van's own stock, when it is settled. */
  public void release(UUID orderId) {
    throw new UnsupportedOperationException();
  }

  /** How much of a part the warehouse has that nobody reserved. */
  public BigDecimal free(UUID partId) {
    throw new UnsupportedOperationException();
  }
}
