package io.trasa.orders;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Orders extends JpaRepository<Order, UUID>, JpaSpecificationExecutor<Order> {

  @Query(value = "select nextval('orders_number')", nativeQuery = true)
  long nextNumber();

  Optional<Order> findFirstByRequestIdOrderById(UUID requestId);

  /** What lists show of orders. */
  @Query(
      """
      select new io.trasa.orders.OrderRow$Columns(o.id, o.number, o.type, o.keptStatus, o.priority,
        substring(o.reason, 1, 300), substring(o.scope, 1, 300), o.customerId, o.siteId, o.dueDate,
        o.createdAt)
      from Order o where o.id in :ids
      """)
  List<OrderRow.Columns> columns(Collection<UUID> ids);

  /** A part that an order takes along. */
  record Wanted(UUID orderId, PartToCollect part) {}

  /** What of the catalogue these orders take along. */
  @Query(
      """
      select new io.trasa.orders.Orders$Wanted(o.id, p) from Order o join o.partsToCollect p
      where o.id in :ids and p.partId is not null
      """)
  List<Wanted> partsToCollect(Collection<UUID> ids);

  /** The order for a change, alone until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select o from Order o where o.id = :id")
  Optional<Order> lock(UUID id);

  /** As {@link #lock}, for many; all lock in the same sequence, so that none waits in a circle. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select o from Order o where o.id in (select v.order.id from Visit v where v.id in :visitIds)"
          + " order by o.id")
  List<Order> lockOfVisits(Collection<UUID> visitIds);

  /** Writes the status that follows from the visits, without touching version and stamps. */
  @Modifying(flushAutomatically = true)
  @Query(
      value = "update orders_order set status = :status where id in (:ids) and status <> :status",
      nativeQuery = true)
  void keepStatus(String status, Collection<UUID> ids);
}
