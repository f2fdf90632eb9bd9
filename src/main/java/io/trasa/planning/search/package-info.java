/**
 * The array search: ruin and recreate on plain int arrays, run as a phase of the solver. {@link
 * io.trasa.planning.search.Model}, {@code Routes} and {@code Sisr} know neither Timefold nor the
 * plan's classes.
 */
@NullMarked
package io.trasa.planning.search;

import org.jspecify.annotations.NullMarked;
