package io.trasa.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A dispatcher's word that a visit stays where it breaks hard rules.
 *
 * @param reason why, in his words
 * @param by the user name
 */
@Embeddable
public record Forced(
    @Column(name = "forced_reason") String reason,
    @Column(name = "forced_by") String by,
    @Column(name = "forced_at") Instant at) {

  static final int MAX_REASON = 500;

  /** As finely as the database keeps it: what is read back equals what was stored. */
  public Forced {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
