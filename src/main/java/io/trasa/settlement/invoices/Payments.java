package io.trasa.settlement.invoices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Payments extends JpaRepository<Payment, UUID> {

  Optional<Payment> findByRequestId(UUID requestId);

  List<Payment> findByInvoiceIdOrderById(UUID invoiceId);

  boolean existsByReversesId(UUID id);

  @Query(
      "select p from Payment p where p.paidOn between :from and :to"
          + " and (:method is null or p.method = :method)"
          + " order by p.paidOn desc, p.id desc")
  Page<Payment> between(
      LocalDate from, LocalDate to, Payment.@Nullable Method method, Pageable page);
}
