package io.trasa.orders;

import io.trasa.assets.CatalogueService;
import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.CustomerService;
import io.trasa.security.CurrentUser;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to quotes. */
@Service
@Transactional
public class QuoteService {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");
  private static final int MAX_CUSTOMERS_SEARCHED = 500;
  private static final int MAX_TITLE = 200;

  private final Quotes quotes;
  private final RequestService requests;
  private final OrderService orders;
  private final OrderChecks checks;
  private final CustomerService customers;
  private final CatalogueService catalogue;
  private final CurrentUser currentUser;
  private final ApplicationEventPublisher events;
  private final CompanyDay day;
  private final OrderSettings settings;
  private final Currency currency;

  QuoteService(
      Quotes quotes,
      RequestService requests,
      OrderService orders,
      OrderChecks checks,
      CustomerService customers,
      CatalogueService catalogue,
      CurrentUser currentUser,
      ApplicationEventPublisher events,
      CompanyDay day,
      OrderSettings settings,
      Currency currency) {
    this.quotes = quotes;
    this.requests = requests;
    this.orders = orders;
    this.checks = checks;
    this.customers = customers;
    this.catalogue = catalogue;
    this.currentUser = currentUser;
    this.events = events;
    this.day = day;
    this.settings = settings;
    this.currency = currency;
  }

  /** A new draft in the company's currency. */
  public Quote create(Quote.Details details) {
    return create(null, details);
  }

  /**
   * A new draft that has no lines yet, with all the request says; the request is quoted then.
   *
   * @throws InvalidInputException if the request has no customer or site yet
   * @throws ConflictException with code {@code request-closed}
   */
  public Quote ofRequest(UUID requestId) {
    var request = requests.quoted(requestId);
    var details =
        new Quote.Details(
            RequestService.required("customerId", request.customerId()),
            RequestService.required("siteId", request.siteId()),
            request.contactId(),
            request.assetIds(),
            firstLine(request.complaint()),
            "",
            List.of(),
            usualEnd());
    return create(requestId, details);
  }

  private Quote create(@Nullable UUID requestId, Quote.Details details) {
    checks.check(details);
    requireNotOver(details.validUntil());
    var number = day.numbered("Q", quotes.nextNumber());
    return changed(new Quote(number, requestId, currency.getCurrencyCode(), details));
  }

