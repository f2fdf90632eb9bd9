package io.trasa.planning.rules;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;

/**
 * Every rule of planning, once. A rule has a constraint in {@link RuleBook}, a {@link Finding} from
 * {@link Explainer}, a test, and a row in docs/rules.md.
 *
 * <p>Hard rules are never broken by an automatic plan. Medium rules decide which visits stay out.
 * Soft rules are wishes, weighed against each other in seconds.
 */
public enum Rule {
  SKILL("Skills", Level.HARD, Unit.LEVELS, 3600),
  TERRITORY("Territory", Level.HARD, Unit.COUNT, 3600),
  SHIFT("Shift hours", Level.HARD, Unit.SECONDS, 1),
  ABSENCE("Absence", Level.HARD, Unit.SECONDS, 1),
  TIME_WINDOW("Time windows", Level.HARD, Unit.SECONDS, 1),
  PINNED("Pinned visits", Level.HARD, Unit.SECONDS, 1),
  CREW("Crew", Level.HARD, Unit.SECONDS, 1),
  ROAD("Reachable by road", Level.HARD, Unit.COUNT, 3600),
  UNASSIGNED("Unassigned visits", Level.MEDIUM, Unit.POINTS, 2),
  CREW_INCOMPLETE("Incomplete crew", Level.MEDIUM, Unit.POINTS, 1),
  TRAVEL("Driving time", Level.SOFT, Unit.SECONDS, 1),
  PRIORITY("Urgent visits early", Level.SOFT, Unit.SECONDS, 1);

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
    POINTS
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
