package io.trasa.assets;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface Operations extends JpaRepository<Operation, UUID>, JpaSpecificationExecutor<Operation> {

  Optional<Operation> findByCodeIgnoreCase(String code);
}
