package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.parts.Part;
import io.trasa.parts.PartService;
import io.trasa.parts.VanLoads;
import io.trasa.parts.Warehouse;
import io.trasa.parts.WarehouseService;
import io.trasa.planning.problem.Cargo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads what visits need of parts and what lies on vans. While nobody has said where the warehouse
 * is, nobody is asked: vans are taken to be loaded by the pick list before they leave. What the
 * warehouse itself lacks is told on the board and keeps nobody from being planned.
 */
@Component
class Supplies {

  /** Who is on the way or at work brings what he has; no call can help him any more. */
  private static final Set<VisitStatus> STILL_TO_BRING =
      EnumSet.of(
          VisitStatus.NEW, VisitStatus.PLANNED, VisitStatus.DISPATCHED, VisitStatus.ACCEPTED);

  /** More pieces are as good as this; sums of them stay far from overflowing. */
  private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(10_000_000);

  private static final int DECIMALS = 3;

  private final VanLoads loads;
  private final PartService parts;
  private final WarehouseService warehouses;

  Supplies(VanLoads loads, PartService parts, WarehouseService warehouses) {
    this.loads = loads;
    this.parts = parts;
    this.warehouses = warehouses;
  }

  /**
   * Of all these visits. Of an order with several, the first one brings its parts.
   *
   * @param lost visits whose parts must be brought anew although somebody had begun them
   */
  Supply of(List<VisitBrief> visits, Set<UUID> lost) {
    Warehouse.Details warehouse = warehouses.get().details();
    if (warehouse.place() == null) {
      return Supply.NOT_ASKED;
    }
    Map<UUID, VisitBrief> bringing = bringing(visits, lost);
    Map<UUID, Map<UUID, BigDecimal>> needed = loads.needed(bringing.keySet());
    Map<UUID, Part> catalogue =
        parts.parts(
            needed.values().stream().flatMap(n -> n.keySet().stream()).collect(Collectors.toSet()));
    if (catalogue.isEmpty()) {
      return Supply.NOT_ASKED;
    }
    Map<UUID, Map<UUID, BigDecimal>> onVans = loads.onVans(needed.keySet(), catalogue.keySet());
    List<Supply.Kind> kinds = kinds(catalogue, needed);
    var needs = new HashMap<UUID, Cargo>();
    needed.forEach(
        (order, quantities) -> {
          VisitBrief visit = bringing.get(order);
          if (visit != null) {
            int[] pieces = pieces(kinds, quantities, RoundingMode.CEILING);
            needs.put(visit.id(), Supply.needing(pieces));
          }
        });
    var vans = new HashMap<UUID, Cargo>();
    onVans.forEach(
        (technician, quantities) ->
            vans.put(technician, Supply.carrying(pieces(kinds, quantities, RoundingMode.FLOOR))));
    var depot =
        new Supply.Depot(warehouse.address(), warehouse.place(), 60 * warehouse.callMinutes());
    return new Supply(kinds, needs, vans, depot);
  }

  /** By order: its visit that begins first, of those that have not begun. */
  private static Map<UUID, VisitBrief> bringing(List<VisitBrief> visits, Set<UUID> lost) {
    var byOrder = new HashMap<UUID, VisitBrief>();
    visits.stream()
        .filter(v -> STILL_TO_BRING.contains(v.status()) || lost.contains(v.id()))
        .sorted(
            Comparator.comparing(
                    VisitBrief::plannedStart, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(VisitBrief::id))
        .forEach(visit -> byOrder.putIfAbsent(visit.orderId(), visit));
    return byOrder;
  }

  /** By the parts' codes. Quantities that are not whole are counted in thousandths. */
  private static List<Supply.Kind> kinds(
      Map<UUID, Part> catalogue, Map<UUID, Map<UUID, BigDecimal>> needed) {
    var broken = new TreeSet<UUID>();
    needed
        .values()
        .forEach(
            quantities ->
                quantities.forEach(
                    (part, quantity) -> {
                      if (quantity.stripTrailingZeros().scale() > 0) {
                        broken.add(part);
                      }
                    }));
    var kinds = new ArrayList<Supply.Kind>();
    catalogue.values().stream()
        .sorted(Comparator.comparing(Part::code))
        .forEach(
            part ->
                kinds.add(
                    new Supply.Kind(
                        part.id(),
                        part.name(),
                        part.unit(),
                        broken.contains(part.id()) ? DECIMALS : 0)));
    return kinds;
  }

  private static int[] pieces(
      List<Supply.Kind> kinds, Map<UUID, BigDecimal> quantities, RoundingMode rounding) {
    int[] pieces = new int[kinds.size()];
    for (int kind = 0; kind < pieces.length; kind++) {
      Supply.Kind part = kinds.get(kind);
      pieces[kind] =
          quantities
              .getOrDefault(part.partId(), BigDecimal.ZERO)
              .movePointRight(part.decimals())
              .min(MOST_PIECES)
              .setScale(0, rounding)
              .intValue();
    }
    return pieces;
  }
}
