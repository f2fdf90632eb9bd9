package io.trasa.orders;

import java.util.UUID;

/** A request is new or different. */
public record RequestChanged(UUID requestId, Request.Status status) {}
