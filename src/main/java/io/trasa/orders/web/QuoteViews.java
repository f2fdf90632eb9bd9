package io.trasa.orders.web;

import io.trasa.assets.AssetService;
import io.trasa.orders.OrderService;
import io.trasa.orders.Quote;
import io.trasa.orders.RequestService;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shows quotes with the names of all they refer to. */
@Component
class QuoteViews {

  private final RequestService requests;
  private final OrderService orders;
  private final AssetService assets;
  private final Parties parties;

  QuoteViews(RequestService requests, OrderService orders, AssetService assets, Parties parties) {
    this.requests = requests;
    this.orders = orders;
    this.assets = assets;
    this.parties = parties;
  }

  QuoteView of(Quote quote) {
    var named = parties.of(List.of(quote), Quote::customerId, Quote::siteId, Quote::contactId);
    var briefs = assets.briefs(quote.assetIds());
    return new QuoteView(
        quote.id(),
        quote.version(),
        quote.number(),
        quote.revision(),
        quote.status(),
        quote.requestId(),
        quote.requestId() == null ? null : requests.get(quote.requestId()).number(),
        quote.orderId(),
        quote.orderId() == null ? null : orders.get(quote.orderId()).number(),
        named.customer(quote.customerId()),
        named.site(quote.siteId()),
        named.contact(quote.contactId()),
        quote.assetIds().stream().map(briefs::get).filter(Objects::nonNull).toList(),
        quote.title(),
        quote.notes(),
        quote.lines(),
        quote.totals(),
        quote.currency(),
        quote.validUntil(),
        quote.sentAt(),
        quote.answeredAt(),
        quote.answeredBy(),
        quote.answeredHow(),
        quote.declineReason(),
        quote.createdAt(),
        quote.createdBy());
  }
}
