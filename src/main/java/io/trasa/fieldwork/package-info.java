/** What happens on site: taps and times, checklist, photos, parts used, signature, report. */
@ApplicationModule(
    allowedDependencies = {"common", "security", "web", "orders", "people", "parts", "documents"})
@NullMarked
package io.trasa.fieldwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
