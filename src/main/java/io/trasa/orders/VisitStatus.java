package io.trasa.orders;

import java.util.EnumSet;
import java.util.Set;

/** How far a visit is. The first nine are its ordinary way, in order. */
public enum VisitStatus {
  NEW,
  PLANNED,
  DISPATCHED,
  ACCEPTED,
  TRAVELLING,
  IN_PROGRESS,
  DONE,
  SETTLED,
  INVOICED,
  ON_HOLD,
  CANCELLED,
  FAILED;

  private static final Set<VisitStatus> OPEN =
      EnumSet.of(NEW, PLANNED, DISPATCHED, ACCEPTED, TRAVELLING, IN_PROGRESS, ON_HOLD);

  /** True while there is still something to do at the site. */
  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** True when the technician must be able to rely on the order being complete. */
  boolean isUnderWay() {
    return isOpen() && this != NEW && this != ON_HOLD;
  }
}
