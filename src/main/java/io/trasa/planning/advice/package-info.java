/** What would be if: changes tried on a plan as it stands, measured by the same rules. */
@NullMarked
package io.trasa.planning.advice;

import org.jspecify.annotations.NullMarked;
