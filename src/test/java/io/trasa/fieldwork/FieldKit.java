package io.trasa.fieldwork;

import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Office;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.context.WebApplicationContext;

/** A customer with orders and technicians with phones, all of their own, for tests. */
final class FieldKit {

  /** An order with one visit. */
  record Job(String orderId, String visitId) {}

  private final WebApplicationContext context;
  final Office office;
  private final String customerId;
  private final String siteId;

  FieldKit(WebApplicationContext context) {
    this(context, "bg");
  }

  FieldKit(WebApplicationContext context, String language) {
    this.context = context;
    this.office = new Office(context, Role.DISPATCHER);
    this.customerId =
        office
            .post(
                "{'name': 'Хотел Роза', 'language': '%s', 'email': 'roza@example.com'}"
                    .formatted(language),
                "/api/customers")
            .id();
    this.siteId =
        office
            .post(
                """
                {'address': {'street': 'Ringstraße 1', 'city': 'Neubrandenburg'},
                 'accessNotes': 'Ring twice', 'coordinates': {'lat': 53.557, 'lon': 13.26}}
                """,
                "/api/customers/{id}/sites",
                customerId)
            .id();
  }

  Phone phone(String name) {
    var technician =
        office
            .post(
                "{'name': '%s', 'color': '#000000', 'home': {'lat': 53, 'lon': 13}}"
                    .formatted(name),
                "/api/technicians")
            .id();
    var username = "phone-" + technician;
    var profile =
        new UserService.Profile(name, Set.of(Role.TECHNICIAN), "en", UUID.fromString(technician));
    context.getBean(UserService.class).create(username, "correct horse battery", profile);
    return new Phone(technician, new Office(context, Role.TECHNICIAN, username));
  }

  /** More of the order, such as {@code , 'checklist': []}. */
  Job job(String more, int crewSize) {
    var order =
        office.post(
            """
            {'type': 'CALL_OUT', 'customerId': '%s', 'siteId': '%s', 'reason': 'Бойлерът е студен',
             'visits': [{'durationMinutes': 60, 'crewSize': %d, 'windows': [
               {'start': '2026-11-23T07:00:00Z', 'end': '2026-11-23T11:00:00Z'}]}] %s}
            """
                .formatted(customerId, siteId, crewSize, more),
            "/api/orders");
    return new Job(order.id(), order.at("/visits/0/id"));
  }

  /** A job that was sent to this technician for 10:00 of the first test day. */
  Job sentTo(Phone phone, String more) {
    var job = job(more, 1);
    dispatch(job, phone);
    return job;
  }

  void dispatch(Job job, Phone... phones) {
    step(job, "PLAN", phones);
    step(job, "DISPATCH", phones);
  }

  Office.Answer step(Job job, String step, Phone... phones) {
    var visit = office.get("/api/orders/{id}", job.orderId()).body().get("visits").get(0);
    var who = String.join("','", Arrays.stream(phones).map(Phone::technicianId).toList());
    var assigned =
        phones.length == 0
            ? ""
            : ", 'technicianIds': ['%s'], 'plannedStart': '2026-11-23T09:00:00Z'".formatted(who);
    return office.post(
        "{'step': '%s', 'reason': 'Test', 'version': %d %s}"
            .formatted(step, visit.get("version").asLong(), assigned),
        "/api/visits/{id}/steps",
        job.visitId());
  }

  String statusOf(Job job) {
    return office.get("/api/orders/{id}", job.orderId()).at("/visits/0/status");
  }
}
