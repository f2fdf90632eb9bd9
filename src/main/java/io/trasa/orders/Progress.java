package io.trasa.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a visit really got, in true time; null is "not yet". What the phone tells carries the
 * time of the tap, not of its arrival here.
 *
 * @param dispatchedAt sent to the lead technician, for the last time
 * @param receivedAt that technician's phone has it
 */
@Embeddable
public record Progress(
    @Column @Nullable Instant dispatchedAt,
    @Column @Nullable Instant receivedAt,
    @Column @Nullable Instant acceptedAt,
    @Column @Nullable Instant travelAt,
    @Column @Nullable Instant arrivedAt,
    @Column @Nullable Instant startedAt,
    @Column @Nullable Instant finishedAt) {

  static final Progress NONE = new Progress(null, null, null, null, null, null, null);

  /** After a step that truly happened then. */
  Progress after(VisitStep step, Instant at) {
    return switch (step) {
      case DISPATCH -> new Progress(at, null, null, null, null, null, null);
      case RECALL, HOLD, RESUME, UNPLAN -> NONE;
      case ACCEPT ->
          new Progress(
              dispatchedAt, receivedAt == null ? at : receivedAt, at, null, null, null, null);
      case TRAVEL -> new Progress(dispatchedAt, receivedAt, acceptedAt, at, null, null, null);
      case START ->
          new Progress(
              dispatchedAt,
              receivedAt,
              acceptedAt,
              travelAt,
              arrivedAt == null ? at : arrivedAt,
              at,
              null);
      case FINISH ->
          new Progress(dispatchedAt, receivedAt, acceptedAt, travelAt, arrivedAt, startedAt, at);
      case PLAN, SETTLE, INVOICE, CANCEL, FAIL -> this;
    };
  }

  Progress received(Instant at) {
    return receivedAt != null
        ? this
        : new Progress(dispatchedAt, at, acceptedAt, travelAt, arrivedAt, startedAt, finishedAt);
  }

  Progress arrived(Instant at) {
    return arrivedAt != null
        ? this
        : new Progress(dispatchedAt, receivedAt, acceptedAt, travelAt, at, startedAt, finishedAt);
  }
}
