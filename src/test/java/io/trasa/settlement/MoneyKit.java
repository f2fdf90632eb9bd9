package io.trasa.settlement;

import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Office;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** A customer, technicians and done orders of their own, for tests of the money. */
public final class MoneyKit {

  public final Office dispatcher;
  public final Office accountant;
  public final String customerId;
  public final String siteId;
  private final WebApplicationContext context;
  private final String unique = Long.toHexString(System.nanoTime());

  public MoneyKit(WebApplicationContext context) {
    this.context = context;
    this.dispatcher = new Office(context, Role.DISPATCHER);
    this.accountant = new Office(context, Role.ACCOUNTANT);
    this.customerId =
        dispatcher
            .post(
                "{'name': 'Gärtnerei Łoś %s', 'language': 'pl', 'email': 'los@example.com'}"
                    .formatted(unique),
                "/api/customers")
            .id();
    this.siteId =
        dispatcher
            .post(
                """
                {'address': {'street': 'Große Straße', 'houseNumber': '7', 'postcode': '17033',
                  'city': 'Neubrandenburg'}, 'coordinates': {'lat': 53.557, 'lon': 13.26}}
                """,
                "/api/customers/{id}/sites",
                customerId)
            .id();
    var admin = new Office(context, Role.ADMINISTRATOR);
    admin.put(
        """
        {'version': %d, 'name': 'Wärme & Wasser Müritz GmbH', 'street': 'Ringstraße 1',
         'postcode': '17033', 'city': 'Neubrandenburg', 'country': 'DE', 'phone': '+49 395 1',
         'email': 'post@waerme.example', 'vatId': 'DE123456789', 'taxNumber': '079/123/45678',
         'bank': 'Sparkasse', 'iban': 'DE02120300000000202051', 'bic': 'BYLADEM1001'}
        """
            .formatted(admin.get("/api/company").version()),
        "/api/company");
  }

  public String technician(String name) {
    return dispatcher
        .post(
            "{'name': '%s', 'color': '#000000', 'home': {'lat': 53, 'lon': 13}}".formatted(name),
            "/api/technicians")
        .id();
  }

  /** A technician's phone. */
  public Office phone(String technicianId) {
    var username = "money-" + technicianId;
    context
        .getBean(UserService.class)
        .create(
            username,
            "correct horse battery",
            new UserService.Profile(
                username, Set.of(Role.TECHNICIAN), "en", UUID.fromString(technicianId)));
    return new Office(context, Role.TECHNICIAN, username);
  }

  /** A device with a warranty for labour and parts, not for travel. */
  public String device(String until) {
    var modelId =
        dispatcher
            .post("{'brand': 'Viessmann%s', 'name': '%s'}".formatted(unique, until), "/api/models")
            .id();
    return dispatcher
        .post(
            """
            {'serial': 'SN-%s', 'modelId': '%s', 'customerId': '%s', 'siteId': '%s', 'warranties': [
              {'number': 'W-123', 'from': '2020-01-01', 'until': '%s', 'coversLabour': true,
               'coversParts': true}]}
            """
                .formatted(unique, modelId, customerId, siteId, until),
            "/api/assets")
        .id();
  }

  public String operation(String code, String price) {
    return dispatcher
        .post(
            "{'code': '%s%s', 'name': 'Brenner reinigen', 'normMinutes': 60, 'unit': 'pc', 'unitPrice': %s, 'vatRate': 19}"
                .formatted(code, unique, price),
            "/api/operations")
        .id();
  }

  /** An order with one visit, carried out by these technicians; travel 15 minutes, work 60. */
  public String doneOrder(String more, String... technicianIds) {
    var order =
        dispatcher.post(
            """
            {'type': 'CALL_OUT', 'customerId': '%s', 'siteId': '%s', 'reason': 'Студено',
             'visits': [{'durationMinutes': 60, 'crewSize': %d, 'windows': [
               {'start': '2026-11-23T07:00:00Z', 'end': '2026-11-23T11:00:00Z'}]}] %s}
            """
                .formatted(customerId, siteId, technicianIds.length, more),
            "/api/orders");
    var visitId = order.at("/visits/0/id");
    step(order.id(), visitId, "PLAN", technicianIds);
    step(order.id(), visitId, "DISPATCH", technicianIds);
    for (var technicianId : technicianIds) {
      var phone = phone(technicianId);
      for (var tap : new String[] {"ACCEPT/05:30", "TRAVEL/05:45", "START/06:00", "FINISH/07:00"}) {
        phone.post(
            "{'actions': [{'id': '%s', 'kind': '%s', 'visitId': '%s', 'at': '2026-11-23T%s:00Z', 'payload': {}}]}"
                .formatted(UUID.randomUUID(), tap.split("/")[0], visitId, tap.split("/")[1]),
            "/api/phone/actions");
      }
    }
    return order.id();
  }

  private void step(String orderId, String visitId, String step, String... technicianIds) {
    var visit = dispatcher.get("/api/orders/{id}", orderId).body().get("visits").get(0);
    dispatcher.post(
        "{'step': '%s', 'version': %d, 'technicianIds': ['%s'], 'plannedStart': '2026-11-23T07:00:00Z'}"
            .formatted(step, visit.get("version").asLong(), String.join("','", technicianIds)),
        "/api/visits/{id}/steps",
        visitId);
  }

  public JsonNode proposal(String orderId) {
    return accountant.get("/api/settlements/proposals/{id}", orderId).body();
  }

  public Office.Answer settle(String orderId, String more) {
    return accountant.post(
        "{'id': '%s', 'orderId': '%s', 'fingerprint': '%s'%s}"
            .formatted(
                UUID.randomUUID(), orderId, proposal(orderId).at("/fingerprint").asString(), more),
        "/api/settlements");
  }

  public Office.Answer issue(String kind, String... settlementIds) {
    return accountant.post(
        "{'id': '%s', 'kind': '%s', 'settlementIds': ['%s']}"
            .formatted(UUID.randomUUID(), kind, String.join("','", settlementIds)),
        "/api/invoices");
  }

  public Office.Answer pay(String invoiceId, String amount) {
    return accountant.post(
        "{'id': '%s', 'invoiceId': '%s', 'method': 'BANK', 'paidOn': '2026-11-23', 'amount': %s}"
            .formatted(UUID.randomUUID(), invoiceId, amount),
        "/api/payments");
  }

  /** An order that comes to so much net, settled. */
  public String settled(String net) {
    var orderId =
        doneOrder(
            ", 'lines': [{'kind': 'OTHER', 'text': 'Pauschale', 'quantity': 1, 'unitPrice': %s, 'vatRate': 19}]"
                .formatted(net),
            technician("Jörg"));
    return settle(orderId, "").id();
  }
}
