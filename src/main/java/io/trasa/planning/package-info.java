/** The engine: assigns visits to technicians and sequences their days; keeps and explains plans. */
@ApplicationModule(
    allowedDependencies = {"common", "security", "web", "orders", "people", "parts", "routing"})
@NullMarked
package io.trasa.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
