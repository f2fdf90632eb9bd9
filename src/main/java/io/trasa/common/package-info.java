/** Small value types that every room may use; imports none of ours. */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package io.trasa.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
