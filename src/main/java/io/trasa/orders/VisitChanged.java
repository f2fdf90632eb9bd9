package io.trasa.orders;

import java.util.UUID;

/** A visit took a step. */
public record VisitChanged(UUID visitId, UUID orderId, VisitStatus from, VisitStatus to) {

  /** It was with its technicians and waits to be sent again, as when they declined it. */
  public boolean wasTakenBack() {
    return from.isWithTechnicians() && to.waitsToBeSent();
  }
}
