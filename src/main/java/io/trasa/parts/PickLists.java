package io.trasa.parts;

import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to pick lists: what to put into which van before it leaves. */
@Service
@Transactional(readOnly = true)
public class PickLists {

  private static final Set<VisitStatus> GOING =
      EnumSet.of(
          VisitStatus.PLANNED,
          VisitStatus.DISPATCHED,
          VisitStatus.ACCEPTED,
          VisitStatus.TRAVELLING,
          VisitStatus.IN_PROGRESS);

  private final OrderService orders;
  private final JobSheets sheets;
  private final PeopleService people;
  private final PartService parts;
  private final StockService stock;
  private final StockLevels levels;
  private final Reservations reservations;
  private final Locations locations;
  private final ZoneId zone;

  PickLists(
      OrderService orders,
      JobSheets sheets,
      PeopleService people,
      PartService parts,
      StockService stock,
      StockLevels levels,
      Reservations reservations,
      Locations locations,
      ZoneId zone) {
    this.orders = orders;
    this.sheets = sheets;
    this.people = people;
    this.parts = parts;
    this.stock = stock;
    this.levels = levels;
    this.reservations = reservations;
    this.locations = locations;
    this.zone = zone;
  }

  /**
   * What the leads of all planned visits of a day have to take along, by name.
   *
   * @param day in the company's zone
   */
  public PickList of(LocalDate day) {
    var going = goingOn(day);
    var wantedParts =
        going.stream()
            .flatMap(sheet -> Reservations.wanted(sheet.partsToCollect()).keySet().stream())
            .collect(Collectors.toSet());
    var refilled = parts.keptOnVans();
    var shelf = shelf(going, wantedParts, refilled);
    var byLead =
        going.stream()
            .collect(
                Collectors.groupingBy(
                    sheet -> sheet.technicianIds().getFirst(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var tours =
        byLead.entrySet().stream()
            .map(tour -> tour(people.technician(tour.getKey()), tour.getValue(), refilled, shelf))
            .filter(tour -> !tour.stops().isEmpty() || !tour.refills().isEmpty())
            .sorted(Comparator.comparing(PickList.Tour::technician))
            .toList();
    return new PickList(day, tours);
  }

  /**
   * What planned visits of a day lack, by order: parts that neither the warehouse nor the van's own
   * stock has for them. Orders that lack nothing are missing.
   *
   * @param day in the company's zone
   */
  public Map<UUID, List<PickList.Item>> lacking(LocalDate day) {
    var from = day.atStartOfDay(zone).toInstant();
    var wanted = reservations.neededIn(from, day.plusDays(1).atStartOfDay(zone).toInstant());
    if (reservations.shortages(wanted).isEmpty()) {
      return Map.of();
    }
    var lacking = new LinkedHashMap<UUID, List<PickList.Item>>();
    of(day).tours().stream()
        .flatMap(tour -> tour.stops().stream())
        .forEach(
            stop -> {
              var items = stop.items().stream().filter(i -> i.lacking().signum() > 0).toList();
              if (!items.isEmpty()) {
                lacking.put(stop.orderId(), items);
              }
            });
    return lacking;
  }

  /** Sheets of the day by start; of each order only the first, so that it is picked once. */
  private List<JobSheet> goingOn(LocalDate day) {
    var ids =
        orders.visitsFor(day, 1).stream()
            .filter(visit -> GOING.contains(visit.status()) && startsOn(visit, day))
            .map(VisitBrief::id)
            .toList();
    var seen = new HashSet<UUID>();
    return sheets.of(ids).stream().filter(sheet -> seen.add(sheet.orderId())).toList();
  }

  private boolean startsOn(VisitBrief visit, LocalDate day) {
    return visit.plannedStart() != null
        && !visit.technicianIds().isEmpty()
        && LocalDate.ofInstant(visit.plannedStart(), zone).equals(day);
  }

  /** All numbers a day's lists need, read at once. */
  private record Shelf(
      Map<UUID, Part> parts,
      Map<UUID, StockLevel> levels,
      Map<Reservations.Wish, BigDecimal> shortages,
      Map<Reservations.Wish, BigDecimal> collected) {

    StockLevel level(UUID partId) {
      return levels.getOrDefault(partId, StockLevel.NOTHING);
    }
  }

  private Shelf shelf(Collection<JobSheet> going, Set<UUID> wanted, Collection<Part> refilled) {
    var known = new HashMap<>(parts.parts(wanted));
    var substitutes =
        known.values().stream().flatMap(p -> p.substituteIds().stream()).distinct().toList();
    known.putAll(parts.parts(substitutes));
    refilled.forEach(part -> known.put(part.id(), part));
    return new Shelf(
        known,
        stock.levels(known.keySet()),
        reservations.shortages(wanted),
        levels.collected(going.stream().map(JobSheet::orderId).toList()));
  }

  private PickList.Tour tour(
      Technician technician, List<JobSheet> stops, List<Part> refilled, Shelf shelf) {
    var location = locations.findVanOf(technician.id());
    // What the van has is offered to its orders one after the other.
    var own = new HashMap<>(location.map(levels::ownOf).orElse(Map.of()));
    var refills = refills(refilled, own, technician, shelf);
    return new PickList.Tour(
        technician.id(),
        technician.name(),
        technician.color(),
        locations.nameOfVan(technician.vanId()),
        stops.stream()
            .filter(sheet -> !sheet.partsToCollect().isEmpty())
            .map(sheet -> stop(sheet, own, shelf))
            .toList(),
        refills);
  }

  private static List<PickList.Refill> refills(
      List<Part> refilled, Map<UUID, BigDecimal> own, Technician technician, Shelf shelf) {
    return technician.vanId() == null
        ? List.of()
        : refilled.stream()
            .filter(
                part -> own.getOrDefault(part.id(), BigDecimal.ZERO).compareTo(part.minOnVan()) < 0)
            .map(
                part -> {
                  var there = own.getOrDefault(part.id(), BigDecimal.ZERO);
                  return new PickList.Refill(
                      part.id(),
                      part.code(),
                      part.name(),
                      part.unit(),
                      there,
                      part.minOnVan().subtract(there),
                      shelf.level(part.id()).free());
                })
            .toList();
  }

  private static PickList.Stop stop(JobSheet sheet, Map<UUID, BigDecimal> own, Shelf shelf) {
    var items = new ArrayList<PickList.Item>();
    Reservations.wanted(sheet.partsToCollect())
        .forEach(
            (partId, quantity) -> {
              var part = shelf.parts().get(partId);
              if (part != null) {
                items.add(counted(sheet, part, quantity, own, shelf));
              }
            });
    items.sort(Comparator.comparing(PickList.Item::code));
    sheet.partsToCollect().stream()
        .filter(item -> item.partId() == null || !shelf.parts().containsKey(item.partId()))
        .map(item -> uncounted(item.text(), item.quantity()))
        .forEach(items::add);
    return new PickList.Stop(
        sheet.orderId(),
        sheet.orderNumber(),
        sheet.title(),
        sheet.customerName(),
        sheet.address(),
        sheet.status(),
        Objects.requireNonNull(sheet.plannedStart()),
        items);
  }

  private static PickList.Item counted(
      JobSheet sheet, Part part, BigDecimal wanted, Map<UUID, BigDecimal> own, Shelf shelf) {
    var wish = new Reservations.Wish(sheet.orderId(), part.id());
    var collected = shelf.collected().getOrDefault(wish, BigDecimal.ZERO);
    var toPick = wanted.subtract(collected).max(BigDecimal.ZERO);
    var onVan = own.getOrDefault(part.id(), BigDecimal.ZERO);
    var unmet = shelf.shortages().getOrDefault(wish, BigDecimal.ZERO).min(toPick);
    var fromVan = unmet.min(onVan);
    own.merge(part.id(), fromVan.negate(), BigDecimal::add);
    var lacking = unmet.subtract(fromVan);
    return new PickList.Item(
        part.id(),
        part.code(),
        part.name(),
        part.unit(),
        wanted,
        collected,
        toPick,
        toPick.subtract(unmet),
        shelf.level(part.id()).inWarehouse(),
        onVan,
        lacking,
        lacking.signum() == 0 ? List.of() : substitutes(part, shelf));
  }

  private static List<PickList.Substitute> substitutes(Part part, Shelf shelf) {
    return part.substituteIds().stream()
        .map(shelf.parts()::get)
        .filter(Objects::nonNull)
        .filter(other -> shelf.level(other.id()).free().signum() > 0)
        .map(
            other ->
                new PickList.Substitute(
                    other.id(),
                    other.code(),
                    other.name(),
                    other.unit(),
                    shelf.level(other.id()).free()))
        .toList();
  }

  private static PickList.Item uncounted(String text, BigDecimal quantity) {
    return new PickList.Item(
        null,
        "",
        text,
        "",
        quantity,
        BigDecimal.ZERO,
        quantity,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        List.of());
  }
}
