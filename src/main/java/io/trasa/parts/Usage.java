package io.trasa.parts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A part taken from the technician's van for an order.
 *
 * @param id made by the sender, so that a repeated message counts once
 * @param at when it truly happened
 */
public record Usage(
    UUID id,
    UUID orderId,
    UUID visitId,
    UUID technicianId,
    UUID partId,
    BigDecimal quantity,
    Instant at) {}
