/** Trasa; each package below is a room, and its package-info says what for. */
@NullMarked
package io.trasa;

import org.jspecify.annotations.NullMarked;
