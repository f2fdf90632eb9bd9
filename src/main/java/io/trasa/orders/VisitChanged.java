package io.trasa.orders;

import java.util.UUID;

/** A visit took a step. */
public record VisitChanged(UUID visitId, UUID orderId, VisitStatus from, VisitStatus to) {}
