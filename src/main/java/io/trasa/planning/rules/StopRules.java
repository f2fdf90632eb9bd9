package io.trasa.planning.rules;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.EnumMap;
import java.util.Map;

/** The rules that look at one stop on a route, whatever stands beside it. */
final class StopRules {

  /**
   * How much a rule is broken by a stop that starts then on that day, driven to from that place.
   */
  @FunctionalInterface
  interface Measure {
    long amount(Stop stop, TechnicianDay day, int placeBefore, int start);
  }

  /** A visit that is added to a pinned route weighs like an hour. */
  private static final int CLOSED_SECONDS = 3600;

  static final Map<Rule, Measure> ALL = new EnumMap<>(Rule.class);

  static {
    ALL.put(Rule.SKILL, (stop, day, from, start) -> stop.missingSkillLevels(day));
    ALL.put(Rule.TERRITORY, (stop, day, from, start) -> count(stop.isOutsideTerritories(day)));
    ALL.put(
        Rule.TECHNICIAN,
        (stop, day, from, start) -> count(stop.isRefused(day)) + count(!stop.mayBeOn(day)));
    ALL.put(
        Rule.ABSENCE,
        (stop, day, from, start) ->
            stop.isVisit() ? day.absences().overlap(start, start + stop.serviceSeconds(day)) : 0);
    ALL.put(
        Rule.TIME_WINDOW,
        (stop, day, from, start) -> stop.isBreak() ? 0 : stop.secondsOutsideWindows(start));
    ALL.put(Rule.CONTRACT, (stop, day, from, start) -> stop.secondsAfterContract(day, start));
    ALL.put(Rule.PINNED, (stop, day, from, start) -> stop.secondsOffPin(day, start));
    ALL.put(
        Rule.FROZEN,
        (stop, day, from, start) ->
            stop.isPinned() || !stop.isVisit()
                ? 0
                : day.isClosed() ? CLOSED_SECONDS : Math.max(0L, (long) day.frozenUntil() - start));
    ALL.put(Rule.ROAD, (stop, day, from, start) -> stop.missingWays(day, from));
    ALL.put(Rule.PRIORITY, (stop, day, from, start) -> stop.urgentDelaySeconds(start));
    ALL.put(Rule.LATENESS, (stop, day, from, start) -> stop.secondsLate(day, start));
    ALL.put(Rule.PROMISE, (stop, day, from, start) -> stop.secondsOffPromise(start));
    ALL.put(Rule.RISK, (stop, day, from, start) -> stop.secondsAtRisk(day, start));
    ALL.put(Rule.PREFERRED_TECHNICIAN, (stop, day, from, start) -> count(stop.isNotPreferred(day)));
    ALL.put(Rule.PREFERRED_TIME, (stop, day, from, start) -> stop.secondsOffPreferredTime(start));
    ALL.put(Rule.EARLIEST_DAY, (stop, day, from, start) -> stop.daysAfterFirst(day));
    ALL.put(Rule.OVERQUALIFIED, (stop, day, from, start) -> stop.spareSkillLevels(day));
    ALL.put(Rule.OTHER_TECHNICIAN, (stop, day, from, start) -> stop.otherTechnicianPercent(day));
    ALL.put(Rule.OTHER_TIME, (stop, day, from, start) -> stop.secondsMoved(start));
  }

  private StopRules() {}

  private static int count(boolean broken) {
    return broken ? 1 : 0;
  }
}
