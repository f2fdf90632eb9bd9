/**
 * The road network: travel times, routes along roads, and the base map drawn from the same data.
 */
@ApplicationModule(allowedDependencies = {"common", "security", "web"})
@NullMarked
package io.trasa.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
