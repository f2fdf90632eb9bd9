package io.trasa.documents;

import java.util.UUID;

/** Somebody wants a paper to be sent; see {@link Outbox}. */
public record DocumentToSend(UUID outgoingId) {}
