package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.CustomerService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to orders and their visits. Every change locks its order first, so that the order's
 * status always follows from all of its visits.
 */
@Service
@Transactional
public class OrderService {

  private final Orders orders;
  private final Visits visits;
  private final StatusChanges history;
  private final VisitSteps steps;
  private final OrderChecks checks;
  private final VisitSearch search;
  private final OrderSearch list;
  private final CustomerService customers;
  private final ApplicationEventPublisher events;
  private final CompanyDay day;

  OrderService(
      Orders orders,
      Visits visits,
      StatusChanges history,
      VisitSteps steps,
      OrderChecks checks,
      VisitSearch search,
      OrderSearch list,
      CustomerService customers,
      ApplicationEventPublisher events,
      CompanyDay day) {
    this.orders = orders;
    this.visits = visits;
    this.history = history;
    this.steps = steps;
    this.checks = checks;
    this.search = search;
    this.list = list;
    this.customers = customers;
    this.events = events;
    this.day = day;
  }

  /** A new order with its visits, all of them new. */
  public Order create(Order.Details details, List<Visit.Details> visitDetails) {
    return create(details, visitDetails, Order.Origin.NONE);
  }

  /** As above, and remembers what it came of. */
  Order create(Order.Details details, List<Visit.Details> visitDetails, Order.Origin origin) {
    var site = checks.check(details);
    var checked =
        IntStream.range(0, visitDetails.size())
            .mapToObj(i -> checks.check(visitDetails.get(i), site, "visits[%d].".formatted(i)))
            .toList();
    var order = new Order(day.numbered("", orders.nextNumber()), origin, details);
    checked.forEach(order::addVisit);
    orders.save(order);
    events.publishEvent(new OrderChanged(order.id()));
    return order;
  }

  /**
   * Changes what the office knows of an order.
   *
   * @throws ConflictException with code {@code visits-begun} if it would move planned work
   *     elsewhere
   * @throws InvalidInputException if it would make an order incomplete whose visits are planned
   */
  public Order change(UUID id, long version, Order.Details details) {
    var order = locked(id);
    order.requireVersion(version);
    checks.check(details);
    requireStillThere(order, details);
    order.describe(details);
    requireStillComplete(order);
    events.publishEvent(new OrderChanged(id));
    return orders.saveAndFlush(order);
  }

