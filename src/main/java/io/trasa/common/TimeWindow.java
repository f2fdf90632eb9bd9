package io.trasa.common;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** A span of true time, start inclusive, end exclusive; the end is never before the start. */
@Embeddable
public record TimeWindow(Instant start, Instant end) {

  public TimeWindow {
    if (end.isBefore(start)) {
      throw new InvalidInputException(
          "end", end, "is before the start " + start, "Maybe start and end are swapped.");
    }
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /** True when the two share more than a single instant. */
  public boolean overlaps(TimeWindow other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
