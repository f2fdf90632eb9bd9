package io.trasa.orders;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Requests extends JpaRepository<Request, UUID>, JpaSpecificationExecutor<Request> {

  @Query(value = "select nextval('orders_request_number')", nativeQuery = true)
  long nextNumber();

  Optional<Request> findBySenderKey(UUID senderKey);

  /** The request for a change, alone until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Request r where r.id = :id")
  Optional<Request> lock(UUID id);

  @Query("select r.number from Request r where r.contactId = :contactId and r.status in :open")
  List<String> withContact(UUID contactId, Collection<Request.Status> open);
}
