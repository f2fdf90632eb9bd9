/** Tells people by mail what happened; only listens. */
@ApplicationModule(allowedDependencies = {"common", "documents"})
@NullMarked
package io.trasa.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
