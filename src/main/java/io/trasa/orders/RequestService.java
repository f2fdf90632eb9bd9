package io.trasa.orders;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.CustomerService;
import io.trasa.security.CurrentUser;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to requests. What comes of one carries its id, so that its files and history stay in
 * reach: {@link QuoteService#ofRequest} and {@link #order}.
 */
@Service
@Transactional
public class RequestService {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");
  private static final int MAX_CUSTOMERS_SEARCHED = 500;
  private static final Visit.Details USUAL_VISIT =
      new Visit.Details(Duration.ofHours(1), List.of(), List.of(), 1, null);

  private final Requests requests;
  private final OrderService orders;
  private final OrderChecks checks;
  private final Quotes quotes;
  private final CustomerService customers;
  private final CurrentUser currentUser;
  private final ApplicationEventPublisher events;
  private final CompanyDay day;

  RequestService(
      Requests requests,
      OrderService orders,
      OrderChecks checks,
      Quotes quotes,
      CustomerService customers,
      CurrentUser currentUser,
      ApplicationEventPublisher events,
      CompanyDay day) {
    this.requests = requests;
    this.orders = orders;
    this.checks = checks;
    this.quotes = quotes;
    this.customers = customers;
    this.currentUser = currentUser;
    this.events = events;
    this.day = day;
  }

  public Request create(Request.Details details) {
    return create(null, details);
  }

  /**
   * A new request, exactly once per key.
   *
   * @param senderKey made by the sender; null if the call is never repeated
   */
  public Request create(@Nullable UUID senderKey, Request.Details details) {
    var sentBefore = senderKey == null ? null : requests.findBySenderKey(senderKey).orElse(null);
    if (sentBefore != null) {
      return sentBefore;
    }
    checks.check(details);
    var number = day.numbered("R", requests.nextNumber());
    return changed(requests.save(new Request(number, senderKey, currentUser.name(), details)));
  }

  /**
   * @throws io.trasa.common.ConflictException with code {@code request-closed} or {@code
   *     changed-meanwhile}
   */
  public Request change(UUID id, long version, Request.Details details) {
    var request = locked(id);
    request.requireVersion(version);
    checks.check(details);
    request.describe(details);
    return changed(request);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Request get(UUID id) {
    return requests.findById(id).orElseThrow(() -> new NotFoundException("request", id));
  }

  /** The requests that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Request> requests(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : requests.findAllById(ids).stream()
            .collect(Collectors.toMap(Request::id, Function.identity()));
  }

  /** Requests that match, newest first; words are looked for in request and customer. */
  @Transactional(readOnly = true)
  public Page<Request> list(RequestFilter filter, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), NEWEST_FIRST);
    var customerIds = customers.idsMatching(filter.search(), MAX_CUSTOMERS_SEARCHED);
    return requests.findAll(filter.specification(customerIds), sorted);
  }

  /** Says no, for a reason. */
  public Request decline(UUID id, long version, String reason) {
    var request = locked(id);
    request.requireVersion(version);
    request.decline(reason, day.now());
    return changed(request);
  }

  /** Takes a no back. */
  public Request reopen(UUID id, long version) {
    var request = locked(id);
    request.requireVersion(version);
    request.reopen(quotes.existsByRequestId(id));
    return changed(request);
  }

  /**
   * Makes an order of it: customer, site, contact, assets, complaint and wish are carried over.
   * Called again, it answers with the order that was made.
   *
   * @throws InvalidInputException if customer or site are not known yet
   */
  public Order order(UUID id, OrderWish wish) {
    var request = locked(id);
    if (request.status() == Request.Status.ORDERED) {
      return orders
          .findOfRequest(id)
          .orElseThrow(() -> new NotFoundException("order of request", id));
    }
    request.requireOpen();
    var visits = wish.visits().isEmpty() ? List.of(USUAL_VISIT) : wish.visits();
    var details =
        new Order.Details(
            wish.type(),
            required("customerId", request.customerId()),
            required("siteId", request.siteId()),
            request.contactId(),
            null,
            request.complaint(),
            "",
            wish.priority(),
            null,
            wish.dueDate(),
            notes(request),
            List.of(),
            QuotedWork.parts(wish.lines()),
            request.assetIds(),
            wish.lines());
    var order = orders.create(details, visits, new Order.Origin(id, null));
    request.ordered(day.now());
    changed(request);
    return order;
  }

  /** Locked, and marked as quoted. */
  Request quoted(UUID id) {
    var request = locked(id);
    request.quoted();
    return changed(request);
  }

  /** An order came of it, by way of a quote; no matter if it was closed meanwhile. */
  void ordered(UUID id) {
    var request = locked(id);
    if (request.status().isOpen()) {
      request.ordered(day.now());
      changed(request);
    }
  }

  static UUID required(String field, @Nullable UUID id) {
    if (id == null) {
      throw new InvalidInputException(
          field, null, "is missing in the request", "Say for whom and where it is first.");
    }
    return id;
  }

  /** What the order's own fields have no place for. */
  static String notes(Request request) {
    return Stream.of(request.wishedTime(), request.caller())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private Request locked(UUID id) {
    return requests.lock(id).orElseThrow(() -> new NotFoundException("request", id));
  }

  private Request changed(Request request) {
    var saved = requests.saveAndFlush(request);
    events.publishEvent(new RequestChanged(saved.id(), saved.status()));
    return saved;
  }
}
