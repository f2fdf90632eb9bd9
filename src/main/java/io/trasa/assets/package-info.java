/** The register of devices and of the work done on them: operations, assets, warranties. */
@ApplicationModule(allowedDependencies = {"common", "security", "web", "customers"})
@NullMarked
package io.trasa.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
