package io.trasa.documents.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with bytes that people gave us, so that a browser shows or keeps them but never runs
 * anything in them: type as found, no guessing, a sandbox, a name by RFC 5987.
 */
final class SafeContent {

  /** Our own pages may frame a PDF, as the portal does. */
  private static final String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'self'";

  private SafeContent() {}

  static ResponseEntity<byte[]> inline(String name, String type, byte[] content) {
    return answer(ContentDisposition.inline(), name, type, content);
  }

  static ResponseEntity<byte[]> toKeep(String name, String type, byte[] content) {
    return answer(ContentDisposition.attachment(), name, type, content);
  }

  private static ResponseEntity<byte[]> answer(
      ContentDisposition.Builder how, String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", SANDBOX)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            how.filename(name, StandardCharsets.UTF_8).build().toString())
        .body(content);
  }
}
