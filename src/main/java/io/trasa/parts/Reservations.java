package io.trasa.parts;

import io.trasa.orders.OrderChanged;
import io.trasa.orders.OrderService;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What planned orders want of the warehouse. Follows each change of an order in its own
 * transaction, in which the order is locked: what is promised is never promised twice.
 */
@Component
class Reservations {

  private static final Set<VisitStatus> RESERVING =
      EnumSet.of(
          VisitStatus.PLANNED,
          VisitStatus.DISPATCHED,
          VisitStatus.ACCEPTED,
          VisitStatus.TRAVELLING,
          VisitStatus.IN_PROGRESS);

  /** What orders still want of a part: reserved less what they have collected already. */
  private static final String OUTSTANDING =
      """
      select r.order_id, r.part_id, r.needed_at,
        greatest(0, r.quantity - coalesce(sum(b.quantity), 0)) as quantity
      from parts_reservation r
      left join parts_balance b on b.order_id = r.order_id and b.part_id = r.part_id
      where r.part_id = any(:parts)
      group by r.order_id, r.part_id
      """;

  /** An order's wish for a part. */
  record Wish(UUID orderId, UUID partId) {}

  private final OrderService orders;
  private final JdbcClient database;

  Reservations(OrderService orders, JdbcClient database) {
    this.orders = orders;
    this.database = database;
  }

  @EventListener
  void on(OrderChanged change) {
    follow(change.orderId());
  }

  @EventListener
  void on(VisitChanged change) {
    boolean wants = !wanted(orders.get(change.orderId()).partsToCollect()).isEmpty();
    if (wants && change.from() != change.to()) {
      follow(change.orderId());
    }
  }

  private void follow(UUID orderId) {
    database.sql("delete from parts_reservation where order_id = ?").param(orderId).update();
    var order = orders.get(orderId);
    order.visits().stream()
        .filter(visit -> RESERVING.contains(visit.status()))
        .map(Visit::plannedStart)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .ifPresent(
            start -> wanted(order.partsToCollect()).forEach((p, q) -> keep(orderId, p, q, start)));
  }

  /** How much of each part of the catalogue a list names, by the part's id. */
  static Map<UUID, BigDecimal> wanted(Collection<PartToCollect> list) {
    var sums = new TreeMap<UUID, BigDecimal>();
    for (var item : list) {
      if (item.partId() != null) {
        sums.merge(item.partId(), item.quantity(), BigDecimal::add);
      }
    }
    return sums;
  }

  private void keep(UUID orderId, UUID partId, BigDecimal quantity, Instant neededAt) {
    database
        .sql("insert into parts_reservation values (?, ?, ?, ?)")
        .param(orderId)
        .param(partId)
        .param(quantity)
        .param(neededAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The parts that somebody wants between these times. */
  Set<UUID> neededIn(Instant from, Instant to) {
    var needed = new HashSet<UUID>();
    database
        .sql("select part_id from parts_reservation where needed_at >= ? and needed_at < ?")
        .param(from.atOffset(ZoneOffset.UTC))
        .param(to.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              needed.add(row.getObject("part_id", UUID.class));
            });
    return needed;
  }

  /** What orders still want of each of these parts; parts nobody wants are missing. */
  Map<UUID, BigDecimal> outstanding(Collection<UUID> partIds) {
    var sums = new HashMap<UUID, BigDecimal>();
    database
        .sql(
            "select part_id, sum(quantity) as quantity from (%s) wish group by part_id"
                .formatted(OUTSTANDING))
        .param("parts", partIds.toArray(UUID[]::new))
        .query(
            row -> {
              sums.put(row.getObject("part_id", UUID.class), row.getBigDecimal("quantity"));
            });
    return sums;
  }

  /**
   * How much of these parts the warehouse lacks for each wish, if those who need it first get it
   * first; wishes that can be met are missing.
   */
  Map<Wish, BigDecimal> shortages(Collection<UUID> partIds) {
    var lacking = new HashMap<Wish, BigDecimal>();
    database
        .sql(
            """
            select order_id, part_id, least(quantity, so_far - there) as lacking from (
              select wish.*, sum(wish.quantity) over (
                partition by wish.part_id order by wish.needed_at, wish.order_id) as so_far,
                coalesce(w.quantity, 0) as there
              from (%s) wish left join parts_balance w on w.part_id = wish.part_id
              and w.location_id = :warehouse and w.order_id is null
            ) queue where so_far > there and quantity > 0
            """
                .formatted(OUTSTANDING))
        .param("parts", partIds.toArray(UUID[]::new))
        .param("warehouse", Account.WAREHOUSE)
        .query(
            row -> {
              lacking.put(
                  new Wish(
                      row.getObject("order_id", UUID.class), row.getObject("part_id", UUID.class)),
                  row.getBigDecimal("lacking"));
            });
    return lacking;
  }
}
