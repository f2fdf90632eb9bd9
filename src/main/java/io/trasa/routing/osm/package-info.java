/** Reading OpenStreetMap files. */
@NullMarked
package io.trasa.routing.osm;

import org.jspecify.annotations.NullMarked;
