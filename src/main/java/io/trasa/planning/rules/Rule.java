package io.trasa.planning.rules;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;

/**
 * Every rule of planning, once. A rule has its measure in {@link StopRules}, {@link DayRules} or
 * {@link TieRules}, a test, and a row in docs/rules.md; the constraint and the {@link Finding} both
 * read the measure.
 *
 * <p>Hard rules are never broken by an automatic plan. Medium rules decide which visits stay out.
 * Soft rules are wishes, weighed against each other in seconds of driving.
 */
public enum Rule {
  SKILL("Skills", Level.HARD, Unit.LEVELS, 3600),
  TERRITORY("Territory", Level.HARD, Unit.COUNT, 3600),
  TECHNICIAN("Required and prohibited technicians", Level.HARD, Unit.COUNT, 3600),
  SHIFT("Shift hours", Level.HARD, Unit.SECONDS, 1),
  ABSENCE("Absence", Level.HARD, Unit.SECONDS, 1),
  BREAK("Breaks", Level.HARD, Unit.SECONDS, 1),
  TIME_WINDOW("Time windows", Level.HARD, Unit.SECONDS, 1),
  CONTRACT("Contractual end", Level.HARD, Unit.SECONDS, 1),
  PINNED("Pinned visits", Level.HARD, Unit.SECONDS, 1),
  FROZEN("Frozen until", Level.HARD, Unit.SECONDS, 1),
  CREW("Crew", Level.HARD, Unit.SECONDS, 1),
  DEPENDENCY("Dependencies", Level.HARD, Unit.SECONDS, 1),
  PARTS("Parts and tools on the van", Level.HARD, Unit.PIECES, 3600),
  CAPACITY("Vehicle capacity", Level.HARD, Unit.UNITS, 1),
  MAX_DRIVING("Most driving", Level.HARD, Unit.SECONDS, 1),
  ROAD("Reachable by road", Level.HARD, Unit.COUNT, 3600),
  UNASSIGNED("Unassigned visits", Level.MEDIUM, Unit.POINTS, 2),
  CREW_INCOMPLETE("Incomplete crew", Level.MEDIUM, Unit.POINTS, 1),
  TRAVEL("Driving time", Level.SOFT, Unit.SECONDS, 1),
  DISTANCE("Distance", Level.SOFT, Unit.HECTOMETRES, 2),
  WORKING_TIME("Paid time", Level.SOFT, Unit.SECONDS, 0),
  OVERTIME("Overtime", Level.SOFT, Unit.SECONDS, 2),
  WAITING("Waiting", Level.SOFT, Unit.SECONDS, 0),
  PRIORITY("Urgent visits early", Level.SOFT, Unit.SECONDS, 1),
  LATENESS("Lateness", Level.SOFT, Unit.SECONDS, 3),
  PROMISE("Promised time", Level.SOFT, Unit.SECONDS, 5),
  RISK("Risk of being late", Level.SOFT, Unit.SECONDS, 1),
  PREFERRED_TECHNICIAN("Preferred technician", Level.SOFT, Unit.COUNT, 900),
  PREFERRED_TIME("Preferred time", Level.SOFT, Unit.SECONDS, 1),
  EARLIEST_DAY("Earliest day", Level.SOFT, Unit.DAYS, 60),
  OVERQUALIFIED("Unnecessary skill", Level.SOFT, Unit.LEVELS, 120),
  OTHER_TECHNICIAN("Other technician than published", Level.SOFT, Unit.PERCENT, 18),
  OTHER_TIME("Other time than published", Level.SOFT, Unit.SECONDS, 1),
  WORKLOAD("Workload of a day", Level.SOFT, Unit.SECONDS, 1),
  FAIRNESS("Fair load", Level.SOFT, Unit.SECONDS, 0);

  /** How much a rule matters: a worse hard level is never bought by a better soft one. */
  public enum Level {
    HARD,
    MEDIUM,
    SOFT
  }

  /** What a rule's amount counts. */
  public enum Unit {
    SECONDS,
    LEVELS,
    COUNT,
    PIECES,
    UNITS,
    POINTS,
    HECTOMETRES,
    DAYS,
    PERCENT
  }

  private final String title;
  private final Level level;
  private final Unit unit;
  private final long defaultWeight;

  Rule(String title, Level level, Unit unit, long defaultWeight) {
    this.title = title;
    this.level = level;
    this.unit = unit;
    this.defaultWeight = defaultWeight;
  }

  public String title() {
    return title;
  }

  public Level level() {
    return level;
  }

  public Unit unit() {
    return unit;
  }

  /** The score of weight one on this rule's level; the plan's policy multiplies it. */
  HardMediumSoftScore one() {
    return switch (level) {
      case HARD -> HardMediumSoftScore.ONE_HARD;
      case MEDIUM -> HardMediumSoftScore.ONE_MEDIUM;
      case SOFT -> HardMediumSoftScore.ONE_SOFT;
    };
  }

  /** What one unit of the amount costs, on the rule's own level. */
  public long defaultWeight() {
    return defaultWeight;
  }
}
