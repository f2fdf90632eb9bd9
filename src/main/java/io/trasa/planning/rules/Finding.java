package io.trasa.planning.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule's word about one visit or one technician's day in a plan.
 *
 * @param visit null where the rule speaks of the whole day
 * @param day the technician's day, null where the visit is unassigned
 * @param amount in the rule's unit, above 0
 */
public record Finding(Rule rule, @Nullable UUID visit, @Nullable String day, long amount) {}
