package io.trasa.orders.web;

import io.trasa.orders.JobSheets;
import io.trasa.orders.Order;
import io.trasa.orders.QuoteService;
import io.trasa.orders.RequestService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows orders with the names of all they refer to. */
@Component
class OrderViews {

  private final RequestService requests;
  private final QuoteService quotes;
  private final JobSheets sheets;
  private final Parties parties;

  OrderViews(RequestService requests, QuoteService quotes, JobSheets sheets, Parties parties) {
    this.requests = requests;
    this.quotes = quotes;
    this.sheets = sheets;
    this.parties = parties;
  }

  OrderView of(Order order) {
    var named = parties.of(List.of(order), Order::customerId, Order::siteId, Order::contactId);
    var payer = parties.of(List.of(order), Order::payerId, row -> null);
    var request = order.requestId() == null ? null : requests.get(order.requestId());
    var quote = order.quoteId() == null ? null : quotes.get(order.quoteId());
    return OrderView.of(order, named, payer, sheets.assetsOf(order), request, quote);
  }
}
