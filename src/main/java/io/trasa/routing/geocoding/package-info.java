/** From a written address to a place on the map and back. */
@NullMarked
package io.trasa.routing.geocoding;

import org.jspecify.annotations.NullMarked;
