package io.trasa.routing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface SpeedProfiles extends JpaRepository<SpeedProfile, UUID> {

  Page<SpeedProfile> findAllByOrderByName(Pageable page);

  List<SpeedProfile> findAllByOrderByName();

  Optional<SpeedProfile> findByNameIgnoreCase(String name);
}
