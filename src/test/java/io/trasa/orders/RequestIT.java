package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class RequestIT {

  @Autowired private WebApplicationContext context;
  private Office office;
  private OrderDesk desk;

  @BeforeEach
  void takeCalls() {
    office = new Office(context, Role.DISPATCHER);
    desk = new OrderDesk(office);
  }

  @Test
  void takesACallAndSaysWhoTookIt() {
    var contact =
        office.post("{'name': 'Frau Kühn'}", "/api/customers/{id}/contacts", desk.customerId());
    var asset = asset("KT-77");
    var request =
        request(
            ", 'contactId': '%s', 'assetIds': ['%s'], 'wishedTime': 'mornings, not Friday'"
                .formatted(contact.id(), asset));
    assertThat(request.status()).as(request.body().toString()).isEqualTo(201);
    assertThat(request.at("/number")).matches("R26-\\d{5}");
    assertThat(request.at("/status")).isEqualTo("NEW");
    assertThat(request.at("/takenBy")).isEqualTo("anna");
    assertThat(request.at("/createdAt")).isEqualTo("2026-11-23T07:00:00Z");
    assertThat(request.at("/customer/name")).isEqualTo(desk.customerName());
    assertThat(request.at("/site/address")).contains("Ring");
    assertThat(request.at("/contact/name")).isEqualTo("Frau Kühn");
    assertThat(request.at("/assets/0/serial")).isEqualTo("KT-77");
    assertThat(office.get("/api/requests/{id}", request.id()).body()).isEqualTo(request.body());
  }

  @Test
  void writesDownACallerWhoIsNotYetACustomer() {
    var request =
        office.post(
            "{'source': 'EMAIL', 'caller': 'Иван Петров, +359 88 123', 'complaint': 'Тече вода'}",
            "/api/requests");
    assertThat(request.status()).as(request.body().toString()).isEqualTo(201);
    var early = office.post("{'type': 'CALL_OUT'}", "/api/requests/{id}/order", request.id());
    assertThat(early.at("/errors/0/field")).isEqualTo("customerId");
    assertThat(office.post("", "/api/requests/{id}/quote", request.id()).at("/errors/0/field"))
        .isEqualTo("customerId");
    assertThat(office.get("/api/requests/{id}", request.id()).at("/status"))
        .as("nothing half done")
        .isEqualTo("NEW");
    var found = office.get("/api/requests?open=true&search={words}", "петров вода");
    assertThat(found.at("/items/0/id")).isEqualTo(request.id());
  }

  @Test
  void makesOneRequestOfARepeatedCall() {
    var key = ", 'key': '" + UUID.randomUUID() + "'";
    var first = request(key);
    assertThat(request(key).id()).isEqualTo(first.id());
    assertThat(request("").id()).isNotEqualTo(first.id());
  }

  @Test
  void losesNothingWhenItBecomesAnOrder() {
    var contact =
        office.post("{'name': 'Łukasz'}", "/api/customers/{id}/contacts", desk.customerId());
    var asset = asset("KT-78");
    var request =
        request(
            ", 'contactId': '%s', 'assetIds': ['%s'], 'wishedTime': 'after 16:00'"
                .formatted(contact.id(), asset));
    var body =
        "{'type': 'WARRANTY_REPAIR', 'priority': 'HIGH', 'dueDate': '2026-11-30', 'lines':"
            + " [{'kind': 'OPERATION', 'text': 'Descale', 'quantity': 1, 'unitPrice': 49.5,"
            + " 'vatRate': 19}]}";
    var order = office.post(body, "/api/requests/{id}/order", request.id());
    assertThat(order.status()).as(order.body().toString()).isEqualTo(200);
    assertThat(order.at("/reason")).isEqualTo("No heat in the hall");
    assertThat(order.at("/customer/name")).isEqualTo(desk.customerName());
    assertThat(order.at("/siteId")).isEqualTo(desk.siteId());
    assertThat(order.at("/contact/name")).isEqualTo("Łukasz");
    assertThat(order.at("/assets/0/serial")).isEqualTo("KT-78");
    assertThat(order.at("/wishedTime")).isEqualTo("after 16:00");
    assertThat(order.at("/notes")).contains("after 16:00");
    assertThat(order.at("/requestId")).as("its files stay in reach").isEqualTo(request.id());
    assertThat(order.at("/requestNumber")).isEqualTo(request.at("/number"));
    assertThat(order.at("/lines/0/text")).isEqualTo("Descale");
    assertThat(order.at("/priority")).isEqualTo("HIGH");
    assertThat(order.body().get("missing")).isEmpty();
    var again = office.post(body, "/api/requests/{id}/order", request.id());
    assertThat(again.id()).as("one order only").isEqualTo(order.id());
    var closed = office.get("/api/requests/{id}", request.id());
    assertThat(closed.at("/status")).isEqualTo("ORDERED");
    assertThat(closed.at("/orderNumber")).isEqualTo(order.at("/number"));
    assertThat(closed.body().get("closedAt").isNull()).isFalse();
    var late = change(closed.id(), closed.version());
    assertThat(late.at("/code")).isEqualTo("request-closed");
    assertThat(office.post("", "/api/requests/{id}/quote", request.id()).at("/code"))
        .isEqualTo("request-closed");
  }

  @Test
  void saysNoWithAReasonAndTakesItBack() {
    var request = request("");
    var silent = decline(request.id(), request.version(), " ");
    assertThat(silent.at("/errors/0/field")).isEqualTo("reason");
    context.getBean(SettableClock.class).advance(Duration.ofHours(3));
    var declined = decline(request.id(), request.version(), "Too far away");
    assertThat(declined.at("/status")).isEqualTo("DECLINED");
    assertThat(declined.at("/declineReason")).isEqualTo("Too far away");
    assertThat(declined.at("/closedAt")).isEqualTo("2026-11-23T10:00:00Z");
    var body = "{'version': %d}".formatted(declined.version());
    var reopened = office.post(body, "/api/requests/{id}/reopen", request.id());
    assertThat(reopened.at("/status")).as(reopened.body().toString()).isEqualTo("NEW");
    assertThat(office.post(body, "/api/requests/{id}/reopen", request.id()).status())
        .isEqualTo(409);
  }

  @Test
  void keepsWhatSomebodyElseChangedMeanwhile() {
    var request = request("");
    var changed =
        office.put(body(", 'wishedTime': 'now', 'version': 0"), "/api/requests/{id}", request.id());
    assertThat(changed.version()).as(changed.body().toString()).isEqualTo(1);
    assertThat(change(request.id(), 0).at("/code")).isEqualTo("changed-meanwhile");
  }

  @Test
  void refersOnlyToWhatExists() {
    var nobody = "01890000-0000-7000-8000-000000000000";
    for (var field : new String[] {"customerId", "siteId", "contactId", "assetIds"}) {
      var value = field.equals("assetIds") ? "['" + nobody + "']" : "'" + nobody + "'";
      var body =
          body("").replaceFirst("'%s': '[^']*',".formatted(field), "").replaceFirst("\\{", "");
      var answer = office.post("{'%s': %s, %s".formatted(field, value, body), "/api/requests");
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
      assertThat(answer.at("/errors/0/field")).startsWith(field);
    }
    var siteOnly = body("").replaceFirst("'customerId': '[^']*', ", "");
    assertThat(office.post(siteOnly, "/api/requests").at("/errors/0/field"))
        .isEqualTo("customerId");
  }

  @Test
  void findsRequestsByStateSourceCustomerAndWords() {
    var request = request("");
    var mine = "/api/requests?customerId=" + desk.customerId();
    assertThat(total(mine + "&status=NEW&source=PHONE&takenBy=anna&open=true")).isEqualTo(1);
    assertThat(total(mine + "&source=PORTAL")).isZero();
    assertThat(total(mine + "&open=false")).isZero();
    assertThat(total(mine + "&search=heat hall")).isEqualTo(1);
    assertThat(total(mine + "&search=" + desk.customerName())).isEqualTo(1);
    assertThat(total(mine + "&search=" + request.at("/number"))).isEqualTo(1);
    assertThat(total(mine + "&search=boat")).isZero();
    var row = office.get(mine).body().at("/items/0");
    assertThat(row.get("customerName").asString()).isEqualTo(desk.customerName());
    assertThat(row.get("siteName").asString()).contains("Neubrandenburg");
    assertThat(office.get("/api/requests?status=LOST").at("/errors/0/field")).isEqualTo("status");
  }

  private String asset(String serial) {
    var model =
        office.post(
            "{'brand': 'Kessel', 'name': 'K%s', 'kind': 'Boiler'}"
                .formatted(Long.toHexString(System.nanoTime())),
            "/api/models");
    var asset =
        office.post(
            "{'serial': '%s', 'modelId': '%s', 'customerId': '%s', 'siteId': '%s'}"
                .formatted(serial, model.id(), desk.customerId(), desk.siteId()),
            "/api/assets");
    assertThat(asset.status()).as(asset.body().toString()).isEqualTo(201);
    return asset.id();
  }

  private Office.Answer request(String more) {
    return office.post(body(more), "/api/requests");
  }

  private String body(String more) {
    return """
    {'source': 'PHONE', 'customerId': '%s', 'siteId': '%s',
     'complaint': 'No heat in the hall'%s}
    """
        .formatted(desk.customerId(), desk.siteId(), more);
  }

  private Office.Answer change(String id, long version) {
    return office.put(body(", 'version': " + version), "/api/requests/{id}", id);
  }

  private Office.Answer decline(String id, long version, String reason) {
    return office.post(
        "{'version': %d, 'reason': '%s'}".formatted(version, reason),
        "/api/requests/{id}/decline",
        id);
  }

  private int total(String path) {
    return office.get(path).body().get("total").asInt();
  }
}
