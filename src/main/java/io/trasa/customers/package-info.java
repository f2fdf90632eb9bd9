/** Who asks and where the equipment stands: customers, their sites and contacts. */
@ApplicationModule(allowedDependencies = {"common", "security", "web"})
@NullMarked
package io.trasa.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
