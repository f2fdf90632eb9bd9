package io.trasa.planning;

import io.trasa.people.Absence;
import io.trasa.people.Shift;
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
  static Presence of(Horizon horizon, List<Shift> shifts, List<Absence> absences) {
    var sorted =
        shifts.stream().sorted(Comparator.comparing((Shift s) -> s.time().start())).toList();
    int from = horizon.seconds(sorted.getFirst().time().start());
    int to = horizon.seconds(sorted.getLast().time().end());
    var away = new ArrayList<Span>();
    for (int i = 1; i < sorted.size(); i++) {
      away.add(
          new Span(
              horizon.seconds(sorted.get(i - 1).time().end()),
              horizon.seconds(sorted.get(i).time().start())));
    }
    absences.forEach(a -> away.add(horizon.clip(a.time().start(), a.time().end())));
    return new Presence(new Span(from, to), Spans.of(away));
  }
}
