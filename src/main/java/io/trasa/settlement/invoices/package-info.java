/** Invoices, receipts, credit notes, payments and debts. */
@NamedInterface("invoices")
@NullMarked
package io.trasa.settlement.invoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
