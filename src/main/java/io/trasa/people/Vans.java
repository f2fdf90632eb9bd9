package io.trasa.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Vans extends JpaRepository<Van, UUID> {

  Page<Van> findAllByOrderByNameAscPlateAsc(Pageable page);

  Optional<Van> findByPlateIgnoreCase(String plate);
}
