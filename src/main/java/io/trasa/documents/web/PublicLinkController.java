package io.trasa.documents.web;

import io.trasa.documents.CompanyService;
import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.LinkService;
import io.trasa.security.AllowedFor;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people without a login see: one document each, by the token of their link. */
@RestController
@RequestMapping("/api/public/links")
class PublicLinkController {

  private final LinkService links;
  private final DocumentService documents;
  private final CompanyService companies;

  PublicLinkController(LinkService links, DocumentService documents, CompanyService companies) {
    this.links = links;
    this.documents = documents;
    this.companies = companies;
  }

  /** The document and who sent it. */
  record LinkView(
      LinkService.Purpose purpose,
      DocumentKind kind,
      String number,
      String language,
      String fileName,
      long size,
      Instant createdAt,
      SenderView company) {}

  record SenderView(String name, String phone, String email) {}

  @GetMapping("/{token}")
  @AllowedFor(everybody = true)
  LinkView open(@PathVariable String token) {
    var link = links.open(token);
    var document = documents.get(link.documentId());
    var company = companies.get();
    return new LinkView(
        link.purpose(),
        document.kind(),
        document.number(),
        document.language(),
        document.fileName(),
        document.size(),
        document.createdAt(),
        new SenderView(company.name(), company.phone(), company.email()));
  }

  @GetMapping(path = "/{token}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @AllowedFor(everybody = true)
  ResponseEntity<byte[]> pdf(@PathVariable String token) {
    var document = documents.get(links.open(token).documentId());
    return SafeContent.paper(document.fileName(), documents.content(document.id()));
  }
}
