package io.trasa.settlement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.trasa.common.Money;
import io.trasa.fieldwork.FieldworkService;
import io.trasa.fieldwork.WorkDone;
import io.trasa.orders.JobSheets;
import io.trasa.orders.Order;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitStatus;
import io.trasa.parts.OrderPart;
import io.trasa.parts.StockService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the facts of an order from the rooms that know them. */
@Component
class ProposalBuilder {

  private static final Set<VisitStatus> DONE =
      EnumSet.of(VisitStatus.DONE, VisitStatus.SETTLED, VisitStatus.INVOICED);
  private static final int MAX_TITLE = 200;

  private final FieldworkService fieldwork;
  private final StockService stock;
  private final JobSheets sheets;
  private final RateService rates;
  private final SettlementSettings settings;
  private final Clock clock;
  private final ZoneId zone;
  private final String currency;

  ProposalBuilder(
      FieldworkService fieldwork,
      StockService stock,
      JobSheets sheets,
      RateService rates,
      SettlementSettings settings,
      Clock clock,
      ZoneId companyZone,
      Currency companyCurrency) {
    this.fieldwork = fieldwork;
    this.stock = stock;
    this.sheets = sheets;
    this.rates = rates;
    this.settings = settings;
    this.clock = clock;
    this.zone = companyZone;
    this.currency = companyCurrency.getCurrencyCode();
  }

  /**
   * @param shares how a crew shares its piece rates, see {@link Settling#shares()}
   */
  Proposal of(Order order, Map<UUID, BigDecimal> shares) {
    var work = fieldwork.of(order.id());
    var parts = stock.ofOrder(order.id());
    var crews = crews(order);
    var days = days(crews);
    var points = new ArrayList<OpenPoint>();
    var lines =
        new LineProposal(order, days.getFirst(), sheets.assetsOf(order), settings)
            .of(work, parts, sheets.catalogueLines(unknownOperations(order, work)));
    var times = times(work);
    addPoints(order, parts, lines, times, points);
    return new Proposal(
        order.id(),
        order.number(),
        order.title().substring(0, Math.min(MAX_TITLE, order.title().length())),
        order.customerId(),
        Objects.requireNonNullElse(order.payerId(), order.customerId()),
        order.siteId(),
        days.getFirst(),
        days.getLast(),
        currency,
        lines,
        parts,
        perDay(times),
        costs(work, parts, perDay(times)),
        new EarningShares(
                currency,
                crews,
                shares,
                (operation, day) -> rates.pieceOn(operation, day).map(PieceRate::amount),
                (technician, day) -> rates.hourlyOn(technician, day).map(HourlyRate::amount))
            .of(work.operations(), times),
        points);
  }

  private Map<UUID, EarningShares.Crew> crews(Order order) {
    var crews = new LinkedHashMap<UUID, EarningShares.Crew>();
    order.visits().stream()
        .filter(visit -> DONE.contains(visit.status()))
        .forEach(
            visit ->
                crews.put(
                    visit.id(), new EarningShares.Crew(day(began(visit)), visit.technicianIds())));
    return crews;
  }

  private Instant began(Visit visit) {
    return Stream.of(
            visit.progress().startedAt(), visit.progress().finishedAt(), visit.plannedStart())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(clock::instant);
  }

