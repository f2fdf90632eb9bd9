package io.trasa.parts;

import java.util.UUID;

/** Some of a part is elsewhere now. */
public record StockChanged(UUID partId) {}
