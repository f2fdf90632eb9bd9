package io.trasa.orders;

import io.trasa.testkit.Office;

/** Takes orders of a customer of its own, for tests. */
final class OrderDesk {

  private final Office office;
  private final String customerName = "Customer " + Long.toHexString(System.nanoTime());
  private final String customerId;
  private final String siteId;

  OrderDesk(Office office) {
    this.office = office;
    this.customerId = office.post("{'name': '%s'}".formatted(customerName), "/api/customers").id();
    this.siteId =
        office
            .post(
                """
                {'address': {'street': 'Ring', 'city': 'Neubrandenburg'},
                 'coordinates': {'lat': 53.557, 'lon': 13.26}}
                """,
                "/api/customers/{id}/sites",
                customerId)
            .id();
  }

  String customerId() {
    return customerId;
  }

  String siteId() {
    return siteId;
  }

  String customerName() {
    return customerName;
  }

  Office.Answer order(String more) {
    return office.post(body("", more), "/api/orders");
  }

  String body(String before, String more) {
    return "{%s'type': 'CALL_OUT', 'customerId': '%s', 'siteId': '%s', 'reason': 'Cold'%s}"
        .formatted(before, customerId, siteId, more);
  }

  String technician(String name) {
    return office
        .post(
            "{'name': '%s', 'color': '#000000', 'home': {'lat': 53, 'lon': 13}}".formatted(name),
            "/api/technicians")
        .id();
  }

  Office.Answer plan(String visitId, long version, String technicianId) {
    return office.post(
        """
        {'step': 'PLAN', 'version': %d, 'technicianIds': ['%s'],
         'plannedStart': '2026-11-24T08:00:00Z'}
        """
            .formatted(version, technicianId),
        "/api/visits/{id}/steps",
        visitId);
  }

  Office.Answer step(String visitId, long version, String step, String reason) {
    return office.post(
        "{'step': '%s', 'version': %d, 'reason': '%s'}".formatted(step, version, reason),
        "/api/visits/{id}/steps",
        visitId);
  }
}
