package io.trasa.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Absences extends JpaRepository<Absence, UUID> {

  @Query(
      value =
          "select * from people_absence where tstzrange(start_at, end_at) && tstzrange(:from, :to)"
              + " order by start_at, id",
      nativeQuery = true)
  List<Absence> touching(Instant from, Instant to);

  @Query(
      "select a from Absence a where a.technicianId = :technicianId and a.startAt < :to"
          + " and a.endAt > :from order by a.startAt")
  List<Absence> touching(UUID technicianId, Instant from, Instant to);
}
