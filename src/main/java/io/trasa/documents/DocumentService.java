package io.trasa.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to the archive: papers are stored once, with the hash of their content, for ever. */
@Service
public class DocumentService {

  /** A paper in the archive. */
  public record Entry(
      UUID id,
      DocumentKind kind,
      String number,
      UUID subjectId,
      String language,
      String fileName,
      long size,
      String sha256,
      Instant createdAt,
      String createdBy) {}

  /** Stores a paper; it cannot be changed or removed any more. */
  public Entry archive(NewDocument document) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws io.trasa.common.NotFoundException if there is none
   */
  public Entry get(UUID id) {
    throw new UnsupportedOperationException();
  }

  /**
   * The bytes as they were archived.
   *
   * @throws IllegalStateException if they do not match their hash any more
   */
  public byte[] content(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** The papers of an order, a quote, …; the newest first. */
  public List<Entry> of(UUID subjectId) {
    return List.of();
  }

  /**
   * Sends a paper by e-mail, with what comes of it kept and shown; in the running transaction only
   * the wish is written.
   *
   * @param link an address to put into the text, such as for accepting a quote; may be empty
   */
  public void send(UUID documentId, String email, String language, String link) {
    throw new UnsupportedOperationException();
  }
}
