/** The demo company and its days, made through the same services that a user uses. */
@ApplicationModule(
    allowedDependencies = {
      "common",
      "security",
      "web",
      "customers",
      "people",
      "documents",
      "assets",
      "orders",
      "parts",
      "fieldwork",
      "settlement",
      "settlement :: invoices",
      "planning",
      "routing"
    })
@NullMarked
package io.trasa.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
