package io.trasa.fieldwork.web;

import io.trasa.common.NotFoundException;
import io.trasa.documents.FileService;
import io.trasa.documents.FileService.Purpose;
import io.trasa.fieldwork.ReportDue;
import io.trasa.fieldwork.report.VisitReports;
import io.trasa.orders.JobSheets;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files and papers of visits, as far as a technician may have them. */
@Component
class VisitFiles {

  private final FileService files;
  private final JobSheets sheets;
  private final VisitReports reports;
  private final ApplicationEventPublisher events;

  VisitFiles(
      FileService files, JobSheets sheets, VisitReports reports, ApplicationEventPublisher events) {
    this.files = files;
    this.sheets = sheets;
    this.reports = reports;
    this.events = events;
  }

  @Transactional
  FileService.Entry store(
      UUID technicianId, UUID id, UUID visitId, Purpose purpose, String name, byte[] content) {
    requireOwn(visitId, technicianId);
    var stored = files.store(id, purpose, visitId, name, content);
    if (purpose == Purpose.PHOTO) {
      events.publishEvent(new ReportDue(visitId));
    }
    return stored;
  }

  List<PhoneVisitView.Photo> photosOf(UUID visitId) {
    return files.of(visitId).stream()
        .filter(file -> file.purpose() == Purpose.PHOTO)
        .map(file -> new PhoneVisitView.Photo(file.id(), file.name()))
        .toList();
  }

  FileService.Entry own(UUID technicianId, UUID fileId) {
    var file = files.get(fileId);
    requireOwn(file.ownerId(), technicianId);
    return file;
  }

  void requireOwnReport(UUID technicianId, UUID documentId) {
    var report =
        reports
            .findByDocumentId(documentId)
            .orElseThrow(() -> new NotFoundException("report", documentId));
    requireOwn(report.visitId(), technicianId);
  }

  private void requireOwn(UUID visitId, UUID technicianId) {
    if (!sheets.of(visitId).technicianIds().contains(technicianId)) {
      throw new AccessDeniedException(
          "This visit is not yours. Maybe it was given to somebody else; call the office.");
    }
  }
}
