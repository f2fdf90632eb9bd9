package io.trasa.orders;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StatusChanges extends JpaRepository<StatusChange, UUID> {

  List<StatusChange> findByOrderIdOrderById(UUID orderId);
}
