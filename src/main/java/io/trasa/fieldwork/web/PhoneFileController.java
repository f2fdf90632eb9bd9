package io.trasa.fieldwork.web;

import io.trasa.common.InvalidInputException;
import io.trasa.documents.DocumentService;
import io.trasa.documents.FileService;
import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentTechnician;
import io.trasa.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos, receipts and signatures from phones, and reports to them. */
@RestController
@RequestMapping("/api/phone")
class PhoneFileController {

  private final VisitFiles visitFiles;
  private final FileService files;
  private final DocumentService documents;
  private final CurrentTechnician technician;

  PhoneFileController(
      VisitFiles visitFiles,
      FileService files,
      DocumentService documents,
      CurrentTechnician technician) {
    this.visitFiles = visitFiles;
    this.files = files;
    this.documents = documents;
    this.technician = technician;
  }

  /** What a phone uploads files for. */
  enum Purpose {
    PHOTO,
    RECEIPT,
    SIGNATURE
  }

  /** A stored file. */
  record Uploaded(UUID id, UUID visitId, Purpose purpose, String type, long size) {}

  /** Stores a file exactly once per id. */
  @PostMapping("/files")
  @AllowedFor(Role.TECHNICIAN)
  Uploaded upload(
      @RequestParam UUID id,
      @RequestParam UUID visitId,
      @RequestParam Purpose purpose,
      @RequestPart MultipartFile file) {
    var name = file.getOriginalFilename();
    var stored =
        visitFiles.store(
            technician.id(),
            id,
            visitId,
            FileService.Purpose.valueOf(purpose.name()),
            name == null || name.isBlank() ? purpose.name().toLowerCase(Locale.ROOT) : name,
            content(file));
    return new Uploaded(stored.id(), stored.ownerId(), purpose, stored.type(), stored.size());
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException broken) {
      throw new InvalidInputException("file", null, "was cut off", "Send it again.");
    }
  }

  @GetMapping("/files/{id}")
  @AllowedFor(Role.TECHNICIAN)
  ResponseEntity<byte[]> file(@PathVariable UUID id) {
    var entry = visitFiles.own(technician.id(), id);
    return answer(entry.type(), entry.name(), files.content(id));
  }

  /** The report of an own visit as PDF. */
  @GetMapping("/documents/{id}")
  @AllowedFor(Role.TECHNICIAN)
  ResponseEntity<byte[]> document(@PathVariable UUID id) {
    visitFiles.requireOwnReport(technician.id(), id);
    var entry = documents.get(id);
    return answer(MediaType.APPLICATION_PDF_VALUE, entry.fileName(), documents.content(id));
  }

  private static ResponseEntity<byte[]> answer(String type, String name, byte[] content) {
    var shown = ContentDisposition.inline().filename(name, StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, shown.build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePrivate())
        .body(content);
  }
}
