package io.trasa.customers;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Sites extends JpaRepository<Site, UUID> {

  Page<Site> findByCustomerIdOrderByNameAscIdAsc(UUID customerId, Pageable page);
}
