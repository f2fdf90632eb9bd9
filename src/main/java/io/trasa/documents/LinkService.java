package io.trasa.documents;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Links for people without a login: each opens one document only, and expires. */
@Service
public class LinkService {

  /** What the holder of a link may do beside reading the document. */
  public enum Purpose {
    READ,
    ANSWER_QUOTE
  }

  /** What a link leads to. */
  public record Link(UUID documentId, Purpose purpose) {}

  /** The whole address of a new link; the token is stored as a hash only. */
  public String issue(UUID documentId, Purpose purpose, Duration validFor) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws io.trasa.common.NotFoundException if it is unknown or has expired; both look alike
   */
  public Link open(String token) {
    throw new UnsupportedOperationException();
  }
}
