package io.trasa.parts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface Parts extends JpaRepository<Part, UUID>, JpaSpecificationExecutor<Part> {

  Optional<Part> findByCodeIgnoreCase(String code);

  Optional<Part> findByBarcode(String barcode);

  List<Part> findByActiveTrueAndMinOnVanGreaterThanOrderByCodeAscIdAsc(BigDecimal least);
}
