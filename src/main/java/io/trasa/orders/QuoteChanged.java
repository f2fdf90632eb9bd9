package io.trasa.orders;

import java.util.UUID;

/** A quote is new or different. */
public record QuoteChanged(UUID quoteId, Quote.Status status) {}
