package io.trasa.customers;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface Customers extends JpaRepository<Customer, UUID>, JpaSpecificationExecutor<Customer> {

  @Query(value = "select nextval('customers_number')", nativeQuery = true)
  long nextNumber();
}
