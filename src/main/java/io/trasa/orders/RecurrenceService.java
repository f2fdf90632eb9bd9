package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.CustomerService;
import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to recurring orders. Whoever makes orders of a rule locks it first, so that runs at the
 * same time, also on several machines, make each order once; a crash leaves no order without its
 * day, nor the other way round.
 */
@Service
@Transactional
public class RecurrenceService {

  /** Orders that one run makes at most. */
  static final int MAX_ORDERS = 400;

  static final int MAX_YEARS_AHEAD = 3;
  private static final int MAX_CUSTOMERS_SEARCHED = 500;
  private static final int MAX_DAYS = 50_000;

  /** PostgreSQL puts those without a next day last. */
  private static final Sort NEXT_FIRST = Sort.by("nextDue", "id");

  private final Recurrences recurrences;
  private final RecurrenceOccurrences occurrences;
  private final OrderService orders;
  private final OrderChecks checks;
  private final CustomerService customers;
  private final LiveStream live;
  private final Clock clock;

  RecurrenceService(
      Recurrences recurrences,
      RecurrenceOccurrences occurrences,
      OrderService orders,
      OrderChecks checks,
      CustomerService customers,
      LiveStream live,
      Clock clock,
      ZoneId companyZone) {
    this.recurrences = recurrences;
    this.occurrences = occurrences;
    this.orders = orders;
    this.checks = checks;
    this.customers = customers;
    this.live = live;
    this.clock = clock.withZone(companyZone);
  }

  /**
   * A new rule, active from today on; its orders are made by the next run.
   *
   * @throws InvalidInputException if the rule falls on no day, or its orders would be incomplete
   */
  public Recurrence create(Recurrence.Details details) {
    var recurrence = new Recurrence(check(details), today());
    requireComplete(recurrence);
    return announced(recurrences.save(recurrence));
  }

  /** Changes the rule and what later orders are like; orders that exist stay as they are. */
  public Recurrence change(UUID id, long version, Recurrence.Details details) {
    var recurrence = locked(id);
    recurrence.requireVersion(version);
    recurrence.describe(check(details), today());
    requireComplete(recurrence);
    return keptNextDue(recurrences.saveAndFlush(recurrence));
  }

  /**
   * Pauses it, lets it go on, or ends it for good.
   *
   * @throws ConflictException with code {@code ended} if it has ended before
   */
  public Recurrence become(UUID id, long version, Recurrence.State state) {
    var recurrence = locked(id);
    recurrence.requireVersion(version);
    recurrence.become(state, today());
    return keptNextDue(recurrences.saveAndFlush(recurrence));
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Recurrence get(UUID id) {
    return recurrences.findById(id).orElseThrow(() -> new NotFoundException("recurrence", id));
  }

  /** Rules that match, the one that is due next first; words are looked for in it and customer. */
  @Transactional(readOnly = true)
  public Page<Recurrence> list(RecurrenceFilter filter, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), NEXT_FIRST);
    var customerIds = customers.idsMatching(filter.search(), MAX_CUSTOMERS_SEARCHED);
    return recurrences.findAll(filter.specification(customerIds), sorted);
  }

  /** The orders it made, the latest day first. */
  @Transactional(readOnly = true)
  public Page<RecurrenceOccurrence> occurrences(UUID id, Pageable page) {
    get(id);
    return occurrences.latest(id, page);
  }

  /**
   * Makes the orders of all days up to this one that have none yet.
   *
   * @return how many it made
   * @throws ConflictException with code {@code not-active}, or {@code too-many-orders}
   * @throws InvalidInputException if the day is more than three years ahead
   */
  public int createUntil(UUID id, LocalDate until) {
    if (until.isAfter(today().plusYears(MAX_YEARS_AHEAD))) {
      throw new InvalidInputException(
          "until",
          until,
          "is more than %d years ahead".formatted(MAX_YEARS_AHEAD),
          "Choose an earlier day; later orders are made in time by themselves.");
    }
    var recurrence = locked(id);
    if (recurrence.state() != Recurrence.State.ACTIVE) {
      throw new ConflictException(
          "not-active",
          recurrence.name() + " is " + recurrence.state() + ".",
          "Let it go on first.");
    }
    var missing = missing(recurrence, until);
    for (var day : missing) {
      var order = orders.create(recurrence.orderDue(day), List.of(recurrence.visit()));
      occurrences.save(new RecurrenceOccurrence(new RecurrenceOccurrence.Key(id, day), order.id()));
    }
    keptNextDue(recurrence);
    return missing.size();
  }

  /** The rules that have orders to be made today, or had some before. */
  @Transactional(readOnly = true)
  public List<UUID> dueToday() {
    return recurrences.dueOn(today());
  }

  /** As {@link #createUntil}, up to as many days ahead as the rule wants. */
  public int createDue(UUID id) {
    return createUntil(id, today().plusDays(get(id).leadDays()));
  }

  /** Notes why a run made no orders; the next one that succeeds takes the note away. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void note(UUID id, String problem) {
    recurrences.keepProblem(id, problem);
    live.publishAfterCommit("recurrences", Map.of("id", id));
  }

  private Recurrence.Details check(Recurrence.Details details) {
    var dates = RecurrenceDates.of(details.rule(), details.startsOn());
    return new Recurrence.Details(
        details.name(), dates.rule(), details.startsOn(), details.leadDays(), details.template());
  }

  /** What it would make must pass as an order that is complete, today already. */
  private void requireComplete(Recurrence recurrence) {
    var details = recurrence.orderDue(recurrence.startsOn());
    checks.check(recurrence.visit(), checks.check(details), "");
    var order = new Order("", Order.Origin.NONE, details);
    order.addVisit(recurrence.visit());
    order.missing().stream()
        .findFirst()
        .ifPresent(
            field -> {
              throw new InvalidInputException(
                  field, null, "is missing for orders of this type", "Fill it in.");
            });
  }

  private List<LocalDate> missing(Recurrence recurrence, LocalDate until) {
    var made = occurrences.days(recurrence.id(), recurrence.notBefore());
    var missing =
        recurrence.dates().between(recurrence.notBefore(), until, MAX_DAYS).stream()
            .filter(day -> !made.contains(day))
            .toList();
    if (missing.size() > MAX_ORDERS) {
      throw new ConflictException(
          "too-many-orders",
          "%s would make %d orders until %s, more than %d."
              .formatted(recurrence.name(), missing.size(), until, MAX_ORDERS),
          "Choose an earlier day.");
    }
    return missing;
  }

  private Recurrence keptNextDue(Recurrence recurrence) {
    var made = occurrences.days(recurrence.id(), recurrence.notBefore());
    var next =
        recurrence.dates().from(recurrence.notBefore(), made.size() + 1).stream()
            .filter(day -> !made.contains(day))
            .findFirst()
            .orElse(null);
    recurrences.keepNextDue(
        recurrence.id(), recurrence.state() == Recurrence.State.ENDED ? null : next);
    return announced(get(recurrence.id()));
  }

  private Recurrence announced(Recurrence recurrence) {
    live.publishAfterCommit("recurrences", Map.of("id", recurrence.id()));
    return recurrence;
  }

  private Recurrence locked(UUID id) {
    return recurrences.lock(id).orElseThrow(() -> new NotFoundException("recurrence", id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
