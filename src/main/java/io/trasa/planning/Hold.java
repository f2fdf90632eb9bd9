package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An arrival that is kept for somebody for some minutes.
 *
 * @param window in which the work is to begin
 * @param technicianIds who would come, the lead first
 * @param start when the work would begin as things stood
 * @param visitId the visit that took it; null until it is confirmed
 */
public record Hold(
    UUID id,
    TimeWindow window,
    List<UUID> technicianIds,
    Instant start,
    Duration duration,
    Coordinates place,
    String by,
    Instant expiresAt,
    @Nullable UUID visitId) {}
