package io.trasa.orders;

import java.util.EnumSet;
import java.util.Set;

/** What an order may need somebody to look after. */
public enum Attention {
  /** Due before today, and work has not begun. */
  OVERDUE,
  /** Sent to a technician half an hour ago or longer, and not accepted. */
  UNACCEPTED,
  /** The work is done and not settled yet. */
  UNSETTLED;

  static final int MINUTES_TO_ACCEPT = 30;

  /** Before the work began, with something still to do. */
  static final Set<VisitStatus> NOT_BEGUN =
      EnumSet.of(
          VisitStatus.NEW,
          VisitStatus.PLANNED,
          VisitStatus.DISPATCHED,
          VisitStatus.ACCEPTED,
          VisitStatus.ON_HOLD);
}
