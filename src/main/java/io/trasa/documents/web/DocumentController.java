package io.trasa.documents.web;

import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.Outbox;
import io.trasa.documents.Words;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The archive of papers, and where they were sent. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

  private final DocumentService documents;
  private final Outbox outbox;

  DocumentController(DocumentService documents, Outbox outbox) {
    this.documents = documents;
    this.outbox = outbox;
  }

  record DocumentView(
      UUID id,
      DocumentKind kind,
      String number,
      UUID subjectId,
      String language,
      String fileName,
      long size,
      String sha256,
      Instant createdAt,
      String createdBy) {

    static DocumentView of(DocumentService.Entry entry) {
      return new DocumentView(
          entry.id(),
          entry.kind(),
          entry.number(),
          entry.subjectId(),
          entry.language(),
          entry.fileName(),
          entry.size(),
          entry.sha256(),
          entry.createdAt(),
          entry.createdBy());
    }
  }

  /**
   * Where a paper was sent.
   *
   * @param nextTryAt null once it is sent or given up
   */
  record OutgoingView(
      UUID id,
      String email,
      String language,
      Outbox.Status status,
      int tries,
      String lastError,
      @Nullable Instant nextTryAt,
      @Nullable Instant sentAt,
      Instant createdAt,
      String createdBy) {

    static OutgoingView of(Outbox.Outgoing outgoing) {
      return new OutgoingView(
          outgoing.id(),
          outgoing.email(),
          outgoing.language(),
          outgoing.status(),
          outgoing.tries(),
          outgoing.lastError(),
          outgoing.status() == Outbox.Status.QUEUED ? outgoing.dueAt() : null,
          outgoing.sentAt(),
          outgoing.createdAt(),
          outgoing.createdBy());
    }
  }

  /** To whom a paper is to be sent; without a language in that of the paper. */
  record SendForm(
      @NotBlank @Email @Size(max = 254) String email,
      @Nullable @Pattern(regexp = "[a-z]{2}", message = "is not a language such as en or pl")
          String language) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER, Role.WAREHOUSE})
  List<DocumentView> list(@RequestParam UUID subject) {
    return documents.of(subject).stream().map(DocumentView::of).toList();
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER, Role.WAREHOUSE})
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    var entry = documents.get(id);
    return SafeContent.paper(entry.fileName(), documents.content(id));
  }

  @GetMapping("/{id}/outgoing")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER, Role.WAREHOUSE})
  List<OutgoingView> outgoing(@PathVariable UUID id) {
    documents.get(id);
    return outbox.of(id).stream().map(OutgoingView::of).toList();
  }

  @PostMapping("/{id}/send")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT})
  @ResponseStatus(HttpStatus.ACCEPTED)
  List<OutgoingView> send(@PathVariable UUID id, @RequestBody @Valid SendForm form) {
    var language = form.language() == null ? documents.get(id).language() : form.language();
    documents.send(id, form.email().strip(), Words.spoken(language), "");
    return outgoing(id);
  }
}
