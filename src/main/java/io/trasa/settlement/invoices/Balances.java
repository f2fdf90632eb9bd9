package io.trasa.settlement.invoices;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Balances extends JpaRepository<Balance, UUID> {

  /** The balance, alone until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select b from Balance b where b.invoiceId = :invoiceId")
  Optional<Balance> lock(UUID invoiceId);

  String BUCKETS =
      "coalesce(sum(b.open) filter (where b.open > 0 and b.due_on >= :today), 0) as not_due,"
          + " coalesce(sum(b.open) filter (where b.open > 0 and b.due_on < :today"
          + " and b.due_on >= :d30), 0) as to30,"
          + " coalesce(sum(b.open) filter (where b.open > 0 and b.due_on < :d30"
          + " and b.due_on >= :d60), 0) as to60,"
          + " coalesce(sum(b.open) filter (where b.open > 0 and b.due_on < :d60), 0) as over60,"
          + " coalesce(sum(b.open) filter (where b.open < 0), 0) as credit,"
          + " coalesce(sum(b.open), 0) as total, count(*) as documents";

  /** What a customer owes, by age. */
  interface Row {
    /** Null for all together. */
    @Nullable UUID getCustomerId();

    java.math.BigDecimal getNotDue();

    java.math.BigDecimal getTo30();

    java.math.BigDecimal getTo60();

    java.math.BigDecimal getOver60();

    java.math.BigDecimal getCredit();

    java.math.BigDecimal getTotal();

    long getDocuments();
  }

  @Query(
      value =
          "select b.customer_id as customer_id, "
              + BUCKETS
              + " from settlement_balance b where b.open <> 0 group by b.customer_id"
              + " order by sum(b.open) desc, b.customer_id",
      countQuery =
          "select count(distinct b.customer_id) from settlement_balance b where b.open <> 0",
      nativeQuery = true)
  Page<Row> perCustomer(LocalDate today, LocalDate d30, LocalDate d60, Pageable page);

  @Query(
      value =
          "select cast(null as uuid) as customer_id, "
              + BUCKETS
              + " from settlement_balance b where b.open <> 0",
      nativeQuery = true)
  Row all(LocalDate today, LocalDate d30, LocalDate d60);
}
