package io.trasa.demo;

import io.trasa.demo.DemoPlaces.Place;
import io.trasa.parts.GoodsService;
import io.trasa.parts.Part;
import io.trasa.parts.PartService;
import io.trasa.parts.TransferService;
import io.trasa.parts.Warehouse;
import io.trasa.parts.WarehouseService;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The demo's parts, its warehouse and what its vans carry: all of the small things, but the dear
 * pump only every third, so that others fetch it on the way.
 */
@Component
class DemoStock {

  private static final BigDecimal VAT = new BigDecimal("19.00");
  private static final BigDecimal OPENING_STOCK = BigDecimal.valueOf(120);
  private static final BigDecimal ON_VAN = BigDecimal.valueOf(4).setScale(3);
  private static final int CALL_MINUTES = 10;
  private static final String DEAR = "P-140";
  private static final int VANS_WITHOUT = 3;

  /** Code, name, unit, cost, price. */
  private static final List<List<String>> PARTS =
      List.of(
          List.of("P-100", "Filter cartridge, water softener", "pc", "8.40", "14.90"),
          List.of("P-110", "Door seal, combi steamer", "pc", "22.50", "39.00"),
          List.of("P-120", "Compressor relay", "pc", "14.20", "26.80"),
          List.of("P-130", "Ignition electrode", "pc", "9.80", "18.50"),
          List.of("P-140", "Circulation pump 25-60", "pc", "86.00", "149.00"),
          List.of("P-150", "Refrigerant R290", "kg", "31.00", "58.00"),
          List.of("P-160", "Circuit breaker B16", "pc", "6.20", "12.90"),
          List.of("P-170", "Drain hose", "m", "2.10", "4.90"),
          List.of("P-180", "Thermostat head", "pc", "18.30", "34.00"),
          List.of("P-190", "Sampling set, legionella", "pc", "5.50", "11.00"));

  private final PartService parts;
  private final GoodsService goods;
  private final TransferService transfers;
  private final WarehouseService warehouses;
  private final PeopleService people;
  private final ZoneId zone;
  private final Clock clock;

  DemoStock(
      PartService parts,
      GoodsService goods,
      TransferService transfers,
      WarehouseService warehouses,
      PeopleService people,
      ZoneId zone,
      Clock clock) {
    this.parts = parts;
    this.goods = goods;
    this.transfers = transfers;
    this.warehouses = warehouses;
    this.people = people;
    this.zone = zone;
    this.clock = clock;
  }

  void create(Place warehouse) {
    warehouses.change(
        warehouses.get().version(),
        new Warehouse.Details(
            warehouse.address().onOneLine(), warehouse.coordinates(), CALL_MINUTES));
    List<Part> catalogue = PARTS.stream().map(this::part).toList();
    goods.receive(
        new GoodsService.Receipt(
            UUID.randomUUID(),
            "Opening stock",
            catalogue.stream().map(p -> new GoodsService.Line(p.id(), OPENING_STOCK)).toList()));
    List<Technician> technicians = people.activeTechnicians();
    for (int i = 0; i < technicians.size(); i++) {
      load(technicians.get(i), catalogue, i % VANS_WITHOUT == 0);
    }
  }

  private Part part(List<String> part) {
    return parts.create(
        new Part.Details(
            part.get(0),
            part.get(1),
            part.get(2),
            new BigDecimal(part.get(3)).setScale(4),
            new BigDecimal(part.get(4)).setScale(4),
            VAT,
            "40123450%s".formatted(part.get(0).substring(2)),
            List.of(),
            BigDecimal.ZERO.setScale(3),
            true));
  }

  private void load(Technician technician, List<Part> catalogue, boolean withTheDear) {
    var lines = new ArrayList<TransferService.Line>();
    for (Part part : catalogue) {
      if (withTheDear || !part.code().equals(DEAR)) {
        lines.add(new TransferService.Line(part.id(), null, ON_VAN));
      }
    }
    transfers.handOver(
        new TransferService.HandOver(
            UUID.randomUUID(), technician.id(), LocalDate.now(clock.withZone(zone)), lines, ""));
  }
}
