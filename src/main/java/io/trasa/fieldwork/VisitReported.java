package io.trasa.fieldwork;

import java.util.UUID;

/** The report of a visit was sealed, for the first time or again after a change. */
public record VisitReported(UUID visitId, UUID orderId, UUID documentId) {}
