package io.trasa.settlement.invoices;

import java.util.UUID;

/**
 * An invoice, receipt or credit note was issued.
 *
 * @param email where its paper is to be sent; empty if nowhere
 */
public record InvoiceIssued(UUID invoiceId, String email) {}
