package io.trasa.parts;

import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for those who plan who carries what: what orders still need, and what lies on vans.
 * Parts that are not in the catalogue count for nothing, as everywhere.
 */
@Service
@Transactional(readOnly = true)
public class VanLoads {

  private final OrderService orders;
  private final PeopleService people;
  private final JdbcClient database;

  VanLoads(OrderService orders, PeopleService people, JdbcClient database) {
    this.orders = orders;
    this.people = people;
    this.database = database;
  }

  /** What orders want less what was used for them, by order and part; those that lack nothing. */
  public Map<UUID, Map<UUID, BigDecimal>> needed(Collection<UUID> orderIds) {
    var needed = new HashMap<UUID, Map<UUID, BigDecimal>>();
    orders
        .partsToCollect(orderIds)
        .forEach((order, parts) -> needed.put(order, Reservations.wanted(parts)));
    database
        .sql(
            """
            select order_id, part_id, quantity from parts_balance
            where location_id = :customer and order_id = any(:orders) and quantity > 0
            """)
        .param("customer", Account.CUSTOMER)
        .param("orders", needed.keySet().toArray(UUID[]::new))
        .query(
            row -> {
              var used = row.getBigDecimal("quantity");
              Objects.requireNonNull(needed.get(row.getObject("order_id", UUID.class)))
                  .computeIfPresent(
                      row.getObject("part_id", UUID.class),
                      (part, wanted) -> wanted.subtract(used));
            });
    needed.values().forEach(parts -> parts.values().removeIf(left -> left.signum() <= 0));
    needed.values().removeIf(Map::isEmpty);
    return needed;
  }

  /**
   * What lies on vans that these orders may use, by who drives them and by part: the van's own
   * stock and what was fetched for these orders.
   */
  public Map<UUID, Map<UUID, BigDecimal>> onVans(
      Collection<UUID> orderIds, Collection<UUID> partIds) {
    Map<UUID, UUID> drivers = new HashMap<>();
    for (Technician technician : people.activeTechnicians()) {
      UUID van = technician.vanId();
      if (van != null) {
        drivers.put(van, technician.id());
      }
    }
    var loads = new HashMap<UUID, Map<UUID, BigDecimal>>();
    database
        .sql(
            """
            select l.van_id, b.part_id, sum(b.quantity) as quantity
            from parts_balance b join parts_location l on l.id = b.location_id and l.kind = 'VAN'
            where b.part_id = any(:parts) and (b.order_id is null or b.order_id = any(:orders))
              and b.quantity > 0
            group by l.van_id, b.part_id
            """)
        .param("parts", partIds.toArray(UUID[]::new))
        .param("orders", orderIds.toArray(UUID[]::new))
        .query(
            row -> {
              UUID driver = drivers.get(row.getObject("van_id", UUID.class));
              if (driver != null) {
                loads
                    .computeIfAbsent(driver, d -> new HashMap<>())
                    .put(row.getObject("part_id", UUID.class), row.getBigDecimal("quantity"));
              }
            });
    return loads;
  }
}
