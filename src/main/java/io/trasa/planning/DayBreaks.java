package io.trasa.planning;

import io.trasa.people.BreakTime;
import io.trasa.people.Technician;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The breaks that a technician's working day asks for on a certain day. */
final class DayBreaks {

  private DayBreaks() {}

  /**
   * In the engine's seconds, as far as the shift goes: what would begin before it, after it or
   * within an absence is not asked for. An end of a shift after midnight has its breaks of the
   * following day.
   */
  static List<Break> of(Technician technician, LocalDate day, Presence presence, Horizon horizon) {
    var breaks = new ArrayList<Break>();
    for (int days = 0; days <= 1; days++) {
      for (BreakTime time : technician.workingDay().breaks()) {
        LocalDate date = day.plusDays(days);
        int seconds = 60 * time.minutes();
        int from = horizon.seconds(date.atTime(time.earliest()).atZone(horizon.zone()).toInstant());
        int to = horizon.seconds(date.atTime(time.latest()).atZone(horizon.zone()).toInstant());
        from = Math.max(from, presence.shift().from());
        to = Math.min(to, presence.shift().to() - seconds);
        if (from <= to && isFree(presence, from, to, seconds)) {
          breaks.add(new Break(Stop.ANYWHERE, new Span(from, to), seconds));
        }
      }
    }
    return breaks;
  }

  /** True if the technician is there for a whole break, at its first moment or after an absence. */
  private static boolean isFree(Presence presence, int from, int to, int seconds) {
    var absences = presence.absences();
    boolean free = absences.overlap(from, from + seconds) == 0;
    for (int i = 0; i < absences.count(); i++) {
      int back = absences.to(i);
      free |= back >= from && back <= to && absences.overlap(back, back + seconds) == 0;
    }
    return free;
  }
}
