package io.trasa.documents;

import io.trasa.common.InvalidInputException;
import io.trasa.documents.FileService.Purpose;
import java.util.Set;
import org.apache.tika.Tika;

/** What an uploaded file really is, found from its content alone, and whether it is taken. */
final class FileCheck {

  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";
  static final String WEBP = "image/webp";
  static final String PDF = "application/pdf";

  private static final int MEGABYTE = 1_000_000;
  private static final Set<String> PICTURES = Set.of(JPEG, PNG, WEBP);
  private static final Set<String> PAPERS = Set.of(JPEG, PNG, WEBP, PDF);
  private static final Tika TIKA = new Tika();

  private FileCheck() {}

  /** What is to be stored, and its type. */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
  record Checked(String type, byte[] content) {}

  /**
   * @throws InvalidInputException if it is too large, of a type that is not taken, or broken
   */
  static Checked check(Purpose purpose, byte[] content) {
    requireSize(content.length, mostBytes(purpose));
    String type = TIKA.detect(content);
    if (!types(purpose).contains(type)) {
      throw new InvalidInputException(
          "file",
          type,
          "is not taken here",
          "Send one of these: %s."
              .formatted(String.join(", ", types(purpose).stream().sorted().toList())));
    }
    return switch (type) {
      case PDF -> new Checked(type, content);
      case WEBP -> checkedWebp(content);
      case JPEG ->
          new Checked(type, purpose == Purpose.PHOTO ? Photo.upright(content) : readable(content));
      default -> new Checked(type, readable(content));
    };
  }

  private static int mostBytes(Purpose purpose) {
    return switch (purpose) {
      case ATTACHMENT, PHOTO, RECEIPT -> 10 * MEGABYTE;
      case SIGNATURE -> MEGABYTE / 5;
      case LOGO -> MEGABYTE / 2;
    };
  }

  private static Set<String> types(Purpose purpose) {
    return switch (purpose) {
      case ATTACHMENT, RECEIPT -> PAPERS;
      case PHOTO -> PICTURES;
      case SIGNATURE -> Set.of(PNG);
      case LOGO -> Set.of(PNG, JPEG);
    };
  }

  private static void requireSize(int size, int most) {
    if (size == 0) {
      throw new InvalidInputException("file", 0, "is empty", "Maybe the upload broke off; again.");
    }
    if (size > most) {
      throw new InvalidInputException(
          "file",
          size,
          "is larger than %d kB".formatted(most / 1000),
          "Make it smaller and send it again.");
    }
  }

  private static byte[] readable(byte[] picture) {
    Photo.read(picture);
    return picture;
  }

  /** Java cannot decode WebP: size and frame are read, the rest is left to the browser. */
  private static Checked checkedWebp(byte[] content) {
    Webp.requireSound(content);
    return new Checked(WEBP, content);
  }
}
