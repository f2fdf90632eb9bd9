package io.trasa.fieldwork.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Sealed reports, to be read by everybody in the room. */
public interface VisitReports extends JpaRepository<VisitReport, UUID> {

  /** By version within a visit. */
  List<VisitReport> findByVisitIdInOrderByVersion(Collection<UUID> visitIds);

  Optional<VisitReport> findByDocumentId(UUID documentId);
}
