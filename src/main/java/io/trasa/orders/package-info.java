/** The hall: orders, their visits, statuses and the legal steps between them. */
@ApplicationModule(
    allowedDependencies = {"common", "security", "web", "customers", "people", "assets"})
@NullMarked
package io.trasa.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
