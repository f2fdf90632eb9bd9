package io.trasa.orders;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** Something to take along before departure. */
@Embeddable
public record PartToCollect(String text, BigDecimal quantity) {}
