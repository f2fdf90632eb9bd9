package io.trasa.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Skills extends JpaRepository<Skill, UUID> {

  List<Skill> findAllByOrderByName();

  Page<Skill> findAllByOrderByName(Pageable page);

  Optional<Skill> findByNameIgnoreCase(String name);
}
