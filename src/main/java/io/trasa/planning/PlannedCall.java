package io.trasa.planning;

import io.trasa.common.Coordinates;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A call at the warehouse on a route, to fetch parts.
 *
 * @param afterVisits how many of the route's visits come before it
 * @param driveSeconds the way there; the way on is what is left of the next visit's
 * @param address of the warehouse when it was planned
 */
@Embeddable
public record PlannedCall(
    @Column(name = "call_after_visits") int afterVisits,
    @Column(name = "call_starts_at") Instant startsAt,
    @Column(name = "call_ends_at") Instant endsAt,
    @Column(name = "call_drive_seconds") int driveSeconds,
    @Column(name = "call_drive_metres") int driveMetres,
    @Column(name = "call_address") String address,
    @Column(name = "call_lat") double lat,
    @Column(name = "call_lon") double lon) {

  public Coordinates place() {
    return new Coordinates(lat, lon);
  }
}
