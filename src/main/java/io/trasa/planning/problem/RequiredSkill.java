package io.trasa.planning.problem;

/**
 * A skill that a stop asks for.
 *
 * @param skill index into {@link TechnicianDay#skillLevel}
 * @param level the least level, from 1
 */
public record RequiredSkill(int skill, int level) {}
