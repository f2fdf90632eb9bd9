/**
 * The planning problem: technicians' days, stops, and the one timetable. Times are seconds since
 * the horizon's start.
 */
@NullMarked
package io.trasa.planning.problem;

import org.jspecify.annotations.NullMarked;
