package io.trasa.planning;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A break on a route, at its time.
 *
 * @param number which of the day's breaks it is
 * @param afterVisits how many of the route's visits come before it
 */
@Embeddable
public record PlannedBreak(int number, int afterVisits, Instant startsAt, Instant endsAt) {}
