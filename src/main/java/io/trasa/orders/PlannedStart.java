package io.trasa.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a plan put a visit.
 *
 * @param technicianIds who goes, the lead first
 * @param start when the work begins
 */
public record PlannedStart(UUID visitId, List<UUID> technicianIds, Instant start) {}
