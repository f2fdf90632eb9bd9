package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Declines extends JpaRepository<Decline, UUID> {

  /** Of those visits that were not sent again since. */
  default List<Decline> of(Collection<VisitBrief> visits) {
    return findAllById(
        visits.stream()
            .filter(visit -> visit.status().waitsToBeSent())
            .map(VisitBrief::id)
            .toList());
  }
}
