/**
 * Papers: templates to PDF, the archive that never changes, uploaded files, links for strangers.
 */
@ApplicationModule(allowedDependencies = {"common", "security", "web"})
@NullMarked
package io.trasa.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
