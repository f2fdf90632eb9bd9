package io.trasa.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to files that people upload: bounded in size and number, typed by their content. */
@Service
public class FileService {

  /** What an uploaded file is for. */
  public enum Purpose {
    ATTACHMENT,
    PHOTO,
    RECEIPT,
    SIGNATURE,
    LOGO
  }

  /**
   * A stored file.
   *
   * @param ownerId the request, order, visit, … it belongs to
   * @param type found from the content, such as {@code image/jpeg}
   */
  public record Entry(
      UUID id,
      Purpose purpose,
      UUID ownerId,
      String name,
      String type,
      long size,
      Instant createdAt,
      String createdBy) {}

  /**
   * Stores a file, exactly once per id.
   *
   * @param id made by the sender
   * @throws io.trasa.common.InvalidInputException if it is too large, one too many, or of a type
   *     that is not taken (images JPEG, PNG, WebP; PDF for attachments and receipts)
   */
  public Entry store(UUID id, Purpose purpose, UUID ownerId, String name, byte[] content) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws io.trasa.common.NotFoundException if there is none
   */
  public Entry get(UUID id) {
    throw new UnsupportedOperationException();
  }

  public byte[] content(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** The files of one owner, the first one first. */
  public List<Entry> of(UUID ownerId) {
    return List.of();
  }
}
