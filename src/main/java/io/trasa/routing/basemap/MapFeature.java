package io.trasa.routing.basemap;

import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map.
 *
 * @param shape in world units: the Mercator square from 0 to 1, x east, y south
 */
record MapFeature(Look look, Geometry shape) {}
