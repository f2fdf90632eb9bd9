package io.trasa.planning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One making of a plan, from the press of the button to the stored draft, as its row told it.
 *
 * @param number counts jobs in the order in which they were asked for
 * @param scope what it may change
 * @param scenario that it plans; null for the days as they are
 * @param turn seconds of searching before it, by fair turns; see {@link SolveJobs#add}
 * @param deadline until then it must have begun, and once it has begun, ended
 * @param attempt counts the nodes that worked on it; only the last one may write
 * @param searchedMillis how much of its time was searched, on all nodes together
 */
public record SolveJob(
    UUID id,
    long number,
    Horizon horizon,
    int limitSeconds,
    UUID policyRevision,
    PlanScope scope,
    @Nullable UUID scenario,
    String startedBy,
    Instant startedAt,
    int turn,
    JobState state,
    boolean stopAsked,
    Instant deadline,
    int attempt,
    long searchedMillis,
    SolveProgress progress,
    @Nullable Instant endedAt,
    @Nullable UUID planId,
    @Nullable String error) {}
