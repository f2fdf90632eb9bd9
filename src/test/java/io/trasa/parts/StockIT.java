package io.trasa.parts;

import static io.trasa.parts.StockKit.of;
import static io.trasa.parts.StockKit.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.Order;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What fieldwork and settlement ask of stock, and what the warehouse does to it. */
@TrasaIT
class StockIT {

  @Autowired private ApplicationContext context;
  @Autowired private JdbcClient database;
  private StockKit kit;
  private UUID ola = new UUID(0, 0);

  @BeforeEach
  void openTheWarehouse() {
    kit = new StockKit(context);
    ola = kit.technician("Ola Żuk");
  }

  @Test
  void leadsAPartFromTheSupplierToTheCustomerAndBack() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order(wants(valve, "4"));
    kit.handOver(ola, valve, order, "4");
    kit.stock.use(kit.usage(ola, valve, order, "3"));
    kit.bringBack(ola, valve, order, "1");

    assertThat(way(order, valve)).containsExactly(of("4"), of("3"), of("1"), of("0"));
    assertThat(kit.stock.level(valve.id()).inWarehouse()).isEqualByComparingTo("7");
    assertThat(kit.stock.onVan(ola)).isEmpty();
    assertThat(kit.stock.ofOrder(order.id()).getFirst())
        .extracting(OrderPart::code, OrderPart::unitCost, OrderPart::unitPrice, OrderPart::vatRate)
        .containsExactly(valve.code(), of("4.2000"), of("9.9000"), of("19.00"));
  }

  @Test
  void countsARepeatedUseOnce() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order();
    kit.handOver(ola, valve, null, "5");
    var usage = kit.usage(ola, valve, order, "2");
    kit.stock.use(usage);
    kit.stock.use(usage);
    assertThat(way(order, valve)).containsExactly(of("2"), of("2"), of("0"), of("0"));
    var other =
        new Usage(usage.id(), order.id(), usage.visitId(), ola, valve.id(), of("1"), usage.at());
    assertThatThrownBy(() -> kit.stock.use(other))
        .isInstanceOf(ConflictException.class)
        .extracting("code")
        .isEqualTo("id-taken");
  }

  @Test
  void takesFromTheOrderThenFromTheVanThenFromOtherOrders() {
    var hose = kit.part("Schlauch", "10");
    var first = kit.order(wants(hose, "2"));
    var second = kit.order(wants(hose, "3"));
    kit.handOver(ola, hose, first, "2");
    kit.handOver(ola, hose, second, "3");
    kit.handOver(ola, hose, null, "1");
    kit.stock.use(kit.usage(ola, hose, first, "4.5"));

    assertThat(way(first, hose)).containsExactly(of("4.5"), of("4.5"), of("0"), of("0"));
    assertThat(way(second, hose)).containsExactly(of("3"), of("0"), of("1.5"), of("1.5"));
    assertThat(kit.stock.onVan(ola))
        .extracting(VanPart::code, VanPart::quantity)
        .containsExactly(tuple(hose.code(), of("1.500")));
  }

  @Test
  void saysWhatIsWantedAndWhatIsThere() {
    var pump = kit.part("Umwälzpumpe", "3");
    var order = kit.order();
    kit.handOver(ola, pump, null, "1.5");
    assertThatThrownBy(() -> kit.stock.use(kit.usage(ola, pump, order, "2")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("2 pc of " + pump.code() + " Umwälzpumpe are wanted, 1.5 are there")
        .extracting("code")
        .isEqualTo("not-enough");
    assertThatThrownBy(() -> kit.handOver(ola, pump, order, "2"))
        .hasMessageContaining("2 pc of")
        .hasMessageContaining("1.5 are there");
    assertThatThrownBy(() -> kit.bringBack(ola, pump, order, "1"))
        .hasMessageContaining("0 are there");
    assertThat(way(order, pump)).as("nothing half done").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.0001", "1000000"})
  void refusesWhatIsNoQuantity(String quantity) {
    var pump = kit.part("Pumpe", "0");
    assertThatThrownBy(() -> kit.stock.use(kit.usage(ola, pump, kit.order(), quantity)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(quantity);
  }

  @Test
  void takesAMistakeBackOnce() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order();
    kit.handOver(ola, valve, order, "3");
    var usage = kit.usage(ola, valve, order, "2");
    kit.stock.use(usage);
    kit.stock.takeBack(usage.id(), ola);
    kit.stock.takeBack(usage.id(), ola);
    assertThat(way(order, valve)).containsExactly(of("3"), of("0"), of("0"), of("3"));
    kit.stock.use(usage);
    assertThat(way(order, valve)).as("a repeated old use stays taken back").contains(of("0"));
    var stranger = kit.technician("Fremder");
    assertThatThrownBy(() -> kit.stock.takeBack(usage.id(), stranger))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void releasesToTheVanWhatASettledOrderDidNotNeed() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order();
    kit.handOver(ola, valve, order, "3");
    kit.stock.use(kit.usage(ola, valve, order, "1"));
    kit.stock.release(order.id());
    kit.stock.release(order.id());
    assertThat(way(order, valve)).containsExactly(of("3"), of("1"), of("2"), of("0"));
    var other = kit.order();
    kit.stock.use(kit.usage(ola, valve, other, "2"));
    assertThat(way(other, valve)).containsExactly(of("2"), of("2"), of("0"), of("0"));
  }

  @Test
  void remembersWhatAUsedPartCostThen() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order();
    kit.handOver(ola, valve, order, "3");
    kit.stock.use(kit.usage(ola, valve, order, "1"));
    var dearer =
        new Part.Details(
            valve.code(),
            valve.name(),
            "pc",
            of("8"),
            of("12"),
            of("19"),
            "",
            List.of(),
            of("0"),
            true);
    kit.catalogue.change(valve.id(), valve.version(), dearer);
    assertThat(kit.stock.ofOrder(order.id()).getFirst().unitCost()).isEqualByComparingTo("4.2");
    kit.stock.use(kit.usage(ola, valve, order, "1"));
    assertThat(kit.stock.ofOrder(order.id()).getFirst())
        .satisfies(part -> assertThat(part.unitCost()).isEqualByComparingTo("6.1"))
        .satisfies(part -> assertThat(part.unitPrice()).isEqualByComparingTo("12"));
  }

  @Test
  void asksForAVan() {
    var walker = kit.technician("Fußgänger", null);
    var valve = kit.part("Ventil", "10");
    assertThat(kit.stock.onVan(walker)).isEmpty();
    assertThatThrownBy(() -> kit.handOver(walker, valve, null, "1"))
        .hasMessageContaining("Fußgänger drives no van")
        .extracting("code")
        .isEqualTo("no-van");
  }

  @Test
  void keepsForPlannedOrdersWhatTheyWant() {
    var valve = kit.part("Ventil", "10");
    var order = kit.order(wants(valve, "4"), wants(valve, "2"));
    assertThat(kit.stock.free(valve.id())).as("not planned yet").isEqualByComparingTo("10");
    kit.dispatch(order, ola, 0);
    assertThat(kit.stock.free(valve.id())).isEqualByComparingTo("4");
    kit.handOver(ola, valve, order, "5");
    assertThat(kit.stock.free(valve.id())).as("5 of 6 are gone").isEqualByComparingTo("4");
    kit.stock.use(kit.usage(ola, valve, order, "5"));
    assertThat(kit.stock.free(valve.id())).as("used is collected").isEqualByComparingTo("4");
    var other = kit.order(wants(valve, "100"));
    kit.dispatch(other, ola, 1);
    assertThat(kit.stock.free(valve.id())).isEqualByComparingTo("0");
    assertThat(kit.stock.level(valve.id()).reserved()).isEqualByComparingTo("101");
  }

  @Test
  void setsStockToWhatWasCounted() {
    var valve = kit.part("Ventil", "10");
    var count = count(valve, "10", "8");
    var paper = kit.goods.count(count);
    assertThat(kit.goods.count(count)).as("repeated").isEqualTo(paper);
    assertThat(paper.content().number()).startsWith("C26-");
    assertThat(paper.content().lines().getFirst())
        .extracting(StockDocument.Line::before, StockDocument.Line::quantity)
        .containsExactly(of("10"), of("-2"));
    assertThat(kit.stock.level(valve.id()).inWarehouse()).isEqualByComparingTo("8");
    assertThatThrownBy(() -> kit.goods.count(count(valve, "10", "12")))
        .hasMessageContaining("there were 10 when you counted, now there are 8");
    kit.goods.count(count(valve, "8", "8.5"));
    assertThat(kit.stock.free(valve.id())).isEqualByComparingTo("8.5");
  }

  @Test
  void neverChangesWhatWasWritten() {
    var paper = kit.receive(kit.part("Ventil", "0"), "1");
    for (var sql :
        List.of(
            "update parts_movement set quantity = 2 where document_id = ?",
            "delete from parts_movement where document_id = ?",
            "update parts_document set content = '' where id = ?",
            "delete from parts_document where id = ?")) {
      assertThatThrownBy(() -> database.sql(sql).param(paper.id()).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("is written once");
    }
    assertThat(context.getBean(StockDocuments.class).get(paper.id()).isIntact()).isTrue();
  }

  private static GoodsService.Count count(Part part, String seen, String counted) {
    return new GoodsService.Count(
        UUID.randomUUID(),
        Account.WAREHOUSE,
        "Inventur",
        List.of(new GoodsService.Counted(part.id(), of(seen), of(counted))));
  }

  /** Collected, used, returned, on the van. */
  private List<BigDecimal> way(Order order, Part part) {
    return kit.stock.ofOrder(order.id()).stream()
        .filter(p -> p.partId().equals(part.id()))
        .flatMap(p -> List.of(p.collected(), p.used(), p.returned(), p.onVan()).stream())
        .map(q -> new BigDecimal(Ledger.plain(q)))
        .toList();
  }
}
