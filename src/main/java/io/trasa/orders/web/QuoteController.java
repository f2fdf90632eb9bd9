package io.trasa.orders.web;

import io.trasa.common.Text;
import io.trasa.orders.Quote;
import io.trasa.orders.QuoteFilter;
import io.trasa.orders.QuoteService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Quotes, the answers to them, and the orders they become. */
@RestController
@RequestMapping("/api/quotes")
class QuoteController {

  private final QuoteService quotes;
  private final QuoteViews views;
  private final OrderViews orderViews;
  private final Parties parties;

  QuoteController(QuoteService quotes, QuoteViews views, OrderViews orderViews, Parties parties) {
    this.quotes = quotes;
    this.views = views;
    this.orderViews = orderViews;
    this.parties = parties;
  }

  /**
   * @param by who said so; left out, the user who writes it down
   */
  record AcceptForm(@NotNull Long version, @Nullable @PlainText(max = 200) String by) {}

  /**
   * @param by who said so; left out, the user who writes it down
   */
  record DeclineForm(
      @NotNull Long version,
      @NotBlank @PlainText(max = 1000) String reason,
      @Nullable @PlainText(max = 200) String by) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<QuoteView.Row> list(@Valid QuoteFilter filter, Paging paging) {
    var found = quotes.list(filter, paging.request());
    var named = parties.of(found.getContent(), Quote::customerId, Quote::siteId);
    return PageView.of(found, quote -> QuoteView.Row.of(quote, named));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  QuoteView get(@PathVariable UUID id) {
    return views.of(quotes.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  QuoteView create(@RequestBody @Validated QuoteForm form) {
    return views.of(quotes.create(form.details(quotes.usualEnd())));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  QuoteView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) QuoteForm form) {
    return views.of(quotes.change(id, form.version(), form.details(quotes.usualEnd())));
  }

  @PostMapping("/{id}/accept")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  QuoteView accept(@PathVariable UUID id, @RequestBody @Valid AcceptForm form) {
    return views.of(quotes.acceptInOffice(id, form.version(), Text.orEmpty(form.by())));
  }

  @PostMapping("/{id}/decline")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  QuoteView decline(@PathVariable UUID id, @RequestBody @Valid DeclineForm form) {
    return views.of(
        quotes.declineInOffice(
            id, form.version(), Text.orEmpty(form.reason()), Text.orEmpty(form.by())));
  }

  @PostMapping("/{id}/order")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  OrderView order(@PathVariable UUID id, @RequestBody @Valid OrderWishForm form) {
    return orderViews.of(quotes.order(id, form.wish()));
  }
}
