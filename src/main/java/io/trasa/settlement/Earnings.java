package io.trasa.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Earnings extends JpaRepository<Earning, UUID> {

  /** What all rows of a technician come to. */
  interface Sum {
    UUID getTechnicianId();

    BigDecimal getPieces();

    BigDecimal getHours();

    BigDecimal getAmount();

    long getOrders();
  }

  @Query(
      "select e from Earning e where e.day between :from and :to"
          + " and (:technicianId is null or e.technicianId = :technicianId)"
          + " order by e.day, e.id")
  Page<Earning> between(LocalDate from, LocalDate to, @Nullable UUID technicianId, Pageable page);

  @Query(
      "select e.technicianId as technicianId, sum(case when e.kind ="
          + " io.trasa.settlement.Earning.Kind.PIECE then e.amount else 0 end) as pieces, sum(case"
          + " when e.kind <> io.trasa.settlement.Earning.Kind.PIECE then e.amount else 0 end) as"
          + " hours, sum(e.amount) as amount, count(distinct e.orderId) as orders from Earning e"
          + " where e.day between :from and :to and (:technicianId is null or e.technicianId ="
          + " :technicianId) group by e.technicianId order by e.technicianId")
  List<Sum> sums(LocalDate from, LocalDate to, @Nullable UUID technicianId);

  List<Earning> findBySettlementIdOrderById(UUID settlementId);

  boolean existsByCorrectsIdAndReversesTrue(UUID id);
}
