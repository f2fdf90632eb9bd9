/**
 * Shortest ways from many places to many over a contraction hierarchy: GraphHopper prepares it,
 * this copies it into flat arrays and searches them.
 */
@NullMarked
package io.trasa.routing.hierarchy;

import org.jspecify.annotations.NullMarked;
