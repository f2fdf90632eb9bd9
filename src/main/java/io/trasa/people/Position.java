package io.trasa.people;

import io.trasa.common.Coordinates;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a technician was seen last.
 *
 * @param accuracyMetres he is within so many, most likely
 */
public record Position(UUID technicianId, Coordinates place, int accuracyMetres, Instant seenAt) {}
