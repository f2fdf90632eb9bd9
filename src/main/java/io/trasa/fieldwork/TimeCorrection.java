package io.trasa.fieldwork;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How the office corrected a time; the last correction counts, the taps stay.
 *
 * @param at when it was corrected
 * @param by the user name
 */
@Embeddable
public record TimeCorrection(
    @Column(name = "start_at") Instant start,
    @Column(name = "end_at") Instant end,
    String reason,
    @Column(name = "corrected_at") Instant at,
    @Column(name = "corrected_by") String by) {}
