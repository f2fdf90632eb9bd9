/** What a plan must keep and what it should wish for: one rule, one constraint, one finding. */
@NullMarked
package io.trasa.planning.rules;

import org.jspecify.annotations.NullMarked;
