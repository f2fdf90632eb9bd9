package io.trasa.people;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import io.trasa.common.TimeWindow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A span of true time in which a technician works. Two of one technician never overlap. */
@Entity
@Table(name = "people_shift")
public class Shift extends Stored {

  static final Duration MAX_LENGTH = Duration.ofHours(16);

  private UUID technicianId;
  private Instant startAt;
  private Instant endAt;

  @SuppressWarnings("NullAway") // filled from the database
  protected Shift() {}

  Shift(UUID technicianId, TimeWindow time) {
    requireSaneLength(time);
    this.technicianId = technicianId;
    this.startAt = time.start();
    this.endAt = time.end();
  }

  void move(UUID technicianId, TimeWindow time) {
    requireSaneLength(time);
    this.technicianId = technicianId;
    this.startAt = time.start();
    this.endAt = time.end();
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

  private static void requireSaneLength(TimeWindow time) {
    if (time.length().isZero() || time.length().compareTo(MAX_LENGTH) > 0) {
      throw new InvalidInputException(
          "end",
          time.end(),
          "makes a shift of %s from %s; it may last up to %d hours"
              .formatted(time.length(), time.start(), MAX_LENGTH.toHours()),
          "Maybe the day is wrong.");
    }
  }
}
