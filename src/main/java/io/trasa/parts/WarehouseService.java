package io.trasa.parts;

import io.trasa.common.ConflictException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to where the warehouse is. */
@Service
@Transactional
public class WarehouseService {

  private final Warehouses warehouses;
  private final ApplicationEventPublisher events;

  WarehouseService(Warehouses warehouses, ApplicationEventPublisher events) {
    this.warehouses = warehouses;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Warehouse get() {
    return warehouses.findAll().getFirst();
  }

  /**
   * Says anew where it is.
   *
   * @throws ConflictException with code {@code changed-meanwhile}
   */
  public Warehouse change(long version, Warehouse.Details details) {
    Warehouse warehouse = get();
    warehouse.requireVersion(version);
    warehouse.describe(details);
    events.publishEvent(new WarehouseChanged());
    return warehouses.saveAndFlush(warehouse);
  }
}
