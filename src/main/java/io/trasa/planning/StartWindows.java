package io.trasa.planning;

import io.trasa.common.TimeWindow;
import io.trasa.orders.VisitBrief;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When the work of a visit may begin, in the engine's seconds. */
final class StartWindows {

  /** Stands for windows that have all passed: nobody works in the first second of the horizon. */
  private static final Span PASSED = new Span(0, 0);

  private StartWindows() {}

  /**
   * Without windows of its own a visit may start from its earliest day until its due day ends;
   * overdue ones any time.
   *
   * @param notBefore what lies before it has passed
   */
  static Spans of(VisitBrief visit, Horizon horizon, Instant notBefore) {
    var spans = new ArrayList<Span>();
    for (TimeWindow window :
        visit.windows().isEmpty() ? untilDue(visit, horizon) : visit.windows()) {
      if (window.start().isBefore(horizon.end()) && !window.end().isBefore(notBefore)) {
        Instant start = window.start().isBefore(notBefore) ? notBefore : window.start();
        spans.add(horizon.clip(start, window.end()));
      }
    }
    return Spans.of(spans.isEmpty() ? List.of(PASSED) : spans);
  }

  private static List<TimeWindow> untilDue(VisitBrief visit, Horizon horizon) {
    LocalDate earliest = visit.earliestDate();
    Instant start =
        earliest == null || !earliest.isAfter(horizon.from())
            ? horizon.start()
            : earliest.atStartOfDay(horizon.zone()).toInstant();
    LocalDate due = visit.dueDate();
    Instant end =
        due == null || due.isBefore(horizon.from())
            ? horizon.end()
            : due.plusDays(1).atStartOfDay(horizon.zone()).toInstant();
    return List.of(new TimeWindow(start, end));
  }
}
