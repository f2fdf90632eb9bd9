package io.trasa.planning;

import io.trasa.orders.VisitStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a day did, visit by visit.
 *
 * @param sent new or moved visits that the technicians have now
 * @param unchanged how many they had already as planned, or have begun
 * @param recalled visits taken back
 * @param refused visits that could not be sent, with the reason
 * @param overridden sent visits that break hard rules where they were pinned
 */
public record Published(
    LocalDate day,
    UUID planId,
    List<UUID> sent,
    int unchanged,
    List<UUID> recalled,
    List<Refused> refused,
    List<UUID> overridden) {

  /**
   * @param orderNumber empty if the visit is gone altogether
   * @param status the visit's; null if it is gone
   */
  public record Refused(
      UUID visitId,
      String orderNumber,
      String title,
      @Nullable VisitStatus status,
      Dispatch.Refusal reason) {}
}
