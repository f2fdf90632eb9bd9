package io.trasa.parts;

import static io.trasa.parts.StockKit.of;
import static io.trasa.parts.StockKit.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.trasa.orders.Order;
import io.trasa.orders.PartToCollect;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** What goes into the vans on Monday, 23 November 2026. */
@TrasaIT
class PickListIT {

  @Autowired private WebApplicationContext context;
  @Autowired private PickLists lists;
  private StockKit kit;
  private Office warehouse;
  private UUID ola = new UUID(0, 0);

  @BeforeEach
  void openTheWarehouse() {
    kit = new StockKit(context);
    warehouse = new Office(context, Role.WAREHOUSE);
    ola = kit.technician("Ola");
  }

  @Test
  void namesOrdersInTheOrderOfTheRoute() {
    var valve = kit.part("Ventil", "10");
    var late = kit.order(wants(valve, "2"));
    var early =
        kit.order(
            new PartToCollect(null, "Leiter, 6 m", of("1")), wants(valve, "1"), wants(valve, "3"));
    var nothing = kit.order();
    kit.dispatch(late, ola, 4);
    kit.dispatch(early, ola, 0);
    kit.dispatch(nothing, ola, 2);
    kit.handOver(ola, valve, early, "1");

    var tour = tour(ola);
    assertThat(tour.van()).startsWith("Caddy Ola · NB-TR");
    assertThat(tour.stops())
        .extracting(PickList.Stop::orderNumber)
        .containsExactly(early.number(), late.number());
    assertThat(tour.stops().getFirst().items())
        .extracting(PickList.Item::name, i -> plain(i.wanted()), i -> plain(i.toPick()))
        .containsExactly(tuple("Ventil", "4", "3"), tuple("Leiter, 6 m", "1", "1"));
    assertThat(tour.stops().getFirst().items().getFirst())
        .extracting(i -> plain(i.collected()), i -> plain(i.inWarehouse()), i -> plain(i.lacking()))
        .containsExactly("1", "9", "0");
  }

  @Test
  void marksWhoGoesAwayEmptyIfThereIsTooLittle() {
    var substitute = kit.part("Ersatz", "5");
    var valve = kit.part("Ventil", "3");
    kit.catalogue.change(
        valve.id(),
        valve.version(),
        new Part.Details(
            valve.code(),
            "Ventil",
            "pc",
            of("1"),
            of("2"),
            of("19"),
            "",
            List.of(substitute.id()),
            of("0"),
            true));
    var first = kit.order(wants(valve, "2"));
    var second = kit.order(wants(valve, "4"));
    var pavel = kit.technician("Павел");
    kit.dispatch(first, ola, 0);
    kit.dispatch(second, pavel, 1);

    assertThat(item(ola, first).lacking()).isEqualByComparingTo("0");
    assertThat(item(ola, first).substitutes()).isEmpty();
    assertThat(item(pavel, second).lacking())
        .as("2 of 3 are the first's")
        .isEqualByComparingTo("3");
    assertThat(item(pavel, second).substitutes())
        .extracting(PickList.Substitute::name, s -> plain(s.free()))
        .containsExactly(tuple("Ersatz", "5"));

    kit.handOver(ola, valve, null, "1");
    kit.handOver(pavel, valve, null, "2");
    assertThat(item(pavel, second).ownOnVan()).isEqualByComparingTo("2");
    assertThat(item(pavel, second).lacking())
        .as("nothing is left in the warehouse, two lie on the van")
        .isEqualByComparingTo("2");
  }

  @Test
  void proposesToFillTheVanUp() {
    var tape =
        kit.catalogue.create(
            new Part.Details(
                "TAPE-" + ola.toString().substring(24),
                "Dichtband",
                "pc",
                of("1"),
                of("2"),
                of("19"),
                "",
                List.of(),
                of("4"),
                true));
    kit.receive(tape, "10");
    kit.dispatch(kit.order(), ola, 0);
    kit.handOver(ola, tape, null, "1");
    assertThat(tour(ola).refills())
        .filteredOn(refill -> refill.partId().equals(tape.id()))
        .extracting(r -> plain(r.onVan()), r -> plain(r.quantity()), r -> plain(r.free()))
        .containsExactly(tuple("1", "3", "9"));
  }

