package io.trasa.settlement.invoices;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface Invoices extends JpaRepository<Invoice, UUID>, JpaSpecificationExecutor<Invoice> {

  Optional<Invoice> findByRequestId(UUID requestId);

  List<Invoice> findByOriginalIdOrderById(UUID originalId);

  @Query(
      value =
          "select distinct l.invoice_id from settlement_invoice_line l"
              + " where l.settlement_id in (:settlementIds)",
      nativeQuery = true)
  List<UUID> idsOf(Collection<UUID> settlementIds);
}
