package io.trasa.orders.web;

import io.trasa.assets.AssetService;
import io.trasa.common.Text;
import io.trasa.orders.OrderService;
import io.trasa.orders.QuoteService;
import io.trasa.orders.Request;
import io.trasa.orders.RequestFilter;
import io.trasa.orders.RequestService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Requests, and what is made of them. */
@RestController
@RequestMapping("/api/requests")
class RequestController {

  private final RequestService requests;
  private final QuoteService quotes;
  private final OrderService orders;
  private final AssetService assets;
  private final Parties parties;
  private final QuoteViews quoteViews;
  private final OrderViews orderViews;

  RequestController(
      RequestService requests,
      QuoteService quotes,
      OrderService orders,
      AssetService assets,
      Parties parties,
      QuoteViews quoteViews,
      OrderViews orderViews) {
    this.requests = requests;
    this.quotes = quotes;
    this.orders = orders;
    this.assets = assets;
    this.parties = parties;
    this.quoteViews = quoteViews;
    this.orderViews = orderViews;
  }

  record DeclineForm(@NotNull Long version, @NotBlank @PlainText(max = 1000) String reason) {}

  record ReopenForm(@NotNull Long version) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<RequestView.Row> list(@Valid RequestFilter filter, Paging paging) {
    var found = requests.list(filter, paging.request());
    var named = parties.of(found.getContent(), Request::customerId, Request::siteId);
    return PageView.of(found, request -> RequestView.Row.of(request, named));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  RequestView get(@PathVariable UUID id) {
    return view(requests.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  RequestView create(@RequestBody @Validated RequestForm form) {
    return view(requests.create(form.key(), form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  RequestView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) RequestForm form) {
    return view(requests.change(id, form.version(), form.details()));
  }

  @PostMapping("/{id}/decline")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  RequestView decline(@PathVariable UUID id, @RequestBody @Valid DeclineForm form) {
    return view(requests.decline(id, form.version(), Text.orEmpty(form.reason())));
  }

  @PostMapping("/{id}/reopen")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  RequestView reopen(@PathVariable UUID id, @RequestBody @Valid ReopenForm form) {
    return view(requests.reopen(id, form.version()));
  }

  @PostMapping("/{id}/quote")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  QuoteView quote(@PathVariable UUID id) {
    return quoteViews.of(quotes.ofRequest(id));
  }

  @PostMapping("/{id}/order")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  OrderView order(@PathVariable UUID id, @RequestBody @Valid OrderWishForm form) {
    return orderViews.of(requests.order(id, form.wish()));
  }

  private RequestView view(Request request) {
    var one = List.of(request);
    var briefs = assets.briefs(request.assetIds());
    return RequestView.of(
        request,
        parties.of(one, Request::customerId, Request::siteId, Request::contactId),
        request.assetIds().stream().map(briefs::get).filter(Objects::nonNull).toList(),
        quotes.listOfRequest(request.id()),
        orders.findOfRequest(request.id()).orElse(null));
  }
}
