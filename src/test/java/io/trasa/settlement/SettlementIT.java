package io.trasa.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class SettlementIT {

  @Autowired WebApplicationContext context;
  @Autowired JdbcClient jdbc;

  private MoneyKit kit;

  @BeforeEach
  void open() {
    kit = new MoneyKit(context);
  }

  private static String lines(String operationId) {
    return """
    , 'lines': [
      {'kind': 'OPERATION', 'itemId': '%s', 'text': 'Brenner reinigen', 'quantity': 1, 'unit': 'pc', 'unitPrice': 80, 'vatRate': 19},
      {'kind': 'TRAVEL', 'text': 'Anfahrt', 'quantity': 1, 'unit': 'pc', 'unitPrice': 25.5, 'vatRate': 19}]
    """
        .formatted(operationId);
  }

  @Test
  void aWarrantyCoversLabourButNotTravelAndSaysWhy() {
    var technician = kit.technician("Çelik");
    kit.accountant.post(
        "{'technicianId': '%s', 'validFrom': '2026-01-01', 'amount': 20, 'cost': 40}"
            .formatted(technician),
        "/api/rates/hours");
    var order =
        kit.doneOrder(
            lines(kit.operation("B", "80")) + ", 'assetIds': ['" + kit.device("2027-03-01") + "']",
            technician);
    var seen = kit.proposal(order);
    assertThat(seen.at("/lines/0/coverPercent").asInt()).as(seen.toString()).isEqualTo(100);
    assertThat(seen.at("/lines/0/coverReason").asString()).isEqualTo("COVERED");
    assertThat(seen.at("/lines/0/coverNumber").asString()).isEqualTo("W-123");
    assertThat(seen.at("/lines/0/full").decimalValue()).isEqualByComparingTo("80");
    assertThat(seen.at("/lines/0/net").decimalValue()).isEqualByComparingTo("0");
    assertThat(seen.at("/lines/1/coverReason").asString()).isEqualTo("KIND_NOT_COVERED");
    assertThat(seen.at("/totals/gross").decimalValue()).isEqualByComparingTo("30.35");
    assertThat(seen.at("/cost").decimalValue()).as("1.25 h at 40").isEqualByComparingTo("50");
    assertThat(seen.at("/margin").decimalValue()).isEqualByComparingTo("-24.5");

    var settled = kit.settle(order, "");
    assertThat(settled.status()).as(settled.body().toString()).isEqualTo(201);
    assertThat(settled.body().at("/waiting").asBoolean()).isTrue();
    assertThat(settled.body().at("/earnings").size()).as("work and travel").isEqualTo(2);
    assertThat(kit.dispatcher.get("/api/orders/{id}", order).at("/status")).isEqualTo("SETTLED");
  }

  @Test
  void anExpiredWarrantyCoversNothing() {
    var order =
        kit.doneOrder(
            lines(kit.operation("E", "80")) + ", 'assetIds': ['" + kit.device("2026-11-22") + "']",
            kit.technician("Łucja"));
    var seen = kit.proposal(order);
    assertThat(seen.at("/lines/0/coverReason").asString()).isEqualTo("EXPIRED");
    assertThat(seen.at("/lines/0/net").decimalValue()).isEqualByComparingTo("80");
  }

  @Test
  void aCrewSharesPieceRatesOfTheDayToTheCent() {
    var operation = kit.operation("P", "80");
    kit.accountant.post(
        "{'operationId': '%s', 'validFrom': '2026-01-01', 'amount': 9}".formatted(operation),
        "/api/rates/pieces");
    kit.accountant.post(
        "{'operationId': '%s', 'validFrom': '2026-11-23', 'amount': 10}".formatted(operation),
        "/api/rates/pieces");
    kit.accountant.post(
        "{'operationId': '%s', 'validFrom': '2026-11-24', 'amount': 99}".formatted(operation),
        "/api/rates/pieces");
    var order =
        kit.doneOrder(
            lines(operation), kit.technician("A"), kit.technician("B"), kit.technician("C"));
    var earnings = kit.settle(order, "").body().at("/earnings");
    var pieces =
        earnings
            .valueStream()
            .filter(e -> e.at("/kind").asString().equals("PIECE"))
            .map(e -> e.at("/amount").decimalValue().toPlainString())
            .sorted()
            .toList();
    assertThat(pieces).containsExactly("3.33", "3.33", "3.34");
  }

  @Test
  void aTechnicianSeesOwnEarningsOnly() {
    var mine = kit.technician("Mine");
    var order = kit.doneOrder(lines(kit.operation("M", "80")), mine);
    kit.settle(order, "");
    var path = "/api/earnings/mine?from=2026-11-01&to=2026-11-30";
    var seen = new Office(context, Role.TECHNICIAN, "money-" + mine).get(path);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body().at("/items").valueStream())
        .allSatisfy(e -> assertThat(e.at("/technicianId").asString()).isEqualTo(mine));
    assertThat(kit.dispatcher.get("/api/earnings?from=2026-11-01&to=2026-11-30").status())
        .isEqualTo(403);
  }

  @Test
  void aChangeNeedsAReasonAndOldSightIsRefused() {
    var order = kit.doneOrder(lines(kit.operation("C", "80")), kit.technician("Ивайло"));
    var noReason = kit.settle(order, ", 'changes': [{'line': 0, 'unitPrice': 70, 'reason': ' '}]");
    assertThat(noReason.status()).isEqualTo(400);
    var old =
        kit.accountant.post(
            "{'id': '%s', 'orderId': '%s', 'fingerprint': 'old'}"
                .formatted(UUID.randomUUID(), order),
            "/api/settlements");
    assertThat(old.at("/code")).isEqualTo("changed-meanwhile");
    var body =
        "{'id': '%s', 'orderId': '%s', 'fingerprint': '%s', 'changes': [{'line': 0, 'unitPrice': 70, 'reason': 'Kulanz'}]}"
            .formatted(UUID.randomUUID(), order, kit.proposal(order).at("/fingerprint").asString());
    var once = kit.accountant.post(body, "/api/settlements");
    assertThat(once.status()).as(once.body().toString()).isEqualTo(201);
    assertThat(once.at("/lines/0/changeReason")).isEqualTo("Kulanz");
    assertThat(kit.accountant.post(body, "/api/settlements").id()).isEqualTo(once.id());
    assertThat(kit.settle(order, "").at("/code")).isEqualTo("settled-already");
    assertThatThrownBy(
            () ->
                jdbc.sql("update settlement_settlement set net = 1 where id = :id")
                    .param("id", UUID.fromString(once.id()))
                    .update())
        .hasMessageContaining("written once");
  }
}
