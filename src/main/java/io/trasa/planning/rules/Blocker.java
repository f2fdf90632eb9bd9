package io.trasa.planning.rules;

import io.trasa.planning.problem.TechnicianDay;

/**
 * What keeps a stop off one technician's day: the rule that its best place there would break.
 *
 * @param rule a hard rule, or {@link Rule#UNASSIGNED} if it would fit there after all
 * @param amount in the rule's unit: how much is missing
 */
public record Blocker(TechnicianDay day, Rule rule, long amount) {}
