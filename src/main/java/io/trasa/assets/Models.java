package io.trasa.assets;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface Models extends JpaRepository<Model, UUID>, JpaSpecificationExecutor<Model> {

  Optional<Model> findByBrandIgnoreCaseAndNameIgnoreCase(String brand, String name);
}
