package io.trasa.orders;

import java.util.UUID;

/** An order or what one of its visits needs is new or different. */
public record OrderChanged(UUID orderId) {}
