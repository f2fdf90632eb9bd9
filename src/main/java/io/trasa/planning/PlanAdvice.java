package io.trasa.planning;

import java.util.List;

/**
 * What a plan costs.
 *
 * @param total its score with the sign turned; the rules' costs add up to it
 */
public record PlanAdvice(List<PlanStamp> plans, Cost total) {}
