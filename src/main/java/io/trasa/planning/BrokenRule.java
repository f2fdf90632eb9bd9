package io.trasa.planning;

import io.trasa.planning.rules.Rule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A hard rule that a pinned visit or a day breaks, and by how much in the rule's unit. */
@Embeddable
public record BrokenRule(@Enumerated(EnumType.STRING) Rule rule, long amount) {}
