package io.trasa.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface Technicians
    extends JpaRepository<Technician, UUID>, JpaSpecificationExecutor<Technician> {

  List<Technician> findByActiveTrueOrderByNameAscIdAsc();

  Optional<Technician> findByVanId(UUID vanId);

  @Query("select t from Technician t join t.skills s where s.skillId = :id order by t.name")
  List<Technician> withSkill(UUID id);

  @Query("select t from Technician t where :id member of t.territoryIds order by t.name")
  List<Technician> inTerritory(UUID id);
}
