package io.trasa.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PlanningPolicies extends JpaRepository<PlanningPolicy, UUID> {

  List<PlanningPolicy> findAllByOrderByName();

  Optional<PlanningPolicy> findByNameIgnoreCase(String name);

  Optional<PlanningPolicy> findByStandardTrue();

  @Query("select r from PolicyRevision r where r.policyId = :policyId and r.number = :number")
  Optional<PolicyRevision> revision(UUID policyId, int number);

  @Query("select r from PolicyRevision r where r.policyId = :policyId order by r.number desc")
  List<PolicyRevision> revisions(UUID policyId);
}
