package io.trasa.parts;

import static io.trasa.parts.StockKit.wants;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.orders.Order;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** The dispatcher sees on the board which planned visits lack parts, as the warehouse sees it. */
@TrasaIT
class LackingPartsIT {

  private static final String BOARD = "/api/board?day=" + StockKit.MONDAY;

  @Autowired private WebApplicationContext context;
  private StockKit kit;
  private Office dispatcher;
  private UUID ola = new UUID(0, 0);

  @BeforeEach
  void open() {
    kit = new StockKit(context);
    dispatcher = new Office(context, Role.DISPATCHER);
    ola = kit.technician("Ola");
  }

  @Test
  void namesWhatIsNotThereUntilItComes() {
    var valve = kit.part("Ventil", "1");
    var first = kit.order(wants(valve, "1"));
    var second = kit.order(wants(valve, "2"));
    assertThat(lacking(second)).as("not planned yet, wants nothing yet").isEmpty();
    kit.dispatch(first, ola, 0);
    kit.dispatch(second, ola, 1);
    assertThat(lacking(first)).isEmpty();
    assertThat(lacking(second)).containsExactly("2 pc Ventil");
    kit.receive(valve, "1");
    assertThat(lacking(second)).containsExactly("1 pc Ventil");
    kit.receive(valve, "1");
    assertThat(lacking(second)).isEmpty();
  }

  @Test
  void countsWhatTheVanHas() {
    var hose = kit.part("Schlauch", "3");
    kit.handOver(ola, hose, null, "3");
    var order = kit.order(wants(hose, "4"));
    kit.dispatch(order, ola, 2);
    assertThat(lacking(order)).containsExactly("1 pc Schlauch");
  }

  private List<String> lacking(Order order) {
    return dispatcher
        .get(BOARD)
        .body()
        .get("visits")
        .valueStream()
        .filter(visit -> visit.get("orderId").asString().equals(order.id().toString()))
        .flatMap(visit -> visit.get("lackingParts").valueStream())
        .map(LackingPartsIT::words)
        .toList();
  }

  private static String words(JsonNode part) {
    return "%s %s %s"
        .formatted(
            part.get("quantity").decimalValue().stripTrailingZeros().toPlainString(),
            part.get("unit").asString(),
            part.get("name").asString());
  }
}
