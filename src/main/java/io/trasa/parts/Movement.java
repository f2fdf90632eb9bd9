package io.trasa.parts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Some of a part goes from one place to another. Written once; a mistake is put right by another
 * movement.
 *
 * @param quantity more than 0, up to 3 decimals
 * @param reversesId the use that this takes back
 * @param happenedAt true time
 */
record Movement(
    UUID id,
    Kind kind,
    UUID partId,
    BigDecimal quantity,
    Account from,
    Account to,
    @Nullable UUID visitId,
    @Nullable UUID technicianId,
    @Nullable UUID documentId,
    @Nullable UUID reversesId,
    String reason,
    Instant happenedAt) {

  /** Why pieces move. */
  enum Kind {
    RECEIPT,
    TRANSFER,
    USE,
    RETURN,
    ADJUST,
    TAKE_BACK
  }

  static Movement of(
      Kind kind, UUID partId, BigDecimal quantity, Account from, Account to, Instant happenedAt) {
    return new Movement(
        newId(), kind, partId, quantity, from, to, null, null, null, null, "", happenedAt);
  }

  private static UUID newId() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  Movement withId(UUID own) {
    return new Movement(
        own,
        kind,
        partId,
        quantity,
        from,
        to,
        visitId,
        technicianId,
        documentId,
        reversesId,
        reason,
        happenedAt);
  }

  Movement by(@Nullable UUID technician) {
    return new Movement(
        id,
        kind,
        partId,
        quantity,
        from,
        to,
        visitId,
        technician,
        documentId,
        reversesId,
        reason,
        happenedAt);
  }

  Movement during(@Nullable UUID visit) {
    return new Movement(
        id,
        kind,
        partId,
        quantity,
        from,
        to,
        visit,
        technicianId,
        documentId,
        reversesId,
        reason,
        happenedAt);
  }

  Movement under(UUID document, String why) {
    return new Movement(
        id,
        kind,
        partId,
        quantity,
        from,
        to,
        visitId,
        technicianId,
        document,
        reversesId,
        why,
        happenedAt);
  }

  Movement reversing(UUID use) {
    return new Movement(
        id,
        kind,
        partId,
        quantity,
        from,
        to,
        visitId,
        technicianId,
        documentId,
        use,
        reason,
        happenedAt);
  }
}