  /** It cannot wait any more. */
  public void makeUrgent(UUID id) {
    var order = locked(id);
    order.makeUrgent();
    events.publishEvent(new OrderChanged(id));
    orders.saveAndFlush(order);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Order get(UUID id) {
    return orders.findById(id).orElseThrow(() -> new NotFoundException("order", id));
  }

  /** The order that came of a request, at once or by way of a quote. */
  @Transactional(readOnly = true)
  public Optional<Order> findOfRequest(UUID requestId) {
    return orders.findFirstByRequestIdOrderById(requestId);
  }

  /** Orders that match, newest first; words are looked for in order and customer. */
  @Transactional(readOnly = true)
  public Page<OrderRow> list(OrderFilter filter, Pageable page) {
    return list.find(filter, page);
  }

  /** Every step of the order's visits, the first one first. */
  @Transactional(readOnly = true)
  public List<StatusChange> history(UUID orderId) {
    get(orderId);
    return history.findByOrderIdOrderById(orderId);
  }

  public Visit addVisit(UUID orderId, Visit.Details details) {
    var order = locked(orderId);
    var site = customers.site(order.siteId());
    var visit = visits.save(order.addVisit(checks.check(details, site, "")));
    steps.keepStatus(List.of(order));
    events.publishEvent(new OrderChanged(orderId));
    return visit;
  }

  /**
   * Changes what a visit needs.
   *
   * @throws ConflictException with code {@code visit-closed} if nothing is left to do there
   */
  public Visit changeVisit(UUID id, long version, Visit.Details details) {
    var visit = lockedVisit(id);
    visit.requireVersion(version);
    if (!visit.status().isOpen()) {
      throw new ConflictException(
          "visit-closed",
          "Visit of order %s is %s.".formatted(visit.order().number(), visit.status()),
          "Add another visit for what is still to be done.");
    }
    visit.describe(checks.check(details, customers.site(visit.order().siteId()), ""));
    requireStillComplete(visit.order());
    events.publishEvent(new OrderChanged(visit.order().id()));
    return visits.saveAndFlush(visit);
  }

  /** Takes a step that needs no technician and no time of its own. */
  public Visit step(UUID id, long version, VisitStep step, String reason, StepSource source) {
    var visit = lockedVisit(id);
    visit.requireVersion(version);
    steps.take(visit, step, reason, source);
    return visits.saveAndFlush(visit);
  }

  /**
   * As {@link #step}, and says who goes and when.
   *
   * @param step {@link VisitStep#PLAN} or {@link VisitStep#DISPATCH}
   */
  public Visit assign(
      UUID id, long version, VisitStep step, PlannedStart planned, StepSource source) {
    var visit = lockedVisit(id);
    visit.requireVersion(version);
    checks.checkTechnicians(planned.technicianIds());
    visit.assign(planned.technicianIds(), planned.start());
    steps.take(visit, step, "", source);
    return visits.saveAndFlush(visit);
  }

  /**
   * Visits that could or do belong to the days.
   *
   * <ul>
   *   <li>those whose planned start lies in these days, whatever their status but cancelled;
   *   <li>new and planned ones with a window that touches the days;
   *   <li>new and planned ones without windows whose order is not due before the first day;
   *   <li>if today is among the days, new and planned ones that are overdue: all windows or the due
   *       date passed before today.
   * </ul>
   *
   * @param firstDay in the company's zone
   * @param days 1 to 62
   */
  @Transactional(readOnly = true)
  public List<VisitBrief> visitsFor(LocalDate firstDay, int days) {
    return search.visitsFor(firstDay, days);
  }

  /** What of the catalogue these orders take along; orders that take nothing are missing. */
  @Transactional(readOnly = true)
  public Map<UUID, List<PartToCollect>> partsToCollect(Collection<UUID> orderIds) {
    return orderIds.isEmpty()
        ? Map.of()
        : orders.partsToCollect(orderIds).stream()
            .collect(
                Collectors.groupingBy(
                    Orders.Wanted::orderId,
                    Collectors.mapping(Orders.Wanted::part, Collectors.toList())));
  }

  /**
   * Takes over what a plan decided. New visits become planned, planned ones move, and those left
   * out become new again. Visits that are dispatched or further, on hold, closed, gone or
   * incomplete by now stay as they are.
   */
  public void recordPlan(Collection<PlannedStart> planned, Collection<UUID> unplanned) {
    steps.recordPlan(planned, unplanned);
  }

  /**
   * Sends a visit to its technicians, the lead first; a new one is planned on the way.
   *
   * @throws ConflictException with code {@code illegal-step} if somebody set off already, or it is
   *     on hold or closed
   */
  public void dispatch(UUID visitId, List<UUID> technicianIds, Instant start) {
    var visit = lockedVisit(visitId);
    checks.checkTechnicians(technicianIds);
    visit.assign(technicianIds, start);
    if (visit.status() == VisitStatus.NEW) {
      steps.take(visit, VisitStep.PLAN, "", StepSource.PLAN);
    }
    steps.take(visit, VisitStep.DISPATCH, "", StepSource.PLAN);
  }

  private Order locked(UUID id) {
    return orders.lock(id).orElseThrow(() -> new NotFoundException("order", id));
  }

  private Visit lockedVisit(UUID id) {
    var orderId = visits.orderIdOf(id).orElseThrow(() -> new NotFoundException("visit", id));
    return locked(orderId).visit(id);
  }

  private static void requireStillThere(Order order, Order.Details details) {
    boolean moves =
        !order.siteId().equals(details.siteId())
            || !order.customerId().equals(details.customerId());
    boolean begun =
        order.visits().stream()
            .map(Visit::status)
            .anyMatch(s -> s != VisitStatus.NEW && s != VisitStatus.CANCELLED);
    if (moves && begun) {
      throw new ConflictException(
          "visits-begun",
          "Order %s has visits that are planned or further.".formatted(order.number()),
          "Its customer and site stay; unplan its visits first, or make another order.");
    }
  }

  private static void requireStillComplete(Order order) {
    var missing = order.missing();
    if (!missing.isEmpty() && order.visits().stream().anyMatch(v -> v.status().isUnderWay())) {
      throw new InvalidInputException(
          missing.getFirst(),
          null,
          "is missing, and the order's visits are planned",
          "Fill it in, or unplan the visits first.");
    }
  }
}
