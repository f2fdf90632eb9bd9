package io.trasa.orders;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RecurrenceOccurrences
    extends JpaRepository<RecurrenceOccurrence, RecurrenceOccurrence.Key> {

  @Query(
      "select o.key.dueOn from RecurrenceOccurrence o"
          + " where o.key.recurrenceId = :recurrenceId and o.key.dueOn >= :from")
  Set<LocalDate> days(UUID recurrenceId, LocalDate from);

  @Query(
      "select o from RecurrenceOccurrence o where o.key.recurrenceId = :recurrenceId"
          + " order by o.key.dueOn desc")
  Page<RecurrenceOccurrence> latest(UUID recurrenceId, Pageable page);
}
