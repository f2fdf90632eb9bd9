package io.trasa.documents.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with bytes, so that a browser shows or keeps them but never runs anything in them: type
 * as found, no guessing, nothing may be loaded, a name by RFC 5987.
 */
final class SafeContent {

  /** Whatever people sent us. */
  private static final String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'self'";

  /** PDFs of our own making; browsers show no PDF in a sandbox. The portal frames them. */
  private static final String OWN_PAPER =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  private SafeContent() {}

  /** A PDF that we printed. */
  static ResponseEntity<byte[]> paper(String name, byte[] pdf) {
    return answer(
        ContentDisposition.inline(), OWN_PAPER, name, MediaType.APPLICATION_PDF_VALUE, pdf);
  }

  static ResponseEntity<byte[]> picture(String name, String type, byte[] content) {
    return answer(ContentDisposition.inline(), SANDBOX, name, type, content);
  }

  static ResponseEntity<byte[]> toKeep(String name, String type, byte[] content) {
    return answer(ContentDisposition.attachment(), SANDBOX, name, type, content);
  }

  private static ResponseEntity<byte[]> answer(
      ContentDisposition.Builder how, String policy, String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", policy)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            how.filename(name, StandardCharsets.UTF_8).build().toString())
        .body(content);
  }
}
