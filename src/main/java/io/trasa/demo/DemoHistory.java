package io.trasa.demo;

import io.trasa.common.BackdatedClock;
import io.trasa.customers.Site;
import io.trasa.demo.DemoRegister.Contents;
import io.trasa.fieldwork.FieldAction;
import io.trasa.fieldwork.FieldAction.Kind;
import io.trasa.fieldwork.FieldAction.Sent;
import io.trasa.fieldwork.Payload;
import io.trasa.fieldwork.PhoneInbox;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.orders.OrderWish;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Quote;
import io.trasa.orders.QuoteService;
import io.trasa.orders.Recurrence;
import io.trasa.orders.RecurrenceService;
import io.trasa.orders.Request;
import io.trasa.orders.RequestService;
import io.trasa.orders.Visit;
import io.trasa.parts.TransferService;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.security.CurrentUser;
import io.trasa.settlement.SettlementService;
import io.trasa.settlement.invoices.InvoiceKind;
import io.trasa.settlement.invoices.InvoiceService;
import io.trasa.settlement.invoices.Payment;
import io.trasa.settlement.invoices.PaymentService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last two weeks of the demo company, lived through the same services as every day is: called,
 * sent, driven to, carried out, settled, invoiced, paid. The newest work waits to be settled, some
 * bills are open, some requests and quotes wait for an answer.
 */
@Component
class DemoHistory {

  static final int DAYS = 14;
  private static final int JOBS_A_DAY = 5;
  private static final int DAYS_UNSETTLED = 2;
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final OrderService orders;
  private final RequestService requests;
  private final QuoteService quotes;
  private final RecurrenceService recurrences;
  private final TransferService transfers;
  private final PhoneInbox phones;
  private final SettlementService settlements;
  private final InvoiceService invoices;
  private final PaymentService payments;
  private final PeopleService people;
  private final CurrentUser currentUser;
  private final ZoneId zone;

  DemoHistory(
      OrderService orders,
      RequestService requests,
      QuoteService quotes,
      RecurrenceService recurrences,
      TransferService transfers,
      PhoneInbox phones,
      SettlementService settlements,
      InvoiceService invoices,
      PaymentService payments,
      PeopleService people,
      CurrentUser currentUser,
      ZoneId companyZone) {
    this.orders = orders;
    this.requests = requests;
    this.quotes = quotes;
    this.recurrences = recurrences;
    this.transfers = transfers;
    this.phones = phones;
    this.settlements = settlements;
    this.invoices = invoices;
    this.payments = payments;
    this.people = people;
    this.currentUser = currentUser;
    this.zone = companyZone;
  }

  /** One job of the past: who did what, where, from when on. */
  private record Job(
      DemoWork work, Site site, Technician technician, LocalDate day, Instant start, int number) {

    Instant end() {
      return start.plus(Duration.ofMinutes(work.minutes()));
    }
  }

