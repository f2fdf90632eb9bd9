package io.trasa.orders;

import static io.trasa.orders.VisitStatus.ACCEPTED;
import static io.trasa.orders.VisitStatus.CANCELLED;
import static io.trasa.orders.VisitStatus.DISPATCHED;
import static io.trasa.orders.VisitStatus.DONE;
import static io.trasa.orders.VisitStatus.FAILED;
import static io.trasa.orders.VisitStatus.INVOICED;
import static io.trasa.orders.VisitStatus.IN_PROGRESS;
import static io.trasa.orders.VisitStatus.NEW;
import static io.trasa.orders.VisitStatus.ON_HOLD;
import static io.trasa.orders.VisitStatus.PLANNED;
import static io.trasa.orders.VisitStatus.SETTLED;
import static io.trasa.orders.VisitStatus.TRAVELLING;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Every legal step of a visit: from which statuses, to which one. There are no others. */
public enum VisitStep {
  PLAN(EnumSet.of(NEW), PLANNED),
  UNPLAN(EnumSet.of(PLANNED), NEW),
  /** Sends the visit to its technicians; again when time or technician changed since. */
  DISPATCH(EnumSet.of(PLANNED, DISPATCHED, ACCEPTED), DISPATCHED),
  /** Takes the visit back before anybody set off, as when it was declined. */
  RECALL(EnumSet.of(DISPATCHED, ACCEPTED), PLANNED),
  ACCEPT(EnumSet.of(DISPATCHED), ACCEPTED),
  TRAVEL(EnumSet.of(ACCEPTED), TRAVELLING),
  /** Without travel when the technician is there already. */
  START(EnumSet.of(ACCEPTED, TRAVELLING), IN_PROGRESS),
  FINISH(EnumSet.of(IN_PROGRESS), DONE),
  SETTLE(EnumSet.of(DONE), SETTLED),
  INVOICE(EnumSet.of(SETTLED), INVOICED),
  HOLD(EnumSet.of(NEW, PLANNED, DISPATCHED, ACCEPTED, TRAVELLING, IN_PROGRESS), ON_HOLD),
  RESUME(EnumSet.of(ON_HOLD), NEW),
  CANCEL(EnumSet.of(NEW, PLANNED, DISPATCHED, ACCEPTED, TRAVELLING, ON_HOLD), CANCELLED),
  /** Somebody went in vain: nobody there, no access, not possible. */
  FAIL(EnumSet.of(ACCEPTED, TRAVELLING, IN_PROGRESS), FAILED);

  private static final Set<VisitStep> OF_TECHNICIANS =
      EnumSet.of(ACCEPT, RECALL, TRAVEL, START, FINISH, HOLD, FAIL);
  private static final Set<VisitStep> WITH_REASON = EnumSet.of(RECALL, HOLD, CANCEL, FAIL);
  private static final Set<VisitStep> WITH_COMPLETE_ORDER = EnumSet.of(PLAN, DISPATCH, FINISH);

  private final Set<VisitStatus> from;
  private final VisitStatus to;

  VisitStep(Set<VisitStatus> from, VisitStatus to) {
    this.from = from;
    this.to = to;
  }

  public boolean isLegalFrom(VisitStatus status) {
    return from.contains(status);
  }

  public VisitStatus to() {
    return to;
  }

  /** True for those that people on site take; RECALL is how they decline. */
  boolean isForTechnician() {
    return OF_TECHNICIANS.contains(this);
  }

  /** False for those that follow from settling the order. */
  public boolean isForOffice() {
    return this != SETTLE && this != INVOICE;
  }

  /** True when the history must say why. */
  public boolean asksForReason() {
    return WITH_REASON.contains(this);
  }

  /** True when it is refused while the order lacks something, see {@link Order#missing()}. */
  public boolean asksForCompleteOrder() {
    return WITH_COMPLETE_ORDER.contains(this);
  }

  /** True when the visit loses its technicians and its time. */
  boolean leavesThePlan() {
    return to == NEW || to == ON_HOLD;
  }

  /** The statuses it is possible from, in words. */
  String possibleFrom() {
    return from.stream().map(VisitStatus::name).collect(Collectors.joining(", "));
  }
}
