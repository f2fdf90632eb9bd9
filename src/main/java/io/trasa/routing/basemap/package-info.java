/** The base map: vector tiles drawn from the same extract as the roads. */
@NullMarked
package io.trasa.routing.basemap;

import org.jspecify.annotations.NullMarked;
