/**
 * The road network: travel times, routes along roads, and from the same data addresses and the base
 * map.
 */
@ApplicationModule(allowedDependencies = {"common", "security", "web"})
@NullMarked
package io.trasa.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
