package io.trasa.planning;

import io.trasa.common.TimeWindow;
import io.trasa.orders.VisitBrief;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How much later a visit could begin within its window, or its due day where it has no window. */
final class Slack {

  private Slack() {}

  /**
   * In seconds; negative if it begins too late, {@link Integer#MAX_VALUE} if it may begin at any
   * time.
   */
  static int seconds(VisitBrief visit, Instant start, ZoneId zone) {
    Instant until =
        visit.windows().stream()
            .map(TimeWindow::end)
            .filter(end -> !end.isBefore(start))
            .findFirst()
            .orElseGet(
                () ->
                    visit.windows().isEmpty()
                        ? dueEnd(visit, zone)
                        : visit.windows().getLast().end());
    return until == null
        ? Integer.MAX_VALUE
        : (int)
            Math.clamp(
                Duration.between(start, until).toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static @Nullable Instant dueEnd(VisitBrief visit, ZoneId zone) {
    LocalDate due = visit.dueDate();
    return due == null ? null : due.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
