package io.trasa.settlement.web;

import io.trasa.documents.DocumentService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.settlement.QuotePapers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quotes on paper. */
@RestController
@RequestMapping("/api/quotes/{id}")
class QuotePaperController {

  private final QuotePapers papers;

  QuotePaperController(QuotePapers papers) {
    this.papers = papers;
  }

  /** The archived paper; its PDF is at {@code /api/documents/{documentId}}. */
  record PaperView(UUID documentId, String number, String language, String fileName) {

    static PaperView of(DocumentService.Entry entry) {
      return new PaperView(entry.id(), entry.number(), entry.language(), entry.fileName());
    }
  }

  record SendForm(@NotBlank @Email @Size(max = 254) String email) {}

  @PostMapping("/paper")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  PaperView print(@PathVariable UUID id) {
    return PaperView.of(papers.print(id));
  }

  /** Mails the paper, with a link that accepts or declines it. */
  @PostMapping("/send")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaperView send(@PathVariable UUID id, @RequestBody @Valid SendForm form) {
    return PaperView.of(papers.send(id, form.email().strip()));
  }
}