  /** Each step is a transaction of its own, as it was on its day. */
  void create(LocalDate today, List<Site> sites, Contents contents, Random random) {
    var technicians = people.activeTechnicians();
    int number = 0;
    for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
      if (WEEKEND.contains(day.getDayOfWeek())) {
        continue;
      }
      for (int i = 0; i < JOBS_A_DAY; i++, number++) {
        var job =
            new Job(
                DemoWork.USUAL.get(random.nextInt(DemoWork.USUAL.size())),
                sites.get(random.nextInt(sites.size())),
                technicians.get(number % technicians.size()),
                day,
                at(day, 8 + i, 5 * (number % 7)),
                number);
        live(job, today, contents);
      }
    }
    waiting(today, sites, contents);
  }

  private void live(Job job, LocalDate today, Contents contents) {
    var order = taken(job, contents);
    var visit = order.visits().getFirst();
    on(
        job.day().minusDays(1),
        16,
        "dispatcher",
        () -> orders.dispatch(visit.id(), List.of(job.technician().id()), job.start()));
    carryOut(job, order, visit, contents);
    if (job.day().isBefore(unsettledFrom(today))) {
      settle(job, order);
    }
  }

  /** The last working days wait to be settled, whatever the day of the week. */
  private static LocalDate unsettledFrom(LocalDate today) {
    LocalDate day = today;
    for (int left = DAYS_UNSETTLED;
        left > 0;
        left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1) {
      day = day.minusDays(1);
    }
    return day;
  }

  private Order taken(Job job, Contents contents) {
    var order = new ArrayList<Order>();
    on(
        job.day().minusDays(3),
        9,
        "dispatcher",
        () -> {
          if (job.number() % 3 == 0) {
            var request = requests.create(request(job.work(), job.site(), contents));
            order.add(
                requests.order(
                    request.id(),
                    new OrderWish(
                        job.work().type(),
                        job.work().priority(),
                        job.day(),
                        List.of(),
                        List.of())));
          } else {
            order.add(orders.create(details(job, contents), List.of(visit(job))));
          }
        });
    return order.getFirst();
  }

  private Order.Details details(Job job, Contents contents) {
    var part = contents.parts().get(job.work().partCode());
    return new Order.Details(
        job.work().type(),
        job.site().customerId(),
        job.site().id(),
        null,
        null,
        job.work().title(),
        "",
        job.work().priority(),
        null,
        job.day(),
        "",
        List.of(new ChecklistItem("Function test", true)),
        part == null
            ? List.of()
            : List.of(new PartToCollect(part.id(), part.name(), BigDecimal.ONE.setScale(3))),
        contents.deviceFor(job.work(), job.site()),
        contents.lines(job.work()));
  }

  private static Visit.Details visit(Job job) {
    return new Visit.Details(
        Duration.ofMinutes(job.work().minutes()), List.of(), List.of(), 1, null);
  }

  private void carryOut(Job job, Order order, Visit visit, Contents contents) {
    var part = contents.parts().get(job.work().partCode());
    if (part != null) {
      var line = new TransferService.Line(part.id(), order.id(), BigDecimal.ONE.setScale(3));
      on(
          job.day(),
          6,
          "warehouse",
          () ->
              transfers.handOver(
                  new TransferService.HandOver(
                      UUID.randomUUID(), job.technician().id(), job.day(), List.of(line), "")));
    }
    var taps = new ArrayList<Sent>();
    tap(taps, Kind.RECEIVED, visit, job.start().minus(Duration.ofHours(3)), nothing());
    tap(taps, Kind.ACCEPT, visit, job.start().minus(Duration.ofHours(2)), nothing());
    tap(taps, Kind.TRAVEL, visit, job.start().minus(Duration.ofMinutes(22)), nothing());
    tap(taps, Kind.ARRIVE, visit, job.start().minus(Duration.ofMinutes(4)), nothing());
    tap(taps, Kind.START, visit, job.start(), nothing());
    for (int i = 0; i < order.checklist().size(); i++) {
      tap(taps, Kind.CHECK, visit, job.end().minus(Duration.ofMinutes(9)), checked(i));
    }
    if (part != null && job.number() % 4 != 0) {
      tap(taps, Kind.PART_USED, visit, job.end().minus(Duration.ofMinutes(8)), used(part.id()));
    }
    tap(taps, Kind.SIGN, visit, job.end().minus(Duration.ofMinutes(2)), unsigned());
    tap(taps, Kind.FINISH, visit, job.end(), nothing());
    as(
        job.end(),
        "technician",
        () -> phones.take(job.technician().id(), taps).forEach(DemoHistory::requireApplied));
  }

  private void settle(Job job, Order order) {
    var when = at(job.day().plusDays(1), 9, job.number() % 50);
    as(
        when,
        "accountant",
        () -> {
          var settlement = settlements.settleAsProposed(order.id(), when);
          if (job.number() % 9 == 8 || settlement.net().signum() == 0) {
            return;
          }
          var kind = job.number() % 8 == 7 ? InvoiceKind.RECEIPT : InvoiceKind.INVOICE;
          var invoice =
              invoices.issue(
                  new InvoiceService.NewInvoice(
                      UUID.randomUUID(), kind, List.of(settlement.id()), false, ""),
                  when);
          if (kind == InvoiceKind.INVOICE) {
            pay(job, invoice.id(), invoice.gross().amount());
          }
        });
  }

  /** Most pay within days, some half, some not yet. */
  private void pay(Job job, UUID invoice, BigDecimal gross) {
    int kind = job.number() % 5;
    if (kind == 4) {
      return;
    }
    var amount = kind == 3 ? gross.divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP) : gross;
    payments.record(
        new PaymentService.NewPayment(
            UUID.randomUUID(), invoice, Payment.Method.BANK, job.day().plusDays(1), amount, ""));
  }

  /** What waits for somebody: calls, offers, and the yearly service. */
  private void waiting(LocalDate today, List<Site> sites, Contents contents) {
    for (int i = 0; i < 3; i++) {
      var work = DemoWork.USUAL.get(3 * i + 1);
      var site = sites.get(7 * i + 2);
      on(
          today.minusDays(1),
          10 + 2 * i,
          "dispatcher",
          () -> requests.create(request(work, site, contents)));
    }
    for (int i = 0; i < 2; i++) {
      var work = DemoWork.USUAL.get(5 * i + 4);
      var site = sites.get(9 * i + 5);
      boolean accepted = i == 1;
      on(
          today.minusDays(3),
          11 + i,
          "dispatcher",
          () -> quote(work, site, today, accepted, contents));
    }
    var boiler = DemoWork.USUAL.get(3);
    as(
        at(today.minusDays(1), 15, 0),
        "dispatcher",
        () -> yearly(boiler, sites.get(4), today, contents));
  }

  private void quote(
      DemoWork work, Site site, LocalDate today, boolean accepted, Contents contents) {
    var quote =
        quotes.create(
            new Quote.Details(
                site.customerId(),
                site.id(),
                null,
                contents.deviceFor(work, site),
                work.title(),
                "",
                contents.lines(work),
                today.plusDays(25)));
    quotes.markSent(quote.id());
    if (accepted) {
      quotes.accept(quote.id(), "Kaufmann");
    }
  }

  private void yearly(DemoWork work, Site site, LocalDate today, Contents contents) {
    recurrences.create(
        new Recurrence.Details(
            "Boiler service, every year",
            "FREQ=YEARLY",
            today.plusMonths(6),
            60,
            contents.template(work, site)));
  }

  private static Request.Details request(DemoWork work, Site site, Contents contents) {
    return new Request.Details(
        Request.Source.PHONE,
        "",
        site.customerId(),
        site.id(),
        null,
        contents.deviceFor(work, site),
        work.title(),
        "");
  }

  private void on(LocalDate day, int hour, String who, Runnable work) {
    as(at(day, hour, 20), who, work);
  }

  private void as(Instant when, String who, Runnable work) {
    BackdatedClock.at(when, () -> currentUser.actAs(who, work));
  }

  private Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
  }

  private static void tap(List<Sent> taps, Kind kind, Visit visit, Instant at, Payload payload) {
    taps.add(new Sent(UUID.randomUUID(), kind, visit.id(), at, payload));
  }

  private static void requireApplied(FieldAction action) {
    if (!action.isApplied()) {
      throw new IllegalStateException(
          "%s was refused: %s".formatted(action.kind(), Objects.requireNonNull(action.problem())));
    }
  }

  private static Payload nothing() {
    return payload(null, null, null, null, null);
  }

  private static Payload checked(int item) {
    return payload(null, item, true, null, null);
  }

  private static Payload used(UUID part) {
    return payload(null, null, null, part, BigDecimal.ONE.setScale(3));
  }

  private static Payload unsigned() {
    return payload("Nobody there at the end", null, null, null, null);
  }

  private static Payload payload(
      @Nullable String reason,
      @Nullable Integer item,
      @Nullable Boolean done,
      @Nullable UUID part,
      @Nullable BigDecimal quantity) {
    return new Payload(
        reason, item, done, null, null, part, null, null, quantity, null, null, null, null);
  }
}