  @Test
  void handsOverUnderANumberOnceAndPrintsWhatWasHandedOver() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order(wants(valve, "2"));
    kit.dispatch(order, ola, 0);
    var body =
        """
        {'id': '%s', 'technicianId': '%s', 'day': '2026-11-23', 'note': 'Rampe 2',
         'lines': [{'partId': '%s', 'orderId': '%s', 'quantity': 2},
                   {'partId': '%s', 'quantity': 1.5}]}
        """
            .formatted(UUID.randomUUID(), ola, valve.id(), order.id(), valve.id());
    var paper = warehouse.post(body, "/api/transfers");
    assertThat(paper.status()).as(paper.body().toString()).isEqualTo(201);
    assertThat(paper.at("/number")).matches("T26-\\d{5}");
    assertThat(paper.at("/issuedBy")).isEqualTo("anna");
    assertThat(paper.at("/technician")).isEqualTo("Ola");
    assertThat(paper.at("/lines/0/orderNumber")).isEqualTo(order.number());
    assertThat(paper.at("/sha256")).hasSize(64);
    assertThat(warehouse.post(body, "/api/transfers").body()).isEqualTo(paper.body());
    assertThat(warehouse.get("/api/stock-documents/{id}", paper.id()).body())
        .isEqualTo(paper.body());
    assertThat(kit.stock.level(valve.id()).inWarehouse()).isEqualByComparingTo("6.5");

    for (var words : List.of(paper.at("/number"), order.number() + " ventil")) {
      var found = warehouse.get("/api/stock-documents?kind=TRANSFER&search={w}", words);
      assertThat(found.at("/items/0/id")).isEqualTo(paper.id());
      assertThat(found.body().get("total").asInt()).isEqualTo(1);
    }
    assertThat(
            warehouse
                .get("/api/stock-documents?kind=RETURN&search={w}", order.number())
                .body()
                .get("total")
                .asInt())
        .isZero();
  }

  @Test
  void refusesToHandOverMoreThanThereIs() {
    var valve = kit.part("Ventil", "1");
    var refused =
        warehouse.post(
            """
            {'id': '%s', 'technicianId': '%s', 'day': '2026-11-23',
             'lines': [{'partId': '%s', 'quantity': 2}]}
            """
                .formatted(UUID.randomUUID(), ola, valve.id()),
            "/api/transfers");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("not-enough");
    assertThat(refused.at("/detail")).contains("2 pc of " + valve.code(), "1 are there");
  }

  @Test
  void tellsTheWayOfEveryPiece() {
    var valve = kit.part("Ventil", "3");
    var order = kit.order();
    kit.handOver(ola, valve, order, "2");
    kit.stock.use(kit.usage(ola, valve, order, "1"));

    var lots = warehouse.get("/api/stock?partId={id}", valve.id());
    assertThat(lots.body().get("items").size()).isEqualTo(2);
    assertThat(lots.at("/items/1/orderNumber")).isEqualTo(order.number());
    var van = lots.at("/items/1/locationId");
    assertThat(warehouse.get("/api/stock?locationId={id}", van).at("/items/0/code"))
        .isEqualTo(valve.code());
    assertThat(warehouse.get("/api/stock/locations").at("/items/0/kind")).isEqualTo("WAREHOUSE");

    var way = warehouse.get("/api/stock/movements?partId={id}", valve.id());
    assertThat(way.body().get("items").size()).isEqualTo(3);
    assertThat(way.at("/items/0/kind")).isEqualTo("USE");
    assertThat(way.at("/items/0/to/kind")).isEqualTo("CUSTOMER");
    assertThat(way.at("/items/0/technician")).isEqualTo("Ola");
    assertThat(way.at("/items/1/documentNumber")).startsWith("T26-");
    assertThat(way.at("/items/1/from/kind")).isEqualTo("WAREHOUSE");
    assertThat(way.at("/items/2/kind")).isEqualTo("RECEIPT");
    var older =
        warehouse.get(
            "/api/stock/movements?partId={id}&before={s}",
            valve.id(),
            way.body().at("/items/1/sequence").asLong());
    assertThat(older.at("/items/0/kind")).isEqualTo("RECEIPT");
    assertThat(warehouse.get("/api/stock").at("/errors/0/field")).isEqualTo("locationId");
    var check = new Office(context, Role.ADMINISTRATOR).get("/api/stock/check");
    assertThat(check.body().get("differences").size()).isZero();
    assertThat(check.body().get("movements").asLong()).isPositive();
  }

  private PickList.Tour tour(UUID technicianId) {
    return lists.of(StockKit.MONDAY).tours().stream()
        .filter(tour -> tour.technicianId().equals(technicianId))
        .findFirst()
        .orElseThrow();
  }

  private PickList.Item item(UUID technicianId, Order order) {
    return tour(technicianId).stops().stream()
        .filter(stop -> stop.orderId().equals(order.id()))
        .flatMap(stop -> stop.items().stream())
        .findFirst()
        .orElseThrow();
  }

  private static String plain(BigDecimal quantity) {
    return Ledger.plain(quantity);
  }
}
