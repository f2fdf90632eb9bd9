package io.trasa.planning.advice;

import io.trasa.planning.rules.Rule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would have to be allowed so that a rule no longer stands against a change.
 *
 * @param rule that is relaxed
 * @param visit whose times, people or place are relaxed; null where it is the technician's day
 * @param amount by how much, in the rule's unit: of {@link Rule#BREAK} how far one is moved, of
 *     {@link Rule#FROZEN} how much sooner changes are let in, of {@link Rule#CREW} how much later
 *     its pinned members start, of {@link Rule#DEPENDENCY} how much sooner than it may the visit
 *     starts (0: it does not wait at all); of {@link Rule#CREW_INCOMPLETE} how many people more
 *     come
 * @param index of the skill to learn, or of the day's break that moves; −1 for other rules
 * @param level the level to reach; 0 but for {@link Rule#SKILL}
 * @param waitsFor the visit that is waited for; null but for {@link Rule#DEPENDENCY}
 */
public record Relaxation(
    Rule rule, @Nullable UUID visit, long amount, int index, int level, @Nullable UUID waitsFor) {}
