/**
 * Who somebody is and what he may do: users, roles, sessions; every endpoint names its roles here.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {"common", "web"})
@NullMarked
package io.trasa.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
