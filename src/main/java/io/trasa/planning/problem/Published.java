package io.trasa.planning.problem;

/**
 * Where and when a visit stands in the published plan.
 *
 * @param technician index of the technician
 * @param start seconds since the horizon's start
 * @param nearnessPercent how much a change hurts, in hundredths: the nearer, the more
 */
public record Published(int technician, int start, int nearnessPercent) {}
