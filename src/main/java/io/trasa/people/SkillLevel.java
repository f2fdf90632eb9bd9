package io.trasa.people;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * How well a technician masters a skill.
 *
 * @param level 1 (learning) to 5 (expert)
 */
@Embeddable
public record SkillLevel(UUID skillId, int level) {}
