/** Parts and where they are: catalogue, ledger of movements, pick lists, transfer documents. */
@ApplicationModule(allowedDependencies = {"common", "security", "web", "orders", "people"})
@NullMarked
package io.trasa.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
