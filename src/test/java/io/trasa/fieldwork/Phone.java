package io.trasa.fieldwork;

import io.trasa.testkit.Office;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A technician's phone, for tests. */
record Phone(String technicianId, Office http) {

  /** The body of one action; single quotes stand for double ones. */
  static String action(String kind, String visitId, String at, String payload) {
    return action(UUID.randomUUID().toString(), kind, visitId, at, payload);
  }

  static String action(String id, String kind, String visitId, String at, String payload) {
    return "{'id': '%s', 'kind': '%s', 'visitId': '%s', 'at': '2026-11-23T%sZ', 'payload': {%s}}"
        .formatted(id, kind, visitId, at, payload);
  }

  Office.Answer send(String... actions) {
    return http.post(
        "{'actions': [%s]}".formatted(Arrays.stream(actions).collect(Collectors.joining(","))),
        "/api/phone/actions");
  }

  /** The outcome of a single action. */
  JsonNode tell(String kind, String visitId, String at, String payload) {
    return send(action(kind, visitId, at, payload)).body().at("/outcomes/0");
  }

  JsonNode visit(String visitId) {
    var day = http.get("/api/phone/day").body();
    for (var visit : day.get("visits")) {
      if (visit.get("visitId").asString().equals(visitId)) {
        return visit;
      }
    }
    throw new AssertionError("Not on the phone: " + visitId + " in " + day);
  }

  boolean has(String visitId) {
    return http.get("/api/phone/day")
        .body()
        .get("visits")
        .valueStream()
        .anyMatch(visit -> visit.get("visitId").asString().equals(visitId));
  }
}
