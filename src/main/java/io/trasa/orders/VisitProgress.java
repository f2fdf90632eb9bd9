package io.trasa.orders;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for those who move visits from outside the office: technicians on site, and settlement.
 * Times are true: when it happened, not when it was told.
 */
@Service
@Transactional
public class VisitProgress {

  private final Orders orders;
  private final Visits visits;
  private final VisitSteps steps;
  private final ApplicationEventPublisher events;

  VisitProgress(Orders orders, Visits visits, VisitSteps steps, ApplicationEventPublisher events) {
    this.orders = orders;
    this.visits = visits;
    this.steps = steps;
    this.events = events;
  }

  /**
   * A step that a technician of the visit took.
   *
   * @throws io.trasa.common.ConflictException with code {@code illegal-step}
   * @throws InvalidInputException if it is not a technician's, such as planning or settling
   * @throws AccessDeniedException if the visit is not (any more) this technician's
   */
  public Visit step(UUID visitId, UUID technicianId, VisitStep step, String reason, Instant at) {
    var visit = locked(visitId);
    requireOwn(visit, technicianId);
    if (!step.isForTechnician()) {
      throw new InvalidInputException(
          "step", step, "is not taken on site", "Ask the office to take it.");
    }
    steps.take(visit, step, reason, StepSource.PHONE, at);
    return visits.saveAndFlush(visit);
  }

  /**
   * The technician's phone has the visit; the first time counts. Others' visits stay as they are.
   */
  public void received(UUID visitId, UUID technicianId, Instant at) {
    var visit = locked(visitId);
    boolean newly =
        visit.technicianIds().contains(technicianId)
            && visit.status() == VisitStatus.DISPATCHED
            && visit.progress().receivedAt() == null;
    if (newly) {
      visit.received(at);
      progressed(visit);
    }
  }

  /** The technician stands before the door; the first time counts. */
  public void arrived(UUID visitId, UUID technicianId, Instant at) {
    var visit = locked(visitId);
    requireOwn(visit, technicianId);
    visit.arrived(at);
    progressed(visit);
  }

  /** Settles every done visit of the order. */
  public void settle(UUID orderId, Instant at) {
    takeAll(orderId, VisitStatus.DONE, VisitStep.SETTLE, at);
  }

  /** Marks every settled visit of the order as invoiced. */
  public void invoice(UUID orderId, Instant at) {
    takeAll(orderId, VisitStatus.SETTLED, VisitStep.INVOICE, at);
  }

  private void takeAll(UUID orderId, VisitStatus from, VisitStep step, Instant at) {
    var order = orders.lock(orderId).orElseThrow(() -> new NotFoundException("order", orderId));
    order.visits().stream()
        .filter(visit -> visit.status() == from)
        .forEach(visit -> steps.take(visit, step, "", StepSource.OFFICE, at));
  }

  private void progressed(Visit visit) {
    events.publishEvent(
        new VisitChanged(visit.id(), visit.order().id(), visit.status(), visit.status()));
  }

  private static void requireOwn(Visit visit, UUID technicianId) {
    if (!visit.technicianIds().contains(technicianId)) {
      throw new AccessDeniedException(
          "The visit of order %s is not yours any more. Maybe it was given to somebody else."
              .formatted(visit.order().number()));
    }
  }

  private Visit locked(UUID visitId) {
    var orderId =
        visits.orderIdOf(visitId).orElseThrow(() -> new NotFoundException("visit", visitId));
    return orders
        .lock(orderId)
        .orElseThrow(() -> new NotFoundException("order", orderId))
        .visit(visitId);
  }
}
