package io.trasa.planning.problem;

import java.util.UUID;

/**
 * One visit waits for another: it starts no sooner than the gap after the other's end, and not at
 * all unless the other is planned too.
 *
 * @param sameTechnician the same technician does both
 */
public record Dependency(UUID before, UUID after, int gapSeconds, boolean sameTechnician) {}
