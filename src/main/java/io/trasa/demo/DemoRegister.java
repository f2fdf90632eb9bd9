package io.trasa.demo;

import io.trasa.assets.Asset;
import io.trasa.assets.AssetFilter;
import io.trasa.assets.AssetService;
import io.trasa.assets.CatalogueService;
import io.trasa.assets.Model;
import io.trasa.assets.Operation;
import io.trasa.assets.Warranty;
import io.trasa.common.Priority;
import io.trasa.customers.Site;
import io.trasa.documents.Company;
import io.trasa.documents.CompanyService;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderType;
import io.trasa.orders.Recurrence;
import io.trasa.parts.Part;
import io.trasa.parts.PartService;
import io.trasa.people.PeopleService;
import io.trasa.people.Skill;
import io.trasa.settlement.RateService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What the demo company works with: operations, devices with warranties, rates. */
@Component
class DemoRegister {

  private static final PageRequest ALL = PageRequest.of(0, 1_000);
  private static final BigDecimal VAT = new BigDecimal("19.00");

  /** What a minute of work is sold for, and what a technician gets of it. */
  private static final BigDecimal PRICE_A_MINUTE = new BigDecimal("1.15");

  private static final BigDecimal PIECE_RATE_A_MINUTE = new BigDecimal("0.38");

  /** Brand, name, kind; one for each skill, in the order of the skills' names in DemoWork. */
  private static final Map<String, List<String>> MODELS =
      Map.of(
          DemoWork.GAS, List.of("Wolkenstein", "Therma 24", "Gas boiler"),
          DemoWork.ELECTRICAL, List.of("Elektra", "CP 63", "Control cabinet"),
          DemoWork.COOLING, List.of("Nordfrost", "KR 800", "Cold room"),
          DemoWork.HEAT_PUMPS, List.of("Aerotherm", "LW 12", "Heat pump"),
          DemoWork.KITCHENS, List.of("Gastronova", "CS 10", "Combi steamer"),
          DemoWork.WATER, List.of("Aquaklar", "S 300", "Water softener"));

  private final CatalogueService catalogue;
  private final AssetService assets;
  private final PartService parts;
  private final RateService rates;
  private final CompanyService company;
  private final PeopleService people;

  DemoRegister(
      CatalogueService catalogue,
      AssetService assets,
      PartService parts,
      RateService rates,
      CompanyService company,
      PeopleService people) {
    this.catalogue = catalogue;
    this.assets = assets;
    this.parts = parts;
    this.rates = rates;
    this.company = company;
    this.people = people;
  }

  /** What is there: operations and parts by code, devices by site. */
  record Contents(
      Map<String, Operation> operations, Map<String, Part> parts, Map<UUID, List<Asset>> devices) {

    /** What this work is sold as; nothing for work that is in no register. */
    List<OrderLine> lines(DemoWork work) {
      var operation = operations.get(work.code());
      return operation == null
          ? List.of()
          : List.of(
              new OrderLine(
                  OrderLine.Kind.OPERATION,
                  operation.id(),
                  operation.name(),
                  BigDecimal.ONE.setScale(3),
                  operation.unit(),
                  operation.normMinutes(),
                  operation.unitPrice(),
                  operation.vatRate()),
              new OrderLine(
                  OrderLine.Kind.TRAVEL,
                  null,
                  "Travel, flat",
                  BigDecimal.ONE.setScale(3),
                  "pc",
                  0,
                  new BigDecimal("29.0000"),
                  VAT));
    }

    Recurrence.Template template(DemoWork work, Site site) {
      return new Recurrence.Template(
          OrderType.PLANNED_MAINTENANCE,
          site.customerId(),
          site.id(),
          null,
          null,
          deviceFor(work, site),
          work.title(),
          "",
          Priority.NORMAL,
          Duration.ofMinutes(work.minutes()),
          List.of(),
          List.of(new ChecklistItem("Function test", true)),
          List.of(),
          lines(work));
    }

    /** A device of this kind of work at the site, if there is one. */
    List<UUID> deviceFor(DemoWork work, Site site) {
      String kind = MODELS.getOrDefault(work.skill(), List.of("", "", "")).get(2);
      return devices.getOrDefault(site.id(), List.of()).stream()
          .filter(asset -> asset.modelKind().equals(kind))
          .map(Asset::id)
          .limit(1)
          .toList();
    }
  }

  void create(LocalDate today, List<Site> sites, Random random) {
    company();
    Map<String, UUID> skills =
        people.skills().stream().collect(Collectors.toMap(Skill::name, Skill::id));
    var start = today.minusYears(1);
    for (DemoWork work : DemoWork.USUAL) {
      var operation =
          catalogue.createOperation(
              new Operation.Details(
                  work.code(),
                  work.title(),
                  work.minutes(),
                  "pc",
                  PRICE_A_MINUTE.multiply(BigDecimal.valueOf(work.minutes())).setScale(4),
                  VAT,
                  null,
                  skills.get(work.skill()),
                  work.level(),
                  true));
      rates.setPiece(
          operation.id(),
          start,
          PIECE_RATE_A_MINUTE.multiply(BigDecimal.valueOf(work.minutes())).setScale(4));
    }
    rates.setHourly(null, start, new BigDecimal("19.5000"), new BigDecimal("34.0000"));
    devices(today, sites, random);
  }

  Contents contents() {
    var operations =
        catalogue.operations(null, null, null, ALL).stream()
            .collect(Collectors.toMap(Operation::code, o -> o));
    var known =
        parts.search(null, true, ALL).stream().collect(Collectors.toMap(Part::code, p -> p));
    var devices =
        assets.list(new AssetFilter(null, null, null, null, null, null), ALL).stream()
            .collect(Collectors.groupingBy(Asset::siteId));
    return new Contents(operations, known, devices);
  }

  private void company() {
    company.change(
        company.card().version(),
        new Company(
            "Trasa Demo Service GmbH",
            "Turmstraße 12",
            "17033",
            "Neubrandenburg",
            "DE",
            "+49 395 555010",
            "service@example.com",
            "DE123456789",
            "072/123/45678",
            "Demo Bank",
            "DE02120300000000202051",
            "BYLADEM1001",
            null));
  }

  private void devices(LocalDate today, List<Site> sites, Random random) {
    Map<String, Model> models = new HashMap<>();
    MODELS.forEach(
        (skill, m) ->
            models.put(
                skill,
                catalogue.createModel(new Model.Details(m.get(0), m.get(1), m.get(2), true))));
    int serial = 4_100;
    for (Site site : sites) {
      for (String skill : MODELS.keySet().stream().sorted().toList()) {
        if (random.nextInt(100) < 55) {
          device(
              java.util.Objects.requireNonNull(models.get(skill)),
              site,
              "NB%06d".formatted(serial += 7),
              today,
              random);
        }
      }
    }
  }

  /** Two of three devices are out of warranty. */
  private void device(Model model, Site site, String serial, LocalDate today, Random random) {
    var commissioned = today.minusDays(30 + random.nextInt(2_000));
    var warranty =
        new Warranty(
            "W-" + serial, commissioned, commissioned.plusYears(2).minusDays(1), true, true, false);
    assets.create(
        new Asset.Details(
            serial,
            model.id(),
            site.customerId(),
            site.id(),
            "",
            model.brand() + " Vertrieb",
            commissioned.minusDays(9),
            commissioned,
            "",
            true,
            List.of(warranty),
            List.of()));
  }
}
