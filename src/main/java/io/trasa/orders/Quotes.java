package io.trasa.orders;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Quotes extends JpaRepository<Quote, UUID>, JpaSpecificationExecutor<Quote> {

  @Query(value = "select nextval('orders_quote_number')", nativeQuery = true)
  long nextNumber();

  boolean existsByRequestId(UUID requestId);

  List<Quote> findByRequestIdOrderById(UUID requestId);

  /** The quote for a change, alone until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select q from Quote q where q.id = :id")
  Optional<Quote> lock(UUID id);

  @Query(
      "select q.number from Quote q where q.contactId = :contactId and q.orderId is null and"
          + " q.status <> 'DECLINED'")
  List<String> withContact(UUID contactId);
}
