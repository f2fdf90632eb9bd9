package io.trasa.planning;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/** So much of a part that is fetched, or would have to be brought. */
@Embeddable
public record FetchedPart(UUID partId, String name, String unit, BigDecimal quantity) {}
