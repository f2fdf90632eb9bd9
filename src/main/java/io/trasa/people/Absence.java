package io.trasa.people;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import io.trasa.common.TimeWindow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A span of true time in which a technician does not work, whatever the shifts say. */
@Entity
@Table(name = "people_absence")
public class Absence extends Stored {

  static final Duration MAX_LENGTH = Duration.ofDays(400);

  /** Why somebody is away. */
  public enum Reason {
    ILLNESS,
    HOLIDAY,
    TRAINING,
    OTHER
  }

  private UUID technicianId;
  private Instant startAt;
  private Instant endAt;

  @Enumerated(EnumType.STRING)
  private Reason reason;

  private String note;

  @SuppressWarnings("NullAway") // filled from the database
  protected Absence() {}

  Absence(UUID technicianId, TimeWindow time, Reason reason, String note) {
    requireSaneLength(time);
    this.technicianId = technicianId;
    this.startAt = time.start();
    this.endAt = time.end();
    this.reason = reason;
    this.note = note;
  }

  void describe(UUID technicianId, TimeWindow time, Reason reason, String note) {
    requireSaneLength(time);
    this.technicianId = technicianId;
    this.startAt = time.start();
    this.endAt = time.end();
    this.reason = reason;
    this.note = note;
  }

  public Instant start() {
    return startAt;
  }

  public Instant end() {
    return endAt;
  }

  public UUID technicianId() {
    return technicianId;
  }

  public TimeWindow time() {
    return new TimeWindow(startAt, endAt);
  }

  public Reason reason() {
    return reason;
  }

  public String note() {
    return note;
  }

  private static void requireSaneLength(TimeWindow time) {
    if (time.length().isZero() || time.length().compareTo(MAX_LENGTH) > 0) {
      throw new InvalidInputException(
          "end",
          time.end(),
          "makes an absence of %s from %s; it may last up to %d days"
              .formatted(time.length(), time.start(), MAX_LENGTH.toDays()),
          "Maybe the year is wrong.");
    }
  }
}