  /**
   * Changes a quote; one that was sent is a draft again, with the next revision.
   *
   * @throws ConflictException with code {@code quote-accepted} or {@code changed-meanwhile}
   */
  public Quote change(UUID id, long version, Quote.Details details) {
    var quote = locked(id);
    quote.requireVersion(version);
    checks.check(details);
    requireNotOver(details.validUntil());
    quote.change(details);
    return changed(quote);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Quote get(UUID id) {
    return quotes
        .findById(id)
        .orElseThrow(() -> new NotFoundException("quote", id))
        .on(day.today());
  }

  /** The quotes that were made of a request, the first one first. */
  @Transactional(readOnly = true)
  public List<Quote> listOfRequest(UUID requestId) {
    return quotes.findByRequestIdOrderById(requestId).stream()
        .map(quote -> quote.on(day.today()))
        .toList();
  }

  /** Quotes that match, newest first; words are looked for in quote and customer. */
  @Transactional(readOnly = true)
  public Page<Quote> list(QuoteFilter filter, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), NEWEST_FIRST);
    var customerIds = customers.idsMatching(filter.search(), MAX_CUSTOMERS_SEARCHED);
    return quotes
        .findAll(filter.specification(customerIds, day.today()), sorted)
        .map(quote -> quote.on(day.today()));
  }

  /** The last day of a quote that is made today, if nobody says otherwise. */
  public LocalDate usualEnd() {
    return day.today().plusDays(settings.quoteValidDays());
  }

  /**
   * It went to the customer; sent again, the last time counts.
   *
   * @throws ConflictException with code {@code quote-accepted}, {@code quote-declined} or {@code
   *     quote-expired}
   * @throws InvalidInputException if it has no lines
   */
  public Quote markSent(UUID id) {
    var quote = locked(id);
    quote.sent(day.now());
    return changed(quote);
  }

  /**
   * The customer accepted behind the link. Called again, nothing more happens.
   *
   * @param by the name the customer gave
   * @throws ConflictException with code {@code quote-not-sent}, {@code quote-declined} or {@code
   *     quote-expired}
   */
  public Quote accept(UUID id, String by) {
    return accepted(locked(id), by, Quote.Answered.LINK);
  }

  /**
   * The customer declined behind the link. Called again, nothing more happens.
   *
   * @throws ConflictException with code {@code quote-not-sent} or {@code quote-accepted}
   */
  public Quote decline(UUID id, String reason, String by) {
    return declined(locked(id), reason, by, Quote.Answered.LINK);
  }

  /**
   * The customer told the office that the quote is accepted; a draft may be, too.
   *
   * @param by who said so; empty for the user who writes it down
   */
  public Quote acceptInOffice(UUID id, long version, String by) {
    var quote = locked(id);
    quote.requireVersion(version);
    return accepted(quote, by, Quote.Answered.OFFICE);
  }

  /** As {@link #acceptInOffice}, for a no. */
  public Quote declineInOffice(UUID id, long version, String reason, String by) {
    var quote = locked(id);
    quote.requireVersion(version);
    if (reason.isBlank()) {
      throw new InvalidInputException(
          "reason", reason, "is missing", "Say why; the next quote may be better for it.");
    }
    return declined(quote, reason, by, Quote.Answered.OFFICE);
  }

  /**
   * Makes an order of an accepted quote: lines, assets, parts to collect, and a visit. Called
   * again, it answers with the order that was made.
   *
   * @throws ConflictException with code {@code quote-not-accepted}
   */
  public Order order(UUID id, OrderWish wish) {
    var quote = locked(id);
    if (quote.orderId() != null) {
      return orders.get(quote.orderId());
    }
    quote.requireAccepted();
    if (!wish.lines().isEmpty()) {
      throw new InvalidInputException(
          "lines",
          wish.lines().size(),
          "are not the ones agreed",
          "Leave them out: a quote has its own.");
    }
    var request = quote.requestId() == null ? null : requests.get(quote.requestId());
    var order =
        orders.create(
            QuotedWork.details(quote, request, wish),
            wish.visits().isEmpty() ? List.of(visit(quote)) : wish.visits(),
            new Order.Origin(quote.requestId(), id));
    quote.ordered(order.id());
    if (request != null) {
      requests.ordered(request.id());
    }
    changed(quote);
    return order;
  }

  private Visit.Details visit(Quote quote) {
    var ids =
        quote.lines().stream()
            .filter(line -> line.kind() == OrderLine.Kind.OPERATION)
            .map(OrderLine::itemId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return QuotedWork.visit(quote.lines(), catalogue.operations(ids).values());
  }

  private Quote accepted(Quote quote, String by, Quote.Answered how) {
    quote.accept(orUser(by), how, day.now());
    return changed(quote);
  }

  private Quote declined(Quote quote, String reason, String by, Quote.Answered how) {
    quote.decline(reason, orUser(by), how, day.now());
    return changed(quote);
  }

  private String orUser(String by) {
    return by.isBlank() ? currentUser.name() : by;
  }

  private void requireNotOver(LocalDate validUntil) {
    if (validUntil.isBefore(day.today())) {
      throw new InvalidInputException(
          "validUntil", validUntil, "is over", "Choose today or a later day.");
    }
  }

  private static String firstLine(String text) {
    var line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse(text);
    return line.length() <= MAX_TITLE ? line : line.substring(0, MAX_TITLE - 1) + "…";
  }

  private Quote locked(UUID id) {
    return quotes.lock(id).orElseThrow(() -> new NotFoundException("quote", id)).on(day.today());
  }

  private Quote changed(Quote quote) {
    var saved = quotes.saveAndFlush(quote).on(day.today());
    events.publishEvent(new QuoteChanged(saved.id(), saved.status()));
    return saved;
  }
}
