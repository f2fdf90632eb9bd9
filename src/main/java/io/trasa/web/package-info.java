/** What all pages and endpoints share: problem details, paging, the live stream. No business. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "common")
@NullMarked
package io.trasa.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
