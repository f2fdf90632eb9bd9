package io.trasa.orders;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to take along before departure.
 *
 * @param partId in the catalogue of parts; null for what is not listed there
 */
@Embeddable
public record PartToCollect(@Nullable UUID partId, String text, BigDecimal quantity) {}
