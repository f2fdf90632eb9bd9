package io.trasa.orders.web;

import io.trasa.common.InvalidInputException;
import io.trasa.orders.OrderFilter;
import io.trasa.orders.OrderRow;
import io.trasa.orders.OrderService;
import io.trasa.orders.StatusChange;
import io.trasa.orders.StepSource;
import io.trasa.orders.VisitStatus;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

  private final OrderService orders;
  private final OrderViews views;

  OrderController(OrderService orders, OrderViews views) {
    this.orders = orders;
    this.views = views;
  }

  /**
   * A step that was taken.
   *
   * @param happenedAt when it truly happened
   * @param at when it was written here; later than it happened if the phone was offline
   */
  record HistoryView(
      UUID visitId,
      VisitStatus from,
      VisitStatus to,
      Instant happenedAt,
      @Nullable Instant at,
      @Nullable String by,
      String reason,
      StepSource source) {

    static HistoryView of(StatusChange change) {
      return new HistoryView(
          change.visitId(),
          change.from(),
          change.to(),
          change.happenedAt(),
          change.at(),
          change.by(),
          change.reason(),
          change.source());
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<OrderRow> list(@Valid OrderFilter filter, Paging paging) {
    return PageView.of(orders.list(filter, paging.request()), row -> row);
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  OrderView get(@PathVariable UUID id) {
    return views.of(orders.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  OrderView create(@RequestBody @Validated OrderForm form) {
    return views.of(orders.create(form.details(), form.visitDetails()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  OrderView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) OrderForm form) {
    if (form.visits() != null) {
      throw new InvalidInputException(
          "visits",
          form.visits().size() + " visits",
          "cannot be changed together with their order",
          "Change each visit on its own and leave this out.");
    }
    return views.of(orders.change(id, form.version(), form.details()));
  }

  @GetMapping("/{id}/history")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<HistoryView> history(@PathVariable UUID id) {
    return PageView.whole(orders.history(id).stream().map(HistoryView::of).toList());
  }
}
