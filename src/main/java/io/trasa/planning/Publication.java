package io.trasa.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One sending of a plan's day to the technicians.
 *
 * @param by the user name
 * @param sent how many visits were sent, new ones and moved ones
 * @param recalled how many were taken back
 * @param sentVisits which were sent; empty for sendings from before this was kept
 * @param recalledVisits which were taken back; empty as well
 */
@Embeddable
public record Publication(
    LocalDate day,
    @Column(name = "published_at") Instant at,
    @Column(name = "published_by") String by,
    int sent,
    int recalled,
    @Column(name = "sent_visits") List<UUID> sentVisits,
    @Column(name = "recalled_visits") List<UUID> recalledVisits) {}
