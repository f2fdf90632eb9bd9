package io.trasa.planning;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Scenarios extends JpaRepository<Scenario, UUID> {

  /** Those that have a day in this time, the oldest first. */
  @Query(
      """
      select s from Scenario s
      where s.firstDay < :to and :from < s.firstDay + s.days day
      order by s.createdAt, s.id
      """)
  List<Scenario> touching(LocalDate from, LocalDate to);

  /** Which nobody else changes until this transaction ends; not to be loaded before. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Scenario s where s.id = :id")
  Optional<Scenario> locked(UUID id);
}
