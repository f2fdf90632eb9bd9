package io.trasa.orders.web;

import io.trasa.assets.AssetBrief;
import io.trasa.common.Money;
import io.trasa.common.Totals;
import io.trasa.orders.OrderLine;
import io.trasa.orders.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quote as it is shown. */
record QuoteView(
    UUID id,
    long version,
    String number,
    int revision,
    Quote.Status status,
    @Nullable UUID requestId,
    @Nullable String requestNumber,
    @Nullable UUID orderId,
    @Nullable String orderNumber,
    Parties.@Nullable CustomerBrief customer,
    Parties.@Nullable SiteBrief site,
    Parties.@Nullable ContactBrief contact,
    List<AssetBrief> assets,
    String title,
    String notes,
    List<OrderLine> lines,
    Totals totals,
    String currency,
    LocalDate validUntil,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    String answeredBy,
    Quote.@Nullable Answered answeredHow,
    String declineReason,
    @Nullable Instant createdAt,
    @Nullable String createdBy) {

  /** One line of the list. */
  record Row(
      UUID id,
      String number,
      int revision,
      Quote.Status status,
      UUID customerId,
      String customerName,
      String siteName,
      String title,
      Money net,
      Money gross,
      LocalDate validUntil,
      @Nullable Instant createdAt,
      @Nullable UUID requestId,
      @Nullable UUID orderId) {

    static Row of(Quote quote, Parties.Named named) {
      var totals = quote.totals();
      return new Row(
          quote.id(),
          quote.number(),
          quote.revision(),
          quote.status(),
          quote.customerId(),
          named.customerName(quote.customerId()),
          named.siteName(quote.siteId()),
          quote.title(),
          totals.net(),
          totals.gross(),
          quote.validUntil(),
          quote.createdAt(),
          quote.requestId(),
          quote.orderId());
    }
  }
}
