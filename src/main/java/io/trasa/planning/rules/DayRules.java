package io.trasa.planning.rules;

import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import java.util.EnumMap;
import java.util.Map;

/** The rules that look at a technician's whole day. */
final class DayRules {

  /** How much a rule is broken by a day with these times. */
  @FunctionalInterface
  interface Measure {
    long amount(TechnicianDay day, Timetable times);
  }

  static final Map<Rule, Measure> ALL = new EnumMap<>(Rule.class);

  static {
    ALL.put(Rule.SHIFT, (day, times) -> Math.max(0, times.home() - day.latestHome()));
    ALL.put(Rule.BREAK, (day, times) -> times.brokenBreakSeconds());
    ALL.put(Rule.PARTS, (day, times) -> times.missingPieces());
    ALL.put(Rule.CAPACITY, (day, times) -> times.excessLoad());
    ALL.put(
        Rule.MAX_DRIVING,
        (day, times) -> Math.max(0, times.driveSeconds() - day.maxDriveSeconds()));
    ALL.put(Rule.TRAVEL, (day, times) -> times.driveSeconds());
    ALL.put(Rule.DISTANCE, (day, times) -> times.hectometres());
    ALL.put(
        Rule.WORKING_TIME, (day, times) -> (long) times.workingSeconds() * day.hourPercent() / 100);
    ALL.put(Rule.OVERTIME, (day, times) -> day.overtimeSeconds(times.home()));
    ALL.put(Rule.WAITING, (day, times) -> times.waitingSeconds());
    ALL.put(Rule.WORKLOAD, (day, times) -> times.secondsOverTarget());
    ALL.put(Rule.FAIRNESS, (day, times) -> times.squaredLoadSeconds());
  }

  private DayRules() {}
}
