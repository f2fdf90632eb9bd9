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

  private static final Set<VisitStatus> WITH_TECHNICIANS =
      EnumSet.of(DISPATCHED, ACCEPTED, TRAVELLING, IN_PROGRESS);
  private static final Set<VisitStatus> TO_BE_SENT = EnumSet.of(NEW, PLANNED, ON_HOLD);

  /** True while there is still something to do at the site. */
  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** True from being sent until the work is done. */
  public boolean isWithTechnicians() {
    return WITH_TECHNICIANS.contains(this);
  }

  /** True while no technician knows of what is to be done. */
  public boolean waitsToBeSent() {
    return TO_BE_SENT.contains(this);
  }

  /** True when the technician must be able to rely on the order being complete. */
  boolean isUnderWay() {
    return isOpen() && this != NEW && this != ON_HOLD;
  }
}
