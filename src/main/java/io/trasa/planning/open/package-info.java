/**
 * The engine for the systems of others: whole problems in, plans out, nothing stored. {@code
 * OpenProblem} is our own format; {@code Vroom…} translates VROOM's into it and back.
 */
@NullMarked
package io.trasa.planning.open;

import org.jspecify.annotations.NullMarked;
