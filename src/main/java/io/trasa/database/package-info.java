/** The PostgreSQL that Trasa brings along and runs itself when no database is configured. */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package io.trasa.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
