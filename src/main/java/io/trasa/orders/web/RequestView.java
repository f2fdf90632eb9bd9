package io.trasa.orders.web;

import io.trasa.assets.AssetBrief;
import io.trasa.orders.Order;
import io.trasa.orders.Quote;
import io.trasa.orders.Request;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is shown.
 *
 * @param createdAt when it was taken; how old it is follows
 * @param quotes what was offered for it, the first one first
 * @param orderId the order that came of it, at once or by way of a quote
 */
record RequestView(
    UUID id,
    long version,
    String number,
    Request.Source source,
    Request.Status status,
    String takenBy,
    @Nullable Instant createdAt,
    @Nullable Instant closedAt,
    String caller,
    Parties.@Nullable CustomerBrief customer,
    Parties.@Nullable SiteBrief site,
    Parties.@Nullable ContactBrief contact,
    List<AssetBrief> assets,
    String complaint,
    String wishedTime,
    String declineReason,
    List<QuoteRef> quotes,
    @Nullable UUID orderId,
    @Nullable String orderNumber) {

  /** A quote in few words. */
  record QuoteRef(UUID id, String number, Quote.Status status) {
    static QuoteRef of(Quote quote) {
      return new QuoteRef(quote.id(), quote.number(), quote.status());
    }
  }

  static RequestView of(
      Request request,
      Parties.Named named,
      List<AssetBrief> assets,
      List<Quote> quotes,
      @Nullable Order order) {
    return new RequestView(
        request.id(),
        request.version(),
        request.number(),
        request.source(),
        request.status(),
        request.takenBy(),
        request.createdAt(),
        request.closedAt(),
        request.caller(),
        named.customer(request.customerId()),
        named.site(request.siteId()),
        named.contact(request.contactId()),
        assets,
        request.complaint(),
        request.wishedTime(),
        request.declineReason(),
        quotes.stream().map(QuoteRef::of).toList(),
        order == null ? null : order.id(),
        order == null ? null : order.number());
  }

  /** One line of the list. */
  record Row(
      UUID id,
      long version,
      String number,
      Request.Source source,
      Request.Status status,
      String takenBy,
      @Nullable Instant createdAt,
      @Nullable Instant closedAt,
      String caller,
      @Nullable UUID customerId,
      String customerName,
      String siteName,
      int assetCount,
      String complaint,
      String wishedTime) {

    static Row of(Request request, Parties.Named named) {
      return new Row(
          request.id(),
          request.version(),
          request.number(),
          request.source(),
          request.status(),
          request.takenBy(),
          request.createdAt(),
          request.closedAt(),
          request.caller(),
          request.customerId(),
          named.customerName(request.customerId()),
          named.siteName(request.siteId()),
          request.assetIds().size(),
          request.complaint(),
          request.wishedTime());
    }
  }
}
