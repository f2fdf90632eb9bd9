package io.trasa.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Visits extends JpaRepository<Visit, UUID> {

  @Query("select v.order.id from Visit v where v.id = :id")
  Optional<UUID> orderIdOf(UUID id);

  @Query("select v from Visit v join fetch v.order where v.id in :ids order by v.id")
  List<Visit> withOrders(Collection<UUID> ids);

  /** What lists show of orders' visits. */
  @Query(
      """
      select new io.trasa.orders.OrderRow$VisitColumns(
        v.order.id, v.status, v.plannedStart, v.technicianIds)
      from Visit v where v.order.id in :orderIds
      """)
  List<OrderRow.VisitColumns> columns(Collection<UUID> orderIds);

  /** See {@link JobSheets#ofTechnician}. */
  @Query(
      value =
          """
          select v.id from orders_visit v
          where v.planned_start >= :from and v.planned_start < :to
          and v.technician_ids @> array[cast(:technicianId as uuid)]
          and v.status not in ('NEW', 'PLANNED', 'ON_HOLD', 'CANCELLED')
          """,
      nativeQuery = true)
  List<UUID> sentTo(UUID technicianId, Instant from, Instant to);

  /** What {@link OrderService#visitsFor} promises, in parts that each have an index. */
  @Query(
      value =
          """
          select v.id from orders_visit v
          where v.planned_start >= :from and v.planned_start < :to and v.status <> 'CANCELLED'
          union
          select v.id from orders_visit v
          where v.status in ('NEW', 'PLANNED') and exists (
            select 1 from orders_visit_window w
            where w.visit_id = v.id
            having bool_or(w.start_at < :to and w.end_at >= :from) or max(w.end_at) < :overdueBefore)
          union
          select v.id from orders_visit v join orders_order o on o.id = v.order_id
          where v.status in ('NEW', 'PLANNED')
          and (o.due_date is null or o.due_date >= :firstDay or o.due_date < :overdueBeforeDay)
          and (o.earliest_date is null or o.earliest_date < :endDay)
          and not exists (select 1 from orders_visit_window w where w.visit_id = v.id)
          """,
      nativeQuery = true)
  List<UUID> idsFor(
      Instant from,
      Instant to,
      LocalDate firstDay,
      LocalDate endDay,
      Instant overdueBefore,
      LocalDate overdueBeforeDay);

  /** Numbers of orders with open visits that need the skill. */
  @Query(
      value =
          "select distinct o.number from orders_order o join orders_visit v on v.order_id = o.id"
              + " join orders_visit_skill s on s.visit_id = v.id where s.skill_id = :skillId"
              + " and v.status not in ('DONE', 'SETTLED', 'INVOICED', 'CANCELLED', 'FAILED')"
              + " order by o.number limit 5",
      nativeQuery = true)
  List<String> ordersNeedingSkill(UUID skillId);

  /** Numbers of orders with open visits that belong to the territory. */
  @Query(
      value =
          "select distinct o.number from orders_order o join orders_visit v on v.order_id = o.id"
              + " where v.territory_id = :territoryId"
              + " and v.status not in ('DONE', 'SETTLED', 'INVOICED', 'CANCELLED', 'FAILED')"
              + " order by o.number limit 5",
      nativeQuery = true)
  List<String> ordersInTerritory(UUID territoryId);

  /** Numbers of orders with open visits whose contact this is. */
  @Query(
      value =
          "select distinct o.number from orders_order o join orders_visit v on v.order_id = o.id"
              + " where o.contact_id = :contactId"
              + " and v.status not in ('DONE', 'SETTLED', 'INVOICED', 'CANCELLED', 'FAILED')"
              + " order by o.number limit 5",
      nativeQuery = true)
  List<String> ordersWithContact(UUID contactId);
}
