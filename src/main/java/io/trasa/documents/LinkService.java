package io.trasa.documents;

import io.trasa.common.NotFoundException;
import io.trasa.security.CurrentUser;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links for people without a login: each opens one document only, and expires. */
@Service
@Transactional
public class LinkService {

  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_TOKEN = 64;

  /** What the holder of a link may do beside reading the document. */
  public enum Purpose {
    READ,
    ANSWER_QUOTE
  }

  /** What a link leads to. */
  public record Link(UUID documentId, Purpose purpose) {}

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient db;
  private final CurrentUser user;
  private final Clock clock;
  private final String baseUrl;

  LinkService(
      JdbcClient db, CurrentUser user, Clock clock, @Value("${trasa.base-url}") String baseUrl) {
    this.db = db;
    this.user = user;
    this.clock = clock;
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /** The whole address of a new link; the token is stored as a hash only. */
  public String issue(UUID documentId, Purpose purpose, Duration validFor) {
    var secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    db.sql(
            """
            insert into documents_link (token_sha256, document_id, purpose, expires_at, created_at,
              created_by)
            values (:hash, :document, :purpose, :expires, :now, :by)
            """)
        .param("hash", Sha256.of(token))
        .param("document", documentId)
        .param("purpose", purpose.name())
        .param("expires", now.plus(validFor))
        .param("now", now)
        .param("by", user.name())
        .update();
    return baseUrl + "/p/" + token;
  }

  /**
   * @throws NotFoundException if it is unknown or has expired; both look alike
   */
  @Transactional(readOnly = true)
  public Link open(String token) {
    // The message names no token: what people type here should not stand in logs.
    return db.sql(
            """
            select document_id, purpose from documents_link
            where token_sha256 = :hash and expires_at > :now
            """)
        .param("hash", token.length() > LONGEST_TOKEN ? "" : Sha256.of(token))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, n) -> new Link(row.getObject(1, UUID.class), Purpose.valueOf(row.getString(2))))
        .optional()
        .orElseThrow(() -> new NotFoundException("open link", "with this address"));
  }
}
