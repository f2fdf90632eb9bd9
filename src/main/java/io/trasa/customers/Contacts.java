package io.trasa.customers;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Contacts extends JpaRepository<Contact, UUID> {

  Page<Contact> findByCustomerIdOrderByNameAscIdAsc(UUID customerId, Pageable page);
}
