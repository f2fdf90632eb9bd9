package io.trasa.parts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads balances. */
@Component
class StockLevels {

  /** What a van carries for an order. */
  record Held(UUID locationId, UUID partId, BigDecimal quantity) {}

  private final JdbcClient database;

  StockLevels(JdbcClient database) {
    this.database = database;
  }

  Map<UUID, StockLevel> of(Collection<UUID> partIds, Map<UUID, BigDecimal> reserved) {
    var levels = new HashMap<UUID, StockLevel>();
    reserved.forEach(
        (id, wanted) -> levels.put(id, new StockLevel(BigDecimal.ZERO, wanted, BigDecimal.ZERO)));
    database
        .sql(
            """
            select b.part_id,
              coalesce(sum(b.quantity) filter (where l.kind = 'WAREHOUSE'), 0) as in_warehouse,
              coalesce(sum(b.quantity) filter (where l.kind = 'VAN'), 0) as on_vans
            from parts_balance b join parts_location l on l.id = b.location_id
            where b.part_id = any(?) group by b.part_id
            """)
        .param(partIds.toArray(UUID[]::new))
        .query(
            row -> {
              var id = row.getObject("part_id", UUID.class);
              levels.put(
                  id,
                  new StockLevel(
                      row.getBigDecimal("in_warehouse"),
                      reserved.getOrDefault(id, BigDecimal.ZERO),
                      row.getBigDecimal("on_vans")));
            });
    return levels;
  }

  List<VanPart> onVan(UUID locationId) {
    return database
        .sql(
            """
            select p.id as part_id, p.code, p.name, p.unit, sum(b.quantity) as quantity
            from parts_balance b join parts_part p on p.id = b.part_id
            where b.location_id = ? and b.quantity > 0 group by p.id order by p.code, p.id
            """)
        .param(locationId)
        .query(DataClassRowMapper.newInstance(VanPart.class))
        .list();
  }

  List<Held> onVansFor(UUID orderId) {
    return database
        .sql(
            """
            select b.location_id, b.part_id, b.quantity
            from parts_balance b join parts_location l on l.id = b.location_id and l.kind = 'VAN'
            where b.order_id = ? and b.quantity > 0 order by b.part_id, b.location_id
            """)
        .param(orderId)
        .query(DataClassRowMapper.newInstance(Held.class))
        .list();
  }

  /** What a location has as its own stock, by part. */
  Map<UUID, BigDecimal> ownOf(UUID locationId) {
    var own = new HashMap<UUID, BigDecimal>();
    database
        .sql(
            """
            select part_id, quantity from parts_balance
            where location_id = ? and order_id is null and quantity > 0
            """)
        .param(locationId)
        .query(
            row -> {
              own.put(row.getObject("part_id", UUID.class), row.getBigDecimal("quantity"));
            });
    return own;
  }

  /** What orders have got already, used or not. */
  Map<Reservations.Wish, BigDecimal> collected(Collection<UUID> orderIds) {
    var collected = new HashMap<Reservations.Wish, BigDecimal>();
    database
        .sql(
            """
            select order_id, part_id, sum(quantity) as quantity from parts_balance
            where order_id = any(?) group by order_id, part_id
            """)
        .param(orderIds.toArray(UUID[]::new))
        .query(
            row -> {
              collected.put(
                  new Reservations.Wish(
                      row.getObject("order_id", UUID.class), row.getObject("part_id", UUID.class)),
                  row.getBigDecimal("quantity"));
            });
    return collected;
  }

  /** What came to the order, what went from it unused, and what of it is where. */
  List<OrderPart> ofOrder(UUID orderId) {
    return database
        .sql(
            """
            with way as (
              select m.part_id,
                sum(m.quantity) filter (where m.from_order_id is null) as collected,
                sum(m.quantity) filter (where m.to_order_id is null) as returned,
                sum(case m.kind when 'USE' then m.quantity
                  when 'TAKE_BACK' then -m.quantity end) as used,
                sum(case m.kind when 'USE' then m.quantity * m.unit_cost
                  when 'TAKE_BACK' then -m.quantity * u.unit_cost end) as used_cost
              from parts_movement m left join parts_movement u on u.id = m.reverses_id
              where m.from_order_id = :order or m.to_order_id = :order
              group by m.part_id)
            select p.id as part_id, p.code, p.name, p.unit, coalesce(w.collected, 0) as collected,
              coalesce(w.used, 0) as used, coalesce(w.returned, 0) as returned,
              coalesce(w.collected, 0) - coalesce(w.used, 0) - coalesce(w.returned, 0) as on_van,
              case when w.used > 0 then round(w.used_cost / w.used, 4) else p.cost end as unit_cost,
              p.price as unit_price, p.vat_rate
            from way w join parts_part p on p.id = w.part_id order by p.code, p.id
            """)
        .param("order", orderId)
        .query(DataClassRowMapper.newInstance(OrderPart.class))
        .list();
  }
}
