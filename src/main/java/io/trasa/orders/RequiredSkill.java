package io.trasa.orders;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A skill that a visit needs.
 *
 * @param level the least level, 1 to 5
 */
@Embeddable
public record RequiredSkill(UUID skillId, int level) {}
