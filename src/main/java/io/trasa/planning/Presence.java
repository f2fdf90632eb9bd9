package io.trasa.planning;

import io.trasa.common.TimeWindow;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a technician is there on a day, in the engine's seconds. Several shifts on a day are one
 * with an absence between them.
 */
record Presence(Span shift, Spans absences) {

  /**
   * @param shifts of the technician on that day, at least one
   */
  static Presence of(Horizon horizon, List<TimeWindow> shifts, List<TimeWindow> absences) {
    var sorted = shifts.stream().sorted(Comparator.comparing(TimeWindow::start)).toList();
    int from = horizon.seconds(sorted.getFirst().start());
    int to = horizon.seconds(sorted.getLast().end());
    var away = new ArrayList<Span>();
    for (int i = 1; i < sorted.size(); i++) {
      away.add(
          new Span(
              horizon.seconds(sorted.get(i - 1).end()), horizon.seconds(sorted.get(i).start())));
    }
    absences.forEach(a -> away.add(horizon.clip(a.start(), a.end())));
    return new Presence(new Span(from, to), Spans.of(away));
  }
}
