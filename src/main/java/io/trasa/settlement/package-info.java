/**
 * From the done order to the money: settlement, invoices, payments, earnings; papers with prices.
 */
@ApplicationModule(
    allowedDependencies = {
      "common",
      "security",
      "web",
      "orders",
      "customers",
      "parts",
      "fieldwork",
      "documents"
    })
@NullMarked
package io.trasa.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
