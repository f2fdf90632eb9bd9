/** Sealed reports of finished visits: paper, archive, mail. Knows the room's root, not its web. */
@NullMarked
package io.trasa.fieldwork.report;

import org.jspecify.annotations.NullMarked;
