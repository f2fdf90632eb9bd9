/** Who does the work: technicians, skills, territories, shifts, absences and vans. */
@ApplicationModule(allowedDependencies = {"common", "security", "web"})
@NullMarked
package io.trasa.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
