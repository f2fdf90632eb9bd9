package io.trasa.people;

import jakarta.persistence.Embeddable;
import java.time.LocalTime;

/**
 * A break of each working day, by the clock on the wall. A floating one begins from {@code
 * earliest} to {@code latest}; of a fixed one both are the same.
 *
 * @param minutes its length, from 5 to 240
 */
@Embeddable
public record BreakTime(LocalTime earliest, LocalTime latest, int minutes) {}
