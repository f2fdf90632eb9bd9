package io.trasa.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Shifts extends JpaRepository<Shift, UUID> {

  /** A shift lasts 16 hours at most: the bound on the start lets the index find the few. */
  @Query(
      "select s from Shift s where s.startAt < :to and s.endAt > :from and s.startAt > :earliest"
          + " order by s.startAt, s.id")
  List<Shift> touching(Instant from, Instant to, Instant earliest);

  @Query(
      "select s from Shift s where s.technicianId = :technicianId and s.startAt < :to"
          + " and s.endAt > :from order by s.startAt")
  List<Shift> touching(UUID technicianId, Instant from, Instant to);
}
