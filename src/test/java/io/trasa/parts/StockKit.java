package io.trasa.parts;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.Vehicle;
import io.trasa.customers.Address;
import io.trasa.customers.Billing;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Visit;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.Technician;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Parts, vans and orders of their own for each test. */
final class StockKit {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private static final AtomicInteger COUNTER = new AtomicInteger();

  final StockService stock;
  final TransferService transfers;
  final GoodsService goods;
  final PartService catalogue;
  final OrderService orders;
  private final CustomerService customers;
  private final PeopleService people;
  private final RegisterService register;
  private final Clock clock;

  StockKit(ApplicationContext context) {
    stock = context.getBean(StockService.class);
    transfers = context.getBean(TransferService.class);
    goods = context.getBean(GoodsService.class);
    catalogue = context.getBean(PartService.class);
    orders = context.getBean(OrderService.class);
    customers = context.getBean(CustomerService.class);
    people = context.getBean(PeopleService.class);
    register = context.getBean(RegisterService.class);
    clock = context.getBean(Clock.class);
  }

  static BigDecimal of(String quantity) {
    return new BigDecimal(quantity);
  }

  /** A part of which the warehouse has so many. */
  Part part(String name, String quantity) {
    var part = catalogue.create(details("P-%05d".formatted(COUNTER.incrementAndGet()), name));
    if (!quantity.equals("0")) {
      receive(part, quantity);
    }
    return part;
  }

  static Part.Details details(String code, String name) {
    return new Part.Details(
        code, name, "pc", of("4.2000"), of("9.9000"), of("19.00"), "", List.of(), of("0"), true);
  }

  StockDocument receive(Part part, String quantity) {
    return goods.receive(
        new GoodsService.Receipt(
            UUID.randomUUID(),
            "Großhandel Löwe",
            List.of(new GoodsService.Line(part.id(), of(quantity)))));
  }

  /** A technician with a van. */
  UUID technician(String name) {
    return technician(
        name, register.createVan("Caddy " + name, "NB-TR " + COUNTER.incrementAndGet()).id());
  }

  UUID technician(String name, @Nullable UUID vanId) {
    return people
        .create(
            new Technician.Details(
                name,
                "",
                "",
                "#0a6640",
                new Coordinates(53.5, 13.2),
                "",
                List.of(),
                List.of(),
                vanId,
                Vehicle.CAR,
                true))
        .id();
  }

  /** An order with a visit that is new. */
  Order order(PartToCollect... parts) {
    var customer =
        customers.create(
            new Customer.Details(
                "Bäckerei Żółw", "", "", "en", Priority.NORMAL, "", Billing.USUAL));
    var site =
        customers.addSite(
            customer.id(),
            new Site.Details(
                "",
                new Address("Ring", "1", "17033", "Neubrandenburg"),
                new Coordinates(53.5, 13.2),
                ""));
    return orders.create(
        new Order.Details(
            OrderType.CALL_OUT,
            customer.id(),
            site.id(),
            null,
            null,
            "Cold",
            "",
            Priority.NORMAL,
            null,
            null,
            "",
            List.of(),
            List.of(parts),
            List.of(),
            List.of()),
        List.of(new Visit.Details(Duration.ofHours(1), List.of(), List.of(), 1, null)));
  }

  static PartToCollect wants(Part part, String quantity) {
    return new PartToCollect(part.id(), part.name(), of(quantity));
  }

  /** Sends the order's visit to a technician on Monday at nine and so many hours. */
  void dispatch(Order order, UUID technicianId, int hours) {
    orders.dispatch(
        orders.get(order.id()).visits().getFirst().id(),
        List.of(technicianId),
        NINE.plus(Duration.ofHours(hours)));
  }

  StockDocument handOver(UUID technicianId, Part part, @Nullable Order order, String quantity) {
    return transfers.handOver(
        new TransferService.HandOver(
            UUID.randomUUID(),
            technicianId,
            MONDAY,
            List.of(
                new TransferService.Line(
                    part.id(), order == null ? null : order.id(), of(quantity))),
            ""));
  }

  StockDocument bringBack(UUID technicianId, Part part, @Nullable Order order, String quantity) {
    return transfers.bringBack(
        new TransferService.BringBack(
            UUID.randomUUID(),
            technicianId,
            List.of(
                new TransferService.Line(
                    part.id(), order == null ? null : order.id(), of(quantity))),
            ""));
  }

  Usage usage(UUID technicianId, Part part, Order order, String quantity) {
    return new Usage(
        UUID.randomUUID(),
        order.id(),
        orders.get(order.id()).visits().getFirst().id(),
        technicianId,
        part.id(),
        of(quantity),
        clock.instant());
  }
}
