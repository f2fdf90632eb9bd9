package io.trasa.fieldwork;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a technician told by phone, and what came of it. Written once.
 *
 * @param id made by the phone
 * @param orderId null if the visit is unknown
 * @param at when it truly happened
 * @param clockCorrected the phone's clock was ahead, so the time of arrival here was taken
 * @param problem why it was refused; null if it was applied
 */
public record FieldAction(
    UUID id,
    UUID technicianId,
    Kind kind,
    UUID visitId,
    @Nullable UUID orderId,
    Instant at,
    Instant receivedAt,
    boolean clockCorrected,
    Payload payload,
    @Nullable Refusal problem) {

  /** What can be told; in brackets what the payload needs. */
  public enum Kind {
    /** The phone has the visit. */
    RECEIVED,
    ACCEPT,
    /** [reason] */
    DECLINE,
    TRAVEL,
    ARRIVE,
    START,
    PAUSE,
    RESUME,
    FINISH,
    /** Went in vain [reason]. */
    FAIL,
    /** [itemIndex, done; note and text if wished] */
    CHECK,
    /** [text] */
    NOTE,
    /** [partId, quantity]; its id is the usage's. */
    PART_USED,
    /** [usageId] */
    PART_TAKEN_BACK,
    /** Bought outside [text, quantity, cost; fileId of the receipt]. */
    PURCHASE,
    /** How much of an operation was done [operationId or text, quantity]; 0 means none. */
    OPERATION,
    /** [name and fileId, or the reason why nobody signed; signedAt] */
    SIGN,
    /** A note or a purchase was a mistake [usageId]. */
    WITHDRAW;

    /** True for the taps that move the technician along the visit. */
    public boolean isProgress() {
      return compareTo(ACCEPT) >= 0 && compareTo(FAIL) <= 0;
    }

    /** True for what costs, and so cannot be told any more once the visit is settled. */
    boolean isCharged() {
      return switch (this) {
        case PART_USED, PART_TAKEN_BACK, PURCHASE, OPERATION, WITHDRAW -> true;
        default -> false;
      };
    }
  }

  /** Why something was refused: a code for programs, and words. */
  public record Refusal(String code, String text) {}

  /** As a phone sends it. */
  public record Sent(UUID id, Kind kind, UUID visitId, Instant at, Payload payload) {}

  public boolean isApplied() {
    return problem == null;
  }

  /** The same, refused; what it said is dropped where it is too much to keep. */
  FieldAction refused(String code, String text) {
    return new FieldAction(
        id,
        technicianId,
        kind,
        visitId,
        orderId,
        at,
        receivedAt,
        clockCorrected,
        payload.isShort() ? payload : Payload.EMPTY,
        new Refusal(code, text));
  }

  /** The same with other words. */
  FieldAction saying(Payload other) {
    return new FieldAction(
        id, technicianId, kind, visitId, orderId, at, receivedAt, clockCorrected, other, problem);
  }
}