  /** Those of the work, in order; today if nothing was done. */
  private List<LocalDate> days(Map<UUID, EarningShares.Crew> crews) {
    var days = crews.values().stream().map(EarningShares.Crew::day).distinct().sorted().toList();
    return days.isEmpty() ? List.of(day(clock.instant())) : days;
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static Set<UUID> unknownOperations(Order order, WorkDone work) {
    var ids = new LinkedHashSet<UUID>();
    work.operations().stream()
        .map(WorkDone.Operation::operationId)
        .filter(Objects::nonNull)
        .forEach(ids::add);
    order.lines().forEach(line -> ids.remove(line.itemId()));
    return ids;
  }

  private List<EarningShares.VisitTime> times(WorkDone work) {
    record Key(UUID visitId, UUID technicianId, WorkDone.TimeKind kind, LocalDate day) {}
    return work.times().stream()
        .collect(
            groupingBy(
                t -> new Key(t.visitId(), t.technicianId(), t.kind(), day(t.start())),
                LinkedHashMap::new,
                summingLong(t -> t.end().getEpochSecond() - t.start().getEpochSecond())))
        .entrySet()
        .stream()
        .map(
            e ->
                new EarningShares.VisitTime(
                    e.getKey().visitId(),
                    e.getKey().technicianId(),
                    e.getKey().kind(),
                    e.getKey().day(),
                    e.getValue()))
        .toList();
  }

  private static List<Proposal.TimeSpent> perDay(List<EarningShares.VisitTime> times) {
    record Key(UUID technicianId, WorkDone.TimeKind kind, LocalDate day) {}
    return times.stream()
        .collect(
            groupingBy(
                t -> new Key(t.technicianId(), t.kind(), t.day()),
                LinkedHashMap::new,
                summingLong(EarningShares.VisitTime::seconds)))
        .entrySet()
        .stream()
        .map(
            e ->
                new Proposal.TimeSpent(
                    e.getKey().technicianId(), e.getKey().kind(), e.getKey().day(), e.getValue()))
        .toList();
  }

  private List<CostLine> costs(
      WorkDone work, List<OrderPart> parts, List<Proposal.TimeSpent> times) {
    var costs = new ArrayList<CostLine>();
    for (var time : times) {
      rates
          .hourlyOn(time.technicianId(), time.day())
          .ifPresent(rate -> costs.add(labour(time, rate.cost())));
    }
    parts.stream()
        .filter(part -> part.used().signum() > 0)
        .forEach(
            part ->
                costs.add(
                    cost(
                        CostLine.Kind.PART,
                        part.partId(),
                        part.name(),
                        part.used(),
                        part.unitCost())));
    work.purchases()
        .forEach(
            bought ->
                costs.add(
                    cost(
                        CostLine.Kind.PURCHASE,
                        null,
                        bought.text(),
                        BigDecimal.ONE,
                        bought.cost())));
    return costs;
  }

  private CostLine labour(Proposal.TimeSpent time, BigDecimal perHour) {
    var amount =
        BigDecimal.valueOf(time.seconds())
            .multiply(perHour)
            .divide(BigDecimal.valueOf(3600), 10, RoundingMode.HALF_UP);
    return new CostLine(
        time.kind() == WorkDone.TimeKind.TRAVEL ? CostLine.Kind.TRAVEL : CostLine.Kind.WORK,
        time.technicianId(),
        null,
        "",
        EarningShares.hours(time.seconds()),
        perHour,
        Money.rounded(amount, currency));
  }

  private CostLine cost(
      CostLine.Kind kind,
      @Nullable UUID itemId,
      String text,
      BigDecimal quantity,
      BigDecimal unitCost) {
    return new CostLine(
        kind,
        null,
        itemId,
        text,
        quantity,
        unitCost,
        Money.rounded(quantity.multiply(unitCost), currency));
  }

  private void addPoints(
      Order order,
      List<OrderPart> parts,
      List<SettlementLine> lines,
      List<EarningShares.VisitTime> times,
      List<OpenPoint> points) {
    if (!DONE.contains(order.status())) {
      points.add(OpenPoint.of(OpenPoint.Code.NOT_DONE, order.status().name()));
    }
    parts.stream()
        .filter(part -> part.onVan().signum() != 0)
        .map(
            part ->
                new OpenPoint(
                    OpenPoint.Code.PART_ON_VAN, part.code() + " " + part.name(), part.onVan()))
        .forEach(points::add);
    lines.stream()
        .filter(line -> line.origin() == SettlementLine.Origin.NOT_AGREED)
        .filter(line -> line.unitPrice().signum() == 0)
        .map(line -> OpenPoint.of(OpenPoint.Code.PRICE_MISSING, line.text()))
        .forEach(points::add);
    if (times.isEmpty()) {
      points.add(OpenPoint.of(OpenPoint.Code.NO_TIMES, ""));
    }
    times.stream()
        .filter(time -> rates.hourlyOn(time.technicianId(), time.day()).isEmpty())
        .map(EarningShares.VisitTime::technicianId)
        .distinct()
        .map(id -> OpenPoint.of(OpenPoint.Code.RATE_MISSING, id.toString()))
        .forEach(points::add);
  }
}
