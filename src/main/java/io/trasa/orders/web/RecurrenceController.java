package io.trasa.orders.web;

import io.trasa.assets.AssetService;
import io.trasa.common.InvalidInputException;
import io.trasa.customers.CustomerService;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.orders.Recurrence;
import io.trasa.orders.RecurrenceDates;
import io.trasa.orders.RecurrenceFilter;
import io.trasa.orders.RecurrenceOccurrence;
import io.trasa.orders.RecurrenceService;
import io.trasa.orders.VisitStatus;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules that make orders, such as plans of maintenance. */
@RestController
@RequestMapping("/api/recurrences")
class RecurrenceController {

  private static final int USUAL_COUNT = 12;
  private static final int MAX_COUNT = 60;

  private final RecurrenceService recurrences;
  private final OrderService orders;
  private final CustomerService customers;
  private final AssetService assets;

  RecurrenceController(
      RecurrenceService recurrences,
      OrderService orders,
      CustomerService customers,
      AssetService assets) {
    this.recurrences = recurrences;
    this.orders = orders;
    this.customers = customers;
    this.assets = assets;
  }

  record StateForm(@NotNull Long version, Recurrence.@NotNull State state) {}

  /**
   * @param rule in capitals, without its name
   * @param days the first ones it falls on
   */
  record PreviewView(String rule, boolean endless, List<LocalDate> days) {}

  record MadeView(int orders) {}

  /** An order that was made for a day. */
  record OccurrenceView(LocalDate dueOn, UUID orderId, String orderNumber, VisitStatus status) {

    static OccurrenceView of(RecurrenceOccurrence occurrence, Order order) {
      return new OccurrenceView(occurrence.dueOn(), order.id(), order.number(), order.status());
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<RecurrenceView> list(@Valid RecurrenceFilter filter, Paging paging) {
    var found = recurrences.list(filter, paging.request());
    var views =
        views(found.getContent()).stream()
            .collect(Collectors.toMap(RecurrenceView::id, Function.identity()));
    return PageView.of(found, rule -> Objects.requireNonNull(views.get(rule.id())));
  }

  /**
   * The days on which a rule would fall.
   *
   * @param count 1 to 60; default 12
   */
  @GetMapping("/preview")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PreviewView preview(
      @RequestParam String rule,
      @RequestParam @ThisCentury LocalDate start,
      @RequestParam @Nullable Integer count) {
    int wanted = Objects.requireNonNullElse(count, USUAL_COUNT);
    if (wanted < 1 || wanted > MAX_COUNT) {
      throw new InvalidInputException(
          "count", wanted, "is not between 1 and " + MAX_COUNT, "Ask for fewer days.");
    }
    var dates = RecurrenceDates.of(rule, start);
    return new PreviewView(dates.rule(), dates.isEndless(), dates.from(start, wanted));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  RecurrenceView get(@PathVariable UUID id) {
    return view(recurrences.get(id));
  }

  /** The orders it made, the latest day first. */
  @GetMapping("/{id}/orders")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<OccurrenceView> orders(@PathVariable UUID id, Paging paging) {
    return PageView.of(
        recurrences.occurrences(id, paging.request()),
        occurrence -> OccurrenceView.of(occurrence, orders.get(occurrence.orderId())));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  RecurrenceView create(@RequestBody @Validated RecurrenceForm form) {
    return view(recurrences.create(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  RecurrenceView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) RecurrenceForm form) {
    return view(recurrences.change(id, form.version(), form.details()));
  }

  /** Pauses it, lets it go on, or ends it. */
  @PostMapping("/{id}/state")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  RecurrenceView become(@PathVariable UUID id, @RequestBody @Validated StateForm form) {
    return view(recurrences.become(id, form.version(), form.state()));
  }

  /** Makes the orders of all days up to this one that have none yet; safe to repeat. */
  @PostMapping("/{id}/create")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  MadeView createUntil(@PathVariable UUID id, @RequestParam @ThisCentury LocalDate until) {
    return new MadeView(recurrences.createUntil(id, until));
  }

  private RecurrenceView view(Recurrence rule) {
    return views(List.of(rule)).getFirst();
  }

  private List<RecurrenceView> views(List<Recurrence> rules) {
    var byCustomer = customers.customers(ids(rules, r -> List.of(r.customerId())));
    var bySite = customers.sites(ids(rules, r -> List.of(r.siteId())));
    var byAsset = assets.briefs(ids(rules, Recurrence::assetIds));
    return rules.stream()
        .map(rule -> RecurrenceView.of(rule, byCustomer, bySite, byAsset))
        .toList();
  }

  private static List<UUID> ids(
      List<Recurrence> rules, Function<Recurrence, Collection<UUID>> idsOf) {
    return rules.stream().map(idsOf).flatMap(Collection::stream).distinct().toList();
  }
}
