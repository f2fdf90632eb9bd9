package io.trasa.fieldwork;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface FieldTimes extends JpaRepository<FieldTime, UUID> {

  List<FieldTime> findByVisitIdInOrderByStartAscIdAsc(Collection<UUID> visitIds);

  List<FieldTime> findByOrderIdOrderByStartAscIdAsc(UUID orderId);

  @Query("select t from FieldTime t where t.visitId = :visitId and t.end is null")
  List<FieldTime> running(UUID visitId);
}
