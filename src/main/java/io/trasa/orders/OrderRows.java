package io.trasa.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.trasa.common.Priority;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads the few columns of orders that lists show, in four queries for all of them. */
@Component
class OrderRows {

  private final Orders orders;
  private final Visits visits;
  private final CustomerService customers;
  private final CompanyDay day;

  OrderRows(Orders orders, Visits visits, CustomerService customers, CompanyDay day) {
    this.orders = orders;
    this.visits = visits;
    this.customers = customers;
    this.day = day;
  }

  /** In the sequence of the ids. */
  List<OrderRow> of(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, OrderRow.Columns> found =
        orders.columns(ids).stream().collect(toMap(OrderRow.Columns::id, Function.identity()));
    var going = visits.columns(ids).stream().collect(groupingBy(OrderRow.VisitColumns::orderId));
    var byCustomer =
        customers.customers(
            found.values().stream().map(OrderRow.Columns::customerId).collect(toSet()));
    var bySite =
        customers.sites(found.values().stream().map(OrderRow.Columns::siteId).collect(toSet()));
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(
            order ->
                row(
                    order,
                    going.getOrDefault(order.id(), List.of()),
                    Optional.ofNullable(byCustomer.get(order.customerId())),
                    Optional.ofNullable(bySite.get(order.siteId()))))
        .toList();
  }

  private OrderRow row(
      OrderRow.Columns order,
      List<OrderRow.VisitColumns> going,
      Optional<Customer> customer,
      Optional<Site> site) {
    var next = next(going);
    return new OrderRow(
        order.id(),
        order.number(),
        order.type(),
        order.status(),
        order.priority().max(customer.map(Customer::priority).orElse(Priority.LOW)),
        Order.title(order.number(), order.reason(), order.scope()),
        order.customerId(),
        customer.map(Customer::name).orElse(""),
        order.siteId(),
        site.map(s -> s.name().isEmpty() ? s.address().onOneLine() : s.name()).orElse(""),
        order.dueDate(),
        order.createdAt(),
        next.map(OrderRow.VisitColumns::plannedStart).orElse(null),
        next.map(OrderRow.VisitColumns::technicianIds).orElse(List.of()),
        going.size(),
        order.dueDate() != null
            && order.dueDate().isBefore(day.today())
            && Attention.NOT_BEGUN.contains(order.status()));
  }

  /** The first planned one that is still open; else the last one that was planned. */
  private static Optional<OrderRow.VisitColumns> next(List<OrderRow.VisitColumns> going) {
    Comparator<OrderRow.VisitColumns> byStart =
        Comparator.comparing(visit -> Objects.requireNonNull(visit.plannedStart()));
    var planned = going.stream().filter(visit -> visit.plannedStart() != null).toList();
    return planned.stream()
        .filter(visit -> visit.status().isOpen())
        .min(byStart)
        .or(() -> planned.stream().max(byStart));
  }
}
