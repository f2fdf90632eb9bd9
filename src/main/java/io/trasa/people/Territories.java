package io.trasa.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Territories extends JpaRepository<Territory, UUID> {

  List<Territory> findAllByOrderByName();

  Page<Territory> findAllByOrderByName(Pageable page);

  Optional<Territory> findByNameIgnoreCase(String name);
}
