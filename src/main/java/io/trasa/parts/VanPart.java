package io.trasa.parts;

import java.math.BigDecimal;
import java.util.UUID;

/** What lies on a technician's van, of all orders together. */
public record VanPart(UUID partId, String code, String name, String unit, BigDecimal quantity) {}
