package io.trasa.settlement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Settlements extends JpaRepository<Settlement, UUID> {

  Optional<Settlement> findByRequestId(UUID requestId);

  Optional<Settlement> findByOrderId(UUID orderId);

  @Query(
      "select s from Settlement s where (:payerId is null or s.payerId = :payerId)"
          + " order by s.id desc")
  Page<Settlement> newestFirst(@Nullable UUID payerId, Pageable page);

  /** The ids of those that wait for an invoice, the oldest first. */
  @Query(
      value =
          "select w.settlement_id from settlement_to_invoice w"
              + " where (cast(:payerId as uuid) is null or w.payer_id = :payerId)"
              + " order by w.settlement_id",
      countQuery =
          "select count(*) from settlement_to_invoice w"
              + " where (cast(:payerId as uuid) is null or w.payer_id = :payerId)",
      nativeQuery = true)
  Page<UUID> toInvoice(@Nullable UUID payerId, Pageable page);

  @Query(
      value = "select settlement_id from settlement_to_invoice where settlement_id in (:ids)",
      nativeQuery = true)
  List<UUID> waitingOf(Collection<UUID> ids);

  @Modifying(flushAutomatically = true)
  @Query(
      value =
          "insert into settlement_to_invoice (settlement_id, payer_id)"
              + " select id, payer_id from settlement_settlement where id in (:ids)"
              + " on conflict do nothing",
      nativeQuery = true)
  int wait(Collection<UUID> ids);

  /**
   * @return how many of them were still waiting
   */
  @Modifying(flushAutomatically = true)
  @Query(
      value = "delete from settlement_to_invoice where settlement_id in (:ids)",
      nativeQuery = true)
  int stopWaiting(Collection<UUID> ids);
}
